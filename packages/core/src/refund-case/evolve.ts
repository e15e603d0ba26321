import type { Stored } from '../eventsourcing/decider.js'
import { isZero, minus, plus, zero } from '../money/amounts.js'
import { levelRank, type DisputeLevel, type Route } from '../vocabulary/index.js'
import { clocksAfter } from './clocks.js'
import type { LineQuantity } from '../order-account/holding.js'
import type { CaseEvent, EventOf } from './events/index.js'
import { paymentBasis } from './situation.js'
import type { Approval, Attempt, CaseState, RefundCase } from './state.js'

type StoredOf<Type extends CaseEvent['type']> = Stored<EventOf<Type>>

const once = (list: ReadonlyArray<string>, id: string) => (list.includes(id) ? list : [...list, id])

/** Approvals given so far count no more; a round that had any, or was refused, is followed by another (rule 7). */
const voided = (approval: Approval, reworkDue: boolean): Approval => {
  if (approval.given.length === 0 && approval.reworkDue === reworkDue) return approval
  const refused = reworkDue && !approval.reworkDue
  const round = approval.given.length > 0 || refused ? approval.round + 1 : approval.round
  return { round, given: [], amounts: zero, complete: false, reworkDue }
}

const withAttempt = (state: RefundCase, no: number, change: Partial<Attempt>): ReadonlyArray<Attempt> =>
  state.attempts.map((attempt) => (attempt.no === no ? { ...attempt, ...change } : attempt))

const opened = ({ data, meta }: StoredOf<'Requested'>): RefundCase => ({
  kind: 'case',
  requested: data,
  requestId: meta.id,
  requestedAt: meta.occurredAt,
  revision: meta.revision,
  route: data.route,
  lines: data.lines,
  claimed: data.claimed,
  hasEvidence: data.evidence.length > 0,
  judgement: { outcome: 'none' },
  awaitsEvidence: false,
  failedConditions: data.failedConditions,
  fault: undefined,
  quote: undefined,
  submission: 'none',
  faultSheet: undefined,
  acceptedByLead: undefined,
  funds: { checked: 'not' },
  shipped: undefined,
  goodsReceived: undefined,
  inspection: { result: 'none' },
  approval: { round: 1, given: [], amounts: zero, complete: false, reworkDue: false },
  attempts: [],
  netPaid: zero,
  accrued: zero,
  destination: { value: data.destination, proposedBy: meta.actor.id, verifiedBy: undefined },
  dispute: undefined,
  ruling: undefined,
  end: { how: 'none' },
  closedAs: undefined,
  feedbackId: undefined,
  erased: false,
  recorders: [meta.actor.id],
  reviewers: [],
  clocks: [],
  clocksEnded: false,
})

/** The dispute is over; one that stands above `upTo` only somebody outside, or giving in, can end. */
const settledDispute = (state: RefundCase, upTo: DisputeLevel = 'litigation'): RefundCase['dispute'] =>
  state.dispute?.open === true && levelRank(state.dispute.level) <= levelRank(upTo)
    ? { ...state.dispute, open: false }
    : state.dispute

const reviewed = (state: RefundCase, { data, meta }: StoredOf<'Reviewed'>): RefundCase => {
  const reviewers = once(state.reviewers, meta.actor.id)
  switch (data.outcome) {
    case 'moreEvidence':
      return { ...state, reviewers, awaitsEvidence: true }
    case 'declined':
      // What was paid stays paid: the decline answers the dispute.
      if (!isZero(state.netPaid)) return { ...state, reviewers, dispute: settledDispute(state, 'negotiation') }
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'none' },
        awaitsEvidence: false,
        acceptedByLead: undefined,
        end: { how: 'declined', alternatives: data.alternatives },
        approval: voided(state.approval, false),
        dispute: settledDispute(state, 'negotiation'),
      }
    case 'accepted':
      if (data.stage === 'technical')
        return { ...state, reviewers, awaitsEvidence: false, submission: 'technicalAccepted' }
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'accepted', fault: data.fault },
        awaitsEvidence: false,
        failedConditions: [],
        quote: data.quote ?? state.quote,
        acceptedByLead: meta.actor.role === 'csLead' ? meta.actor.id : undefined,
        inspection:
          data.stage === 'afterInspection' && state.inspection.result !== 'none' && state.inspection.result !== 'passed'
            ? { ...state.inspection, conceded: true }
            : state.inspection,
        end: { how: 'none' },
        approval: voided(state.approval, state.approval.reworkDue && state.route === 'paymentFault'),
        dispute: settledDispute(state),
      }
  }
}

