import { isZero, minus, plus } from '../../money/amounts.js'
import type { Stored } from '../../eventsourcing/index.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import { levelRank, type DisputeLevel, type Route } from '../../vocabulary/index.js'
import { basisOf, type CaseProgress } from './case-progress.js'

const voidApprovals = (progress: CaseProgress, reworkDue: boolean): void => {
  if (progress.given === 0 && progress.reworkDue === reworkDue) return
  if (progress.given > 0 || (reworkDue && !progress.reworkDue)) progress.round += 1
  progress.given = 0
  progress.approved = null
  progress.reworkDue = reworkDue
}

const settleDispute = ({ dispute }: CaseProgress, upTo: DisputeLevel = 'litigation'): void => {
  if (dispute !== null && levelRank(dispute.level) <= levelRank(upTo)) dispute.open = false
}

const attempted = (
  { attempt }: CaseProgress,
  no: number,
  status: NonNullable<CaseProgress['attempt']>['status'],
): void => {
  if (attempt?.no === no) attempt.status = status
}

const takesBack = (route: Route): boolean => route === 'returnRefund' || route === 'exchangeOrRepair'

const keepsGoods = (progress: CaseProgress, { to, lines }: CaseEventOf<'RouteChanged'>['data']): boolean =>
  takesBack(progress.route) &&
  takesBack(to) &&
  lines.every(
    ({ lineNo, quantity }) => quantity <= (progress.lines.find((line) => line.lineNo === lineNo)?.quantity ?? 0),
  )

const review = (progress: CaseProgress, { data }: CaseEventOf<'Reviewed'>): void => {
  if (data.outcome === 'moreEvidence') {
    progress.awaitsEvidence = true
    return
  }
  if (data.outcome === 'declined') {
    settleDispute(progress, 'negotiation')
    if (!isZero(progress.netPaid)) return
    progress.accepted = false
    progress.awaitsEvidence = false
    progress.end = 'declined'
    voidApprovals(progress, false)
    return
  }
  progress.awaitsEvidence = false
  if (data.stage === 'technical') {
    progress.submission = 'technicalAccepted'
    return
  }
  progress.accepted = true
  progress.quote = data.quote?.amounts ?? progress.quote
  if (data.stage === 'afterInspection' && progress.inspection !== 'none' && progress.inspection !== 'passed')
    progress.conceded = true
  progress.end = 'none'
  voidApprovals(progress, progress.reworkDue && progress.route === 'paymentFault')
  settleDispute(progress)
}

const reroute = (progress: CaseProgress, { data }: CaseEventOf<'RouteChanged'>): void => {
  if (!keepsGoods(progress, data)) {
    progress.shipped = 'no'
    progress.received = false
    progress.inspection = 'none'
  }
  progress.route = data.to
  progress.lines = data.lines
  progress.quote = data.quote?.amounts ?? null
  if (data.quote === null) progress.accepted = false
  voidApprovals(progress, data.quote !== null && progress.reworkDue)
}

/** Brings it up to one more event of its case. */
export const advance = (progress: CaseProgress, event: Stored<CaseEvent>): void => {
  switch (event.type) {
    case 'Reviewed':
      review(progress, event)
      break
    case 'Shipped':
      progress.shipped = event.data.method === 'intercepted' ? 'intercepted' : 'back'
      break
    case 'GoodsReceived':
      progress.received = true
      break
    case 'Inspected':
      progress.inspection = event.data.result
      progress.conceded = false
      progress.adjusted = false
      break
    case 'Approved':
      progress.round = event.data.round
      progress.given += 1
      progress.approved = event.data.completes ? event.data.amounts : null
      progress.reworkDue = false
      break
    case 'Paid':
      attempted(progress, event.data.attempt, 'paid')
      if (progress.ruling === null && isZero(progress.netPaid)) settleDispute(progress)
      progress.netPaid = plus(progress.netPaid, event.data.amounts)
      progress.told = false
      break
    case 'Disputed':
      progress.closed = false
      if (progress.funds === 'notReceived') progress.funds = 'not'
      progress.dispute = { level: event.data.level, open: true }
      break
    case 'EvidenceAdded':
      progress.hasFaultSheet ||= event.data.faultSheet !== undefined
      progress.awaitsEvidence &&= event.data.side !== 'customer'
      break
    case 'RouteChanged':
      reroute(progress, event)
      break
    case 'Withdrawn':
      progress.end = 'withdrawn'
      progress.accepted = false
      progress.awaitsEvidence = false
      voidApprovals(progress, false)
      settleDispute(progress)
      break
    case 'Submitted':
      progress.submission = event.data.to
      if (event.data.to === 'finance') voidApprovals(progress, false)
      break
    case 'SentBack':
      if (event.data.by === 'technical') progress.submission = 'technicalSentBack'
      else returned(progress)
      break
    case 'ApprovalRefused':
      returned(progress)
      break
    case 'FundsChecked':
      progress.funds = event.data.result
      if (event.data.result === 'notReceived') voidApprovals(progress, false)
      break
    case 'AmountAdjusted':
      progress.quote = event.data.quote.amounts
      progress.lines = event.data.lines
      progress.adjusted ||= progress.inspection === 'partlyPassed'
      voidApprovals(progress, progress.reworkDue && progress.route === 'paymentFault')
      break
    case 'PaymentStarted':
      progress.attempt = { no: event.data.attempt, restsOn: basisOf(progress) ?? 0, status: 'started' }
      break
    case 'PaymentFailed':
      attempted(progress, event.data.attempt, 'failed')
      progress.exceptionDue = true
      break
    case 'ExceptionReported':
      progress.exceptionDue = false
      break
    case 'PaymentUnknown':
      attempted(progress, event.data.attempt, 'unknown')
      break
    case 'PaymentReversed':
      progress.closed = false
      attempted(progress, event.data.attempt, 'reversed')
      progress.netPaid = minus(progress.netPaid, event.data.amounts)
      break
    case 'DestinationChanged':
      progress.otherDestination = event.data.destination.kind === 'other'
      progress.verified = false
      voidApprovals(progress, progress.reworkDue)
      break
    case 'DestinationVerified':
      progress.verified = true
      break
    case 'AlternativeAccepted':
      progress.end = 'declined'
      voidApprovals(progress, false)
      settleDispute(progress)
      break
    case 'Ruled':
      progress.quote = event.data.quote.amounts
      progress.ruling = event.meta.id
      progress.dispute = { level: event.data.level, open: false }
      progress.end = 'none'
      if (progress.funds === 'notReceived') progress.funds = 'not'
      voidApprovals(progress, false)
      break
    case 'Notified':
      progress.told ||= event.data.to === 'customer'
      break
    case 'Closed':
      progress.closed = true
      break
    case 'Reopened':
      progress.closed = false
      break
    default:
  }
}

const returned = (progress: CaseProgress): void => {
  if (progress.submission === 'finance') progress.submission = 'financeSentBack'
  voidApprovals(progress, true)
}
