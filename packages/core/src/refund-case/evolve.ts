import type { Stored } from '../eventsourcing/decider.js'
import { isZero, minus, plus, zero } from '../money/amounts.js'
import { clocksAfter } from './clocks.js'
import type { CaseEvent, EventOf } from './events/index.js'
import { paymentBasis } from './situation.js'
import type { Approval, Attempt, CaseState, RefundCase } from './state.js'

type StoredOf<Type extends CaseEvent['type']> = Stored<EventOf<Type>>

const once = (list: ReadonlyArray<string>, id: string) => (list.includes(id) ? list : [...list, id])

/** Approvals given so far count no more; a round that had any is followed by another. */
const voided = (approval: Approval, reworkDue: boolean): Approval =>
  approval.given.length === 0 && approval.reworkDue === reworkDue
    ? approval
    : {
        round: approval.given.length === 0 ? approval.round : approval.round + 1,
        given: [],
        amounts: zero,
        complete: false,
        reworkDue,
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
  fault: undefined,
  quote: undefined,
  submission: 'none',
  faultSheet: undefined,
  acceptedByLead: undefined,
  funds: { checked: 'not' },
  shipped: undefined,
  goodsReceived: false,
  inspection: { result: 'none' },
  approval: { round: 1, given: [], amounts: zero, complete: false, reworkDue: false },
  attempts: [],
  netPaid: zero,
  destination: { value: data.destination, proposedBy: meta.actor.id, verified: false },
  dispute: undefined,
  ruling: undefined,
  end: { how: 'none' },
  closedAs: undefined,
  feedbackId: undefined,
  erased: false,
  recorders: [meta.actor.id],
  reviewers: [],
  clocks: [],
})

const settledDispute = (state: RefundCase): RefundCase['dispute'] =>
  state.dispute?.open === true ? { ...state.dispute, open: false } : state.dispute

const reviewed = (state: RefundCase, { data, meta }: StoredOf<'Reviewed'>): RefundCase => {
  const reviewers = once(state.reviewers, meta.actor.id)
  switch (data.outcome) {
    case 'moreEvidence':
      return { ...state, reviewers, judgement: { outcome: 'moreEvidence' } }
    case 'declined':
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'none' },
        end: { how: 'declined', alternatives: data.alternatives },
        approval: voided(state.approval, false),
        dispute: settledDispute(state),
      }
    case 'accepted':
      if (data.stage === 'technical') return { ...state, reviewers, submission: 'technicalAccepted' }
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'accepted', fault: data.fault },
        quote: data.quote ?? state.quote,
        acceptedByLead: meta.actor.role === 'csLead' ? meta.actor.id : state.acceptedByLead,
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
      restsOn: paymentBasis(state) ?? 0,
      voucherNo: undefined,
      bankLine: undefined,
    },
  ],
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
        attempts: withAttempt(state, event.data.attempt, { status: 'paid', voucherNo: event.data.voucherNo }),
        netPaid: plus(state.netPaid, event.data.amounts),
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
        judgement:
          state.judgement.outcome === 'moreEvidence' && event.data.side === 'customer'
            ? { outcome: 'none' }
            : state.judgement,
      }
    case 'RouteChanged':
      return {
        ...state,
        route: event.data.to,
        lines: event.data.lines,
        claimed: event.data.claimed,
        recorders: once(state.recorders, event.meta.actor.id),
        approval: voided(state.approval, state.approval.reworkDue),
      }
    case 'Withdrawn':
      return {
        ...state,
        end: { how: 'withdrawn' },
        approval: voided(state.approval, false),
        dispute: settledDispute(state),
      }
    case 'GoodsReceived':
      return { ...state, goodsReceived: true }
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
        destination: { value: event.data.destination, proposedBy: event.meta.actor.id, verified: false },
        recorders: once(state.recorders, event.meta.actor.id),
        approval: voided(state.approval, state.approval.reworkDue),
      }
    case 'DestinationVerified':
      return { ...state, destination: { ...state.destination, verified: true } }
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
  return { ...next, revision: event.meta.revision, clocks: clocksAfter(state, next, event) }
}