const ruled = (state: RefundCase, { data, meta }: StoredOf<'Ruled'>): RefundCase => ({
  ...state,
  quote: data.quote,
  ruling: { eventId: meta.id, by: data.by, goodsTo: data.goodsTo, reference: data.reference },
  dispute: { level: data.level, open: false, eventId: state.dispute?.eventId ?? meta.id },
  end: { how: 'none' },
  funds: state.funds.checked === 'notReceived' ? { checked: 'not' } : state.funds,
  approval: voided(state.approval, false),
})

const approved = (state: RefundCase, { data, meta }: StoredOf<'Approved'>): RefundCase => ({
  ...state,
  approval: {
    round: data.round,
    given: [...state.approval.given, { step: data.step, role: data.role, by: meta.actor.id }],
    amounts: data.amounts,
    complete: data.completes,
    reworkDue: false,
  },
  accrued: data.completes ? data.amounts : state.accrued,
})

const paymentStarted = (state: RefundCase, { data, meta }: StoredOf<'PaymentStarted'>): RefundCase => ({
  ...state,
  attempts: [
    ...state.attempts,
    {
      no: data.attempt,
      status: 'started',
      amounts: data.amounts,
      method: data.method,
      by: meta.actor.id,
      paidBy: undefined,
      restsOn: paymentBasis(state) ?? 0,
      voucherNo: undefined,
      bankLine: undefined,
    },
  ],
})

const received = (
  before: ReadonlyArray<LineQuantity>,
  lines: ReadonlyArray<LineQuantity>,
): ReadonlyArray<LineQuantity> => {
  const quantities = new Map(before.map(({ lineNo, quantity }) => [lineNo, quantity]))
  for (const { lineNo, quantity } of lines) quantities.set(lineNo, (quantities.get(lineNo) ?? 0) + quantity)
  return [...quantities].map(([lineNo, quantity]) => ({ lineNo, quantity }))
}

const takesBack = (route: Route): boolean => route === 'returnRefund' || route === 'exchangeOrRepair'

/** Goods on their way back, or looked at, stay so where the new route takes the same goods back the same way. */
const keepsGoods = (state: RefundCase, { to, lines }: EventOf<'RouteChanged'>['data']): boolean => {
  const asked = new Map(state.lines.map(({ lineNo, quantity }) => [lineNo, quantity]))
  return (
    takesBack(state.route) &&
    takesBack(to) &&
    lines.every(({ lineNo, quantity }) => quantity <= (asked.get(lineNo) ?? 0))
  )
}

const routeChanged = (state: RefundCase, { data, meta }: StoredOf<'RouteChanged'>): RefundCase => ({
  ...state,
  ...(keepsGoods(state, data)
    ? {}
    : { shipped: undefined, goodsReceived: undefined, inspection: { result: 'none' as const } }),
  route: data.to,
  lines: data.lines,
  claimed: data.claimed,
  failedConditions: data.failedConditions,
  quote: data.quote ?? undefined,
  judgement: data.quote === null ? { outcome: 'none' } : state.judgement,
  recorders: once(state.recorders, meta.actor.id),
  approval: voided(state.approval, data.quote !== null && state.approval.reworkDue),
})

