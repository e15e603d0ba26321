import type { Stored } from '../eventsourcing/decider.js'
import { minus } from '../money/amounts.js'
import { clocksAfter } from './clocks.js'
import type { CaseEvent } from './events/index.js'
import { paid, paymentReversed, paymentStarted, withAttempt } from './fold/attempts.js'
import { inspected, received } from './fold/goods.js'
import { reviewed, ruled, settledDispute } from './fold/judged.js'
import { once } from './fold/once.js'
import { withMoved } from './fold/moved.js'
import { opened } from './fold/opened.js'
import { routeChanged } from './fold/rerouted.js'
import { approved, voided } from './fold/rounds.js'
import type { CaseState, RefundCase } from './state.js'

const changed = (state: RefundCase, event: Stored<CaseEvent>): RefundCase => {
  switch (event.type) {
    case 'Reviewed':
      return reviewed(state, event)
    case 'Shipped':
      return { ...state, shipped: event.data }
    case 'Inspected':
      return inspected(state, event)
    case 'Approved':
      return approved(state, event)
    case 'Paid':
      return paid(state, event)
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
      return paymentReversed(state, event)
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
    return withMoved(begun, {
      revision: begun.revision,
      accrued: begun.accrued,
      clocks: clocksAfter(begun, begun, event),
      clocksEnded: begun.clocksEnded,
    })
  }
  if (event.type === 'RequestLapsed')
    return state.kind === 'none' ? { kind: 'lapsed', accountId: event.data.accountId } : state
  if (state.kind !== 'case') return state
  const next = changed(state, event)
  return withMoved(next, {
    revision: event.meta.revision,
    accrued:
      'voids' in event.data && event.data.voids !== undefined ? minus(next.accrued, event.data.voids) : next.accrued,
    clocks: clocksAfter(state, next, event),
    clocksEnded: state.clocksEnded || next.end.how !== 'none' || next.closedAs !== undefined,
  })
}
