import type { Stored } from '../../eventsourcing/index.js'
import type { CaseEvent, RefundCase } from '../../refund-case/index.js'
import type { Sealed, SealedPlace } from '../../sealing/index.js'
import { Role } from '../../vocabulary/index.js'
import { placed } from '../case-rows/case-card.js'
import type { SheetStage, StageOpinion, StageOutcome } from './application-sheet.js'

/** An opinion with the box it stands in; void as soon as something after it takes it back. */
export interface Written {
  readonly stage: SheetStage
  readonly opinion: StageOpinion
  /** The round of approvals it belongs to. */
  readonly round: number | undefined
}

/** The box of a role: customer service signs for its lead too. */
const stageOf = (role: string): SheetStage => {
  switch (role) {
    case 'technical':
    case 'cashier':
    case 'accountant':
    case 'financeDirector':
    case 'president':
      return role
    case 'administration':
      return 'followUp'
    default:
      return 'customerService'
  }
}

interface Says {
  readonly stage: SheetStage
  readonly outcome: StageOutcome
  readonly text: SealedPlace | null
  readonly signedOffBy?: string | undefined
  readonly round?: number
}

const says = (
  stage: SheetStage,
  outcome: StageOutcome,
  path: `/${string}`,
  sealed: Sealed | undefined,
  signOff?: { readonly by: string },
): Says => ({ stage, outcome, text: placed(path, sealed), signedOffBy: signOff?.by })

const saidBy = (event: Stored<CaseEvent>): Says | undefined => {
  switch (event.type) {
    case 'Reviewed': {
      const { stage, outcome, opinion, signOff } = event.data
      const box = stage === 'technical' ? 'technical' : 'customerService'
      const statement = 'statement' in event.data ? event.data.statement : undefined
      return opinion === undefined
        ? says(box, outcome, '/statement', statement, signOff)
        : says(box, outcome, '/opinion', opinion, signOff)
    }
    case 'Submitted':
      return says('customerService', 'submitted', '/opinion', event.data.opinion)
    case 'SentBack':
      return says(stageOf(event.meta.actor.role), 'sentBack', '/reason', event.data.reason)
    case 'FundsChecked':
      return says('cashier', event.data.result === 'received' ? 'fundsReceived' : 'fundsNotReceived', '/', undefined)
    case 'AmountAdjusted':
      return says('customerService', 'amountAdjusted', '/reason', event.data.reason)
    case 'Approved': {
      const { opinion, signOff, role, round } = event.data
      return { ...says(stageOf(role), 'approved', '/opinion', opinion, signOff), round }
    }
    case 'ApprovalRefused':
      return { ...says(stageOf(event.data.role), 'refused', '/reason', event.data.reason), round: event.data.round }
    case 'DestinationVerified':
      return says('accountant', 'verified', '/opinion', event.data.opinion)
    case 'Noted':
      return event.data.followUp === true || event.meta.actor.role === 'administration'
        ? says('followUp', 'followedUp', '/text', event.data.text, event.data.signOff)
        : undefined
    default:
      return undefined
  }
}

/** What the event writes into a box. */
export const writtenBy = (event: Stored<CaseEvent>): Written | undefined => {
  const said = saidBy(event)
  if (said === undefined) return undefined
  const { actor, occurredAt } = event.meta
  const opinion: StageOpinion = {
    outcome: said.outcome,
    opinion: said.text,
    executor: actor.id,
    role: Role.is(actor.role) ? actor.role : 'system',
    at: occurredAt,
    signedOffBy: said.signedOffBy ?? null,
    void: false,
  }
  return { stage: said.stage, opinion, round: said.outcome === 'approved' ? said.round : undefined }
}

const isReview = ({ outcome }: StageOpinion): boolean =>
  outcome === 'accepted' || outcome === 'declined' || outcome === 'moreEvidence'

/** The boxes after one more event: an approval of another round is void, and so is a review that another followed. */
export const withVoids = (
  written: ReadonlyArray<Written>,
  added: Written | undefined,
  after: RefundCase,
): ReadonlyArray<Written> => {
  const all = added === undefined ? written : [...written, added]
  return all.map((each) => (!each.opinion.void && isTakenBack(each, added, after) ? voided(each) : each))
}

const voided = ({ stage, opinion, round }: Written): Written => ({ stage, opinion: { ...opinion, void: true }, round })

const isTakenBack = (each: Written, added: Written | undefined, { approval }: RefundCase): boolean => {
  if (each.round !== undefined)
    return !approval.given.some(({ by }) => by === each.opinion.executor) || approval.round !== each.round
  return (
    added !== undefined &&
    each !== added &&
    each.stage === added.stage &&
    isReview(each.opinion) &&
    isReview(added.opinion)
  )
}