const changed = (state: RefundCase, event: Stored<CaseEvent>): RefundCase => {
  switch (event.type) {
    case 'Reviewed':
      return reviewed(state, event)
    case 'Shipped':
      return { ...state, shipped: event.data }
    case 'Inspected':
      return {
        ...state,
        inspection: {
          result: event.data.result,
          lines: event.data.lines,
          reference: event.data.reportNo ?? event.meta.id,
          conceded: false,
          adjusted: false,
        },
      }
    case 'Approved':
      return approved(state, event)
    case 'Paid':
      return {
        ...state,
        attempts: withAttempt(state, event.data.attempt, {
          status: 'paid',
          paidBy: event.meta.actor.id,
          voucherNo: event.data.voucherNo,
        }),
        netPaid: plus(state.netPaid, event.data.amounts),
        accrued: plus(state.accrued, event.data.posts ?? zero),
        dispute: state.ruling === undefined && isZero(state.netPaid) ? settledDispute(state) : state.dispute,
      }
    case 'Disputed':
      return {
        ...state,
        closedAs: undefined,
        funds: state.funds.checked === 'notReceived' ? { checked: 'not' } : state.funds,
        dispute: { level: event.data.level, open: true, eventId: event.meta.id },
      }
    case 'EvidenceAdded':
      return {
        ...state,
        hasEvidence: state.hasEvidence || event.data.evidence.length > 0,
        faultSheet:
          event.data.faultSheet === undefined
            ? state.faultSheet
            : { sheet: event.data.faultSheet, by: event.meta.actor.id },
        awaitsEvidence: state.awaitsEvidence && event.data.side !== 'customer',
      }
    case 'RouteChanged':
      return routeChanged(state, event)
    case 'Withdrawn':
      return {
        ...state,
        end: { how: 'withdrawn' },
        judgement: { outcome: 'none' },
        awaitsEvidence: false,
        acceptedByLead: undefined,
        approval: voided(state.approval, false),
        dispute: settledDispute(state),
      }
    case 'GoodsReceived':
      return { ...state, goodsReceived: received(state.goodsReceived ?? [], event.data.lines) }
    case 'Submitted':
      return {
        ...state,
        submission: event.data.to,
        approval: event.data.to === 'finance' ? voided(state.approval, false) : state.approval,
      }
    case 'SentBack':
      return event.data.by === 'technical'
        ? { ...state, submission: 'technicalSentBack' }
        : {
            ...state,
            submission: state.submission === 'finance' ? 'financeSentBack' : state.submission,
            approval: voided(state.approval, true),
          }
    case 'FundsChecked':
      return {
        ...state,
        funds:
          event.data.result === 'received'
            ? { checked: 'received', amount: event.data.amount }
            : { checked: 'notReceived' },
        approval: event.data.result === 'received' ? state.approval : voided(state.approval, false),
      }
    case 'AmountAdjusted':
      return {
        ...state,
        quote: event.data.quote,
        lines: event.data.lines,
        recorders: once(state.recorders, event.meta.actor.id),
        approval: voided(state.approval, state.approval.reworkDue && state.route === 'paymentFault'),
        inspection:
          state.inspection.result === 'partlyPassed' ? { ...state.inspection, adjusted: true } : state.inspection,
      }
    case 'ApprovalRefused':
      return {
        ...state,
        submission: state.submission === 'finance' ? 'financeSentBack' : state.submission,
        approval: voided(state.approval, true),
      }
    case 'PaymentStarted':
      return paymentStarted(state, event)
    case 'PaymentFailed':
      return { ...state, attempts: withAttempt(state, event.data.attempt, { status: 'failed' }) }
    case 'PaymentUnknown':
      return { ...state, attempts: withAttempt(state, event.data.attempt, { status: 'unknown' }) }
    case 'PaymentReversed':
      return {
        ...state,
        closedAs: undefined,
        attempts: withAttempt(state, event.data.attempt, { status: 'reversed' }),
        netPaid: minus(state.netPaid, event.data.amounts),
      }
    case 'BankLineMatched':
      return { ...state, attempts: withAttempt(state, event.data.attempt, { bankLine: event.data.lineReference }) }
    case 'DestinationChanged':
      return {
        ...state,
        destination: { value: event.data.destination, proposedBy: event.meta.actor.id, verifiedBy: undefined },
        recorders: once(state.recorders, event.meta.actor.id),
        approval: voided(state.approval, state.approval.reworkDue),
      }
    case 'DestinationVerified':
      return { ...state, destination: { ...state.destination, verifiedBy: event.meta.actor.id } }
    case 'AlternativeAccepted':
      return {
        ...state,
        end: { how: 'alternativeAccepted' },
        approval: voided(state.approval, false),
        dispute: settledDispute(state),
      }
    case 'Ruled':
      return ruled(state, event)
    case 'FeedbackGiven':
      return { ...state, feedbackId: event.meta.id }
    case 'Closed':
      return { ...state, closedAs: event.data.outcome }
    case 'Reopened':
      return { ...state, closedAs: undefined }
    case 'PersonalDataErased':
      return { ...state, erased: true }
    case 'Requested':
    case 'RequestLapsed':
    case 'Noted':
    case 'ExceptionReported':
    case 'Notified':
    case 'ReceiptConfirmed':
      return state
  }
}

/** The case after one more event of its stream. Total: an event that does not belong leaves the state as it was. */
export const evolve = (state: CaseState, event: Stored<CaseEvent>): CaseState => {
  if (event.type === 'Requested') {
    if (state.kind !== 'none') return state
    const begun = opened(event)
    return { ...begun, clocks: clocksAfter(begun, begun, event) }
  }
  if (event.type === 'RequestLapsed')
    return state.kind === 'none' ? { kind: 'lapsed', accountId: event.data.accountId } : state
  if (state.kind !== 'case') return state
  const next = changed(state, event)
  return {
    ...next,
    revision: event.meta.revision,
    accrued:
      'voids' in event.data && event.data.voids !== undefined ? minus(next.accrued, event.data.voids) : next.accrued,
    clocks: clocksAfter(state, next, event),
    clocksEnded: state.clocksEnded || next.end.how !== 'none' || next.closedAs !== undefined,
  }
}
