import { situationOf, type RefundCase } from '../../refund-case/index.js'
import type { ProgressStage } from './case-progress.js'

/** Where the case is, for its customer. `lastFailure` is why the last payment failed or came back. */
export const stageOf = (state: RefundCase, lastFailure: string | undefined): ProgressStage => {
  switch (situationOf(state)) {
    case 'requested':
    case 'lapsed':
      return 'underReview'
    case 'awaitingEvidence':
      return 'evidenceNeeded'
    case 'accepted':
      return acceptedStage(state)
    case 'inTransit':
      return 'goodsOnTheWay'
    case 'received':
      return 'inspecting'
    case 'inspected':
      return state.inspection.result === 'failed' ? 'underReview' : 'processing'
    case 'ruled':
    case 'inApproval':
    case 'approved':
      return 'processing'
    case 'paying':
    case 'paymentUnknown':
      return 'paying'
    case 'paymentFailed':
      // The same account would fail again: the customer has to name another, or mend this one.
      return needsAccount.has(lastFailure ?? '') ? 'accountNeeded' : 'processing'
    case 'paid':
      return 'paid'
    case 'declined':
      return state.end.how === 'alternativeAccepted' ? 'closedUnpaid' : 'declined'
    case 'disputed':
      return 'disputed'
    case 'withdrawn':
      return 'withdrawn'
    case 'closed':
      return closedStage(state)
  }
}

const needsAccount: ReadonlySet<string> = new Set(['accountClosed', 'accountFrozen', 'wrongDetails'])

const acceptedStage = ({ route }: RefundCase): ProgressStage => {
  if (route === 'returnRefund' || route === 'exchangeOrRepair') return 'goodsToSend'
  return route === 'interceptRefund' ? 'goodsOnTheWay' : 'processing'
}

const closedStage = ({ closedAs, end }: RefundCase): ProgressStage => {
  if (closedAs === 'paid') return 'paid'
  if (closedAs === 'withdrawn') return 'withdrawn'
  return closedAs === 'declined' && end.how === 'declined' ? 'declined' : 'closedUnpaid'
}

/** Whether it waits for the customer. */
export const isCustomersTurn = (stage: ProgressStage): boolean =>
  stage === 'evidenceNeeded' || stage === 'goodsToSend' || stage === 'accountNeeded'
