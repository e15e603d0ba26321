import type { Stored } from '../eventsourcing/decider.js'
import { isZero, totalOf } from '../money/amounts.js'
import type { DeadlineRule, Route } from '../vocabulary/index.js'
import type { Clock } from './clock.js'
import type { CaseEvent } from './events/index.js'
import { missingInSheet } from './fault-sheet.js'
import type { RefundCase } from './state.js'

type Event = Stored<CaseEvent>
type Clocks = ReadonlyArray<Clock>

const running = (clock: Clock) => clock.end === undefined

const start = (clocks: Clocks, rule: DeadlineRule, { meta }: Event, more: Partial<Clock> = {}): Clocks => [
  ...clocks,
  { rule, startedAt: meta.occurredAt, startedBy: meta.id, ...more },
]

const startOnce = (clocks: Clocks, rule: DeadlineRule, event: Event): Clocks =>
  clocks.some((clock) => clock.rule === rule && running(clock)) ? clocks : start(clocks, rule, event)

// Most clocks are plain. Adding a field to a spread object costs V8 ten times as much as writing all of them.
const endedAs = (clock: Clock, how: NonNullable<Clock['end']>): Clock => {
  const { rule, startedAt, startedBy, level, extendedTo, pauses } = clock
  const isPlain = level === undefined && extendedTo === undefined && pauses === undefined
  return isPlain ? { rule, startedAt, startedBy, end: how } : { ...clock, end: how }
}

const end = (clocks: Clocks, how: 'met' | 'void', { meta }: Event, ...rules: ReadonlyArray<DeadlineRule>): Clocks => {
  const ends = (clock: Clock) => running(clock) && (rules.length === 0 || rules.includes(clock.rule))
  return clocks.some(ends)
    ? clocks.map((clock) => (ends(clock) ? endedAs(clock, { how, at: meta.occurredAt, by: meta.id }) : clock))
    : clocks
}

const met = (clocks: Clocks, event: Event, ...rules: ReadonlyArray<DeadlineRule>) => end(clocks, 'met', event, ...rules)
const voidOf = (clocks: Clocks, event: Event, ...rules: ReadonlyArray<DeadlineRule>) =>
  end(clocks, 'void', event, ...rules)

/** Every clock ends for good: what is met by this very event is met, the rest void. */
const endAll = (clocks: Clocks, event: Event, ...metNow: ReadonlyArray<DeadlineRule>): Clocks =>
  end(metNow.length === 0 ? clocks : met(clocks, event, ...metNow), 'void', event)

/** The statutory clock waits for a passing inspection. */
const paused = (clocks: Clocks, { meta }: Event): Clocks =>
  clocks.map((clock) =>
    clock.rule === 'statutoryRefund' && running(clock)
      ? { ...clock, end: { how: 'void', at: meta.occurredAt, by: meta.id, revivable: true } }
      : clock,
  )

const revived = (clocks: Clocks, { meta }: Event): Clocks =>
  clocks.map((clock) => {
    if (clock.rule !== 'statutoryRefund' || clock.end?.revivable !== true) return clock
    const { end: ended, ...again } = clock
    return { ...again, pauses: [...(clock.pauses ?? []), { from: ended.at, to: meta.occurredAt }] }
  })

const withoutGoods = (route: Route): boolean =>
  route === 'unshippedRefund' ||
  route === 'keepGoodsRefund' ||
  route === 'compensation' ||
  route === 'freightCompensation'

const paymentAnew = (clocks: Clocks, owed: number, event: Event): Clocks => {
  const ended = voidOf(clocks, event, 'payment')
  return owed > 0 ? start(ended, 'payment', event) : ended
}

const owedBy = (state: RefundCase): number =>
  state.quote === undefined ? 0 : totalOf(state.quote.amounts) - totalOf(state.netPaid)

const afterReview = (clocks: Clocks, before: RefundCase, after: RefundCase, event: Event): Clocks => {
  if (event.type !== 'Reviewed') return clocks
  const { stage, outcome } = event.data
  const seen = met(clocks, event, 'review')
  if (outcome === 'declined') return isZero(before.netPaid) ? endAll(paused(seen, event), event) : seen
  if (outcome === 'moreEvidence') return seen
  const duty = before.approval.complete ? voidOf(seen, event, 'cashierSameDay') : seen
  if (stage === 'technical') return start(duty, 'toFinance', event)
  if (stage === 'afterInspection' && before.inspection.result !== 'passed' && before.inspection.result !== 'none')
    return paymentAnew(duty, owedBy(after), event)
  return withoutGoods(after.route) && owedBy(after) > 0 ? startOnce(duty, 'payment', event) : duty
}

