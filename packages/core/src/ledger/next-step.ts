import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import type { LedgerFacts } from './facts.js'
import { cutOf, isSameCut } from './month.js'
import type { LedgerProgress } from './state.js'

/** The steps that follow the head's approval, in their order. */
const steps = ['submitted', 'verified', 'archived'] as const
type NextStep = (typeof steps)[number]

const eventOf = {
  approved: 'HeadApproved',
  submitted: 'Submitted',
  verified: 'Verified',
  archived: 'Archived',
} as const

const stepBefore = { submitted: 'approved', verified: 'submitted', archived: 'verified' } as const satisfies {
  readonly [Step in NextStep]: keyof LedgerProgress
}

/**
 * Whether this step comes next: the one before it is taken and it is not, nobody has moved the cut since the approval,
 * and the ledger is the approved one.
 */
export const nextStep = (
  step: NextStep,
  digest: string,
  { department, ledgers }: LedgerFacts,
): Either<Refusal, true> => {
  const progress = ledgers[department]
  const taken = progress[step]
  if (taken !== undefined) return refuse('LEDGER_STEP_TAKEN', '§8', { step: eventOf[step], by: taken.by, at: taken.at })
  const { approved } = progress
  if (approved === undefined)
    return refuse('LEDGER_OUT_OF_ORDER', '§8', {
      missing: progress.prepared === undefined ? 'Prepared' : eventOf.approved,
    })
  if (!isSameCut(approved.cut, cutOf(ledgers))) return refuse('CUT_MOVED', '§8', { by: approved.by, at: approved.at })
  const before = stepBefore[step]
  if (progress[before] === undefined) return refuse('LEDGER_OUT_OF_ORDER', '§8', { missing: eventOf[before] })
  return approved.digest === digest
    ? right(true)
    : refuse('LEDGER_DIGEST_DIFFERS', '§8', { digest, approved: approved.digest })
}

/** Administration checks what others made: whoever prepared, approved or submitted the ledger is not the one (RC3). */
export const fromOutsideDepartment = ({ actor, department, ledgers }: LedgerFacts): Either<Refusal, true> => {
  const { prepared, approved, submitted } = ledgers[department]
  for (const { step, conflict } of [
    { step: prepared, conflict: 'preparer' },
    { step: approved, conflict: 'ledgerApprover' },
    { step: submitted, conflict: 'ledgerSubmitter' },
  ])
    if (step?.by === actor.id) return refuse('SEPARATION_OF_DUTIES', '§8', { person: actor.id, conflict })
  return right(true)
}
