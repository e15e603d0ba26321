import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { totalOf } from '../money/amounts.js'
import { chainFor, type ApprovalChain, type Policy } from '../policy/index.js'
import type { Role } from '../vocabulary/index.js'
import type { CaseActor } from './facts.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'
import { actingRole } from './who-may.js'

/** The step that waits for its approver. */
export interface OpenStep {
  readonly round: number
  /** 1 for the first. */
  readonly step: number
  readonly role: Role
  readonly completes: boolean
  readonly chain: ApprovalChain
}

const intercepted = (state: RefundCase): boolean =>
  state.route === 'interceptRefund' && state.shipped?.method === 'intercepted' && state.inspection.result === 'passed'

/** The chain of the case, and the step of it that is open: ALREADY_APPROVED when all are given. */
export const openStepOf = (state: RefundCase, policy: Policy): Either<Refusal, OpenStep> => {
  const amount = state.quote === undefined ? 0 : totalOf(state.quote.amounts)
  const chain = chainFor(policy, state.route, intercepted(state), amount)
  if (chain === undefined) return refuse('FORBIDDEN_BY_ROUTE', '§4', { route: state.route, milestone: 'Approved' })
  const given = state.approval.given.length
  const role = chain.steps[given]
  if (state.approval.complete || role === undefined)
    return refuse('ALREADY_APPROVED', '§7 rule 7', { round: state.approval.round, step: given })
  return right({
    round: state.approval.round,
    step: given + 1,
    role,
    completes: given + 1 === chain.steps.length,
    chain,
  })
}

/**
 * Whether this person may take the open step: separation of duties first, for everybody, whatever the role (rule 8),
 * then the role of the step (rule 7).
 */
export const mayTakeStep = (state: RefundCase, open: OpenStep, actor: CaseActor): Either<Refusal, true> => {
  const separated = (conflict: string) =>
    refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict, step: open.step })
  const role = actingRole(actor)
  const own = state.approval.given.find(({ by }) => by === actor.id)
  if (own !== undefined)
    return own.role === role
      ? refuse('ALREADY_APPROVED', '§7 rule 7', { round: open.round, step: own.step })
      : separated('anotherStep')
  if (state.recorders.includes(actor.id)) return separated('requestRecorder')
  if (!open.chain.reviewerMayApprove && state.reviewers.includes(actor.id)) return separated('reviewer')
  if (role === open.role) return right(true)
  const given = state.approval.given.find((approval) => approval.role === role)
  if (given !== undefined) return refuse('ALREADY_APPROVED', '§7 rule 7', { round: open.round, step: given.step })
  return open.chain.steps.includes(role)
    ? refuse('APPROVAL_OUT_OF_ORDER', '§7 rule 7', { open: open.role, role })
    : refuse('ROLE_NOT_ALLOWED', '§4', { command: 'approve', role, may: [open.role] })
}