const movedBy = (before: RefundCase, after: RefundCase, event: Event): Clocks => {
  const clocks = before.clocks
  switch (event.type) {
    case 'Requested': {
      const all = start(start([], 'review', event), 'overall', event)
      return event.data.route === 'paymentFault'
        ? start(all, 'faultSheet', event, { startedAt: event.data.firstContactAt })
        : all
    }
    case 'EvidenceAdded': {
      const complete = event.data.faultSheet !== undefined && missingInSheet(event.data.faultSheet).length === 0
      const sheet = complete ? met(clocks, event, 'faultSheet') : clocks
      if (event.data.side === 'merchant') return met(sheet, event, 'evidence')
      return before.awaitsEvidence && !after.awaitsEvidence ? startOnce(sheet, 'review', event) : sheet
    }
    case 'Reviewed':
      return afterReview(clocks, before, after, event)
    case 'Submitted':
      return event.data.to === 'finance' ? start(met(clocks, event, 'toFinance', 'finance'), 'finance', event) : clocks
    case 'SentBack':
      return event.data.by === 'finance' ? met(clocks, event, 'finance') : clocks
    case 'FundsChecked': {
      if (event.data.result === 'notReceived') return voidOf(met(clocks, event, 'finance'), event, 'payment', 'toCard')
      return start(startOnce(clocks, 'payment', event), 'toCard', event)
    }
    case 'GoodsReceived':
      return clocks.some((clock) => clock.rule === 'statutoryRefund') || !isZero(before.netPaid)
        ? clocks
        : start(clocks, 'statutoryRefund', event)
    case 'Inspected': {
      if (event.data.result === 'failed') return voidOf(paused(clocks, event), event, 'payment')
      const statutory = revived(clocks, event)
      return owedBy(after) > 0 ? startOnce(statutory, 'payment', event) : statutory
    }
    case 'Approved':
      return event.data.completes ? start(voidOf(clocks, event, 'cashierSameDay'), 'cashierSameDay', event) : clocks
    case 'ApprovalRefused':
      return voidOf(met(clocks, event, 'finance'), event, 'cashierSameDay')
    case 'AmountAdjusted':
    case 'DestinationChanged':
      return voidOf(clocks, event, 'cashierSameDay')
    case 'RouteChanged': {
      const ended = voidOf(clocks, event, 'cashierSameDay')
      if (!withoutGoods(event.data.to)) return voidOf(ended, event, 'payment')
      const goodsKept = voidOf(ended, event, 'statutoryRefund')
      return after.judgement.outcome === 'accepted' && owedBy(after) > 0
        ? startOnce(goodsKept, 'payment', event)
        : goodsKept
    }
    case 'Paid':
      return met(clocks, event, 'payment', 'toCard', 'cashierSameDay', 'overall', 'statutoryRefund')
    case 'PaymentFailed':
      return start(met(clocks, event, 'cashierSameDay'), 'exceptionReport', event)
    case 'ExceptionReported':
      return met(clocks, event, 'exceptionReport')
    case 'Disputed':
      return start(clocks, 'evidence', event, { level: event.data.level })
    case 'Ruled':
      return paymentAnew(voidOf(clocks, event, 'review', 'cashierSameDay'), owedBy(after), event)
    case 'Notified': {
      const extension = event.data.extension
      if (extension !== undefined)
        return clocks.map((clock) =>
          clock.rule === extension.rule && running(clock) ? { ...clock, extendedTo: extension.until } : clock,
        )
      return event.data.to === 'customerService' && totalOf(before.netPaid) > 0 ? met(clocks, event, 'finance') : clocks
    }
    case 'Withdrawn':
    case 'AlternativeAccepted':
      return endAll(clocks, event)
    case 'Closed':
      return endAll(clocks, event, 'overall')
    case 'Shipped':
    case 'Noted':
    case 'PaymentStarted':
    case 'PaymentUnknown':
    case 'PaymentReversed':
    case 'BankLineMatched':
    case 'DestinationVerified':
    case 'ReceiptConfirmed':
    case 'FeedbackGiven':
    case 'Reopened':
    case 'PersonalDataErased':
    case 'RequestLapsed':
      return clocks
  }
}

const startsAfterTheEnd = (clock: Clock, event: Event): boolean => {
  if (clock.rule === 'payment') return event.type === 'Ruled' || event.type === 'Reviewed'
  return clock.rule !== 'review' && clock.rule !== 'statutoryRefund'
}

/**
 * The deadlines of a case after one more event: which start, which are met, which are void (model §5). Once a decline, a
 * withdrawal or a closing has ended them, a dispute brings back none but its own, and only a ruling or concession
 * starts payment anew.
 */
export const clocksAfter = (before: RefundCase, after: RefundCase, event: Event): Clocks => {
  const clocks = movedBy(before, after, event)
  if (!before.clocksEnded) return clocks
  const conceded = event.type !== 'Reviewed' || event.data.stage === 'afterInspection'
  return clocks.filter(
    (clock) =>
      clock.startedBy !== event.meta.id ||
      (clock.rule === 'payment' ? conceded && startsAfterTheEnd(clock, event) : startsAfterTheEnd(clock, event)),
  )
}
