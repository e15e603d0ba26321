import type { CaseEventType } from '@refund-case/core'
import type { EventRun } from '@refund-case/scenarios'

/** What each event rests on where the policy has no clause for it: entries of the requirements catalogue, or the model. */
const usual: { readonly [Type in CaseEventType]: string } = {
  Requested: 'IN7',
  Reviewed: 'RV1',
  Shipped: 'SH3',
  Inspected: 'IS1',
  Approved: 'AP1',
  Paid: 'PY1',
  Disputed: 'DP2',
  EvidenceAdded: 'IN5',
  Noted: 'RC2',
  RouteChanged: 'IN13',
  Withdrawn: '§2',
  GoodsReceived: 'SH3',
  Submitted: 'RV6',
  SentBack: 'HS8',
  FundsChecked: 'IN9',
  AmountAdjusted: 'AM2',
  ApprovalRefused: 'AP2',
  PaymentStarted: 'PY1',
  PaymentFailed: 'PY3',
  PaymentUnknown: '§7 rule 10',
  PaymentReversed: '§6',
  BankLineMatched: '§7 rule 12',
  ExceptionReported: 'PY3',
  DestinationChanged: '§7 rule 22',
  DestinationVerified: 'PY7',
  AlternativeAccepted: 'RJ2',
  Ruled: 'DP2',
  Notified: 'NT1',
  ReceiptConfirmed: 'AM4',
  FeedbackGiven: 'FB1',
  Closed: 'DP8',
  Reopened: '§2',
  PersonalDataErased: 'SE1',
  RequestLapsed: '§1',
}

/** The fault sheet has a rule of its own, and so has a notice that stays in the house. */
const ofItself = ({ type, data }: EventRun): string => {
  if (type === 'EvidenceAdded' && data['faultSheet'] !== undefined) return 'IN10'
  if (type === 'Notified' && data['to'] !== 'customer') return 'NT4'
  return usual[type]
}

/** The rule an event rests on: the policy's clause where it has one. A ruling names its own reference beside it. */
export const clauseOf = (event: EventRun): string =>
  event.type === 'Ruled' ? usual.Ruled : (event.clause ?? ofItself(event))
