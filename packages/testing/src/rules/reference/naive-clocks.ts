import type { CaseEvent, CaseEventOf, Stored } from '@refund-case/core'
import { observe, walk } from './reference-case.js'
import { total, type ReferenceCase } from './reference-record.js'

// The deadlines of a case by the table of model §5, read row by row.

export interface NaiveClock {
  readonly rule: string
  readonly level: string | undefined
  readonly startedAt: string
  readonly startedBy: string
  extendedTo: string | undefined
  ended: { readonly how: 'met' | 'void'; readonly at: string; readonly waits?: true } | undefined
  readonly pauses: Array<{ readonly from: string; readonly to: string }>
}

const withoutGoods: ReadonlySet<string> = new Set([
  'unshippedRefund',
  'keepGoodsRefund',
  'compensation',
  'freightCompensation',
])

/** What a decline, a withdrawal or a closing ended for good. */
const never: ReadonlySet<string> = new Set(['review', 'overall', 'statutoryRefund', 'faultSheet'])

class Clocks {
  readonly all: Array<NaiveClock> = []
  ended = false

  running(rule: string): ReadonlyArray<NaiveClock> {
    return this.all.filter((clock) => clock.rule === rule && clock.ended === undefined)
  }

  start(event: Stored<CaseEvent>, rule: string, more: { startedAt?: string; level?: string } = {}): void {
    const { meta } = event
    if (this.ended && never.has(rule)) return
    const concession = event.type === 'Reviewed' && event.data.stage === 'afterInspection'
    if (this.ended && rule === 'payment' && event.type !== 'Ruled' && !concession) return
    this.all.push({
      rule,
      level: more.level,
      startedAt: more.startedAt ?? meta.occurredAt,
      startedBy: meta.id,
      extendedTo: undefined,
      ended: undefined,
      pauses: [],
    })
  }

  startUnlessRunning(event: Stored<CaseEvent>, rule: string): void {
    if (this.running(rule).length === 0) this.start(event, rule)
  }

  end(how: 'met' | 'void', { meta }: Stored<CaseEvent>, ...rules: ReadonlyArray<string>): void {
    for (const clock of this.all)
      if (clock.ended === undefined && (rules.length === 0 || rules.includes(clock.rule)))
        clock.ended = { how, at: meta.occurredAt }
  }

  /** The statutory clock is void until a passing inspection. */
  wait({ meta }: Stored<CaseEvent>): void {
    for (const clock of this.running('statutoryRefund')) clock.ended = { how: 'void', at: meta.occurredAt, waits: true }
  }

  endAll(event: Stored<CaseEvent>): void {
    this.end('void', event)
    this.ended = true
  }
}

const isComplete = (sheet: CaseEventOf<'EvidenceAdded'>['data']['faultSheet']): boolean => {
  if (sheet === undefined) return false
  const { purchasedAt, bank, amount, registeredMobile, symptom } = sheet
  return [purchasedAt, bank, amount, registeredMobile, symptom].every((field) => field !== undefined)
}

const owed = (known: ReferenceCase): boolean => total(known.quote ?? {}) - total(known.netPaid) > 0

const afterReview = (clocks: Clocks, before: ReferenceCase, after: ReferenceCase, event: Stored<CaseEvent>): void => {
  if (event.type !== 'Reviewed') return
  const { stage, outcome } = event.data
  clocks.end('met', event, 'review')
  if (outcome === 'declined') {
    if (total(before.netPaid) > 0) return
    clocks.wait(event)
    return clocks.endAll(event)
  }
  if (outcome === 'moreEvidence') return
  if (before.inForce !== undefined) clocks.end('void', event, 'cashierSameDay')
  if (stage === 'technical') return clocks.start(event, 'toFinance')
  const concession =
    stage === 'afterInspection' && (before.inspection === 'failed' || before.inspection === 'partlyPassed')
  if (concession) {
    clocks.end('void', event, 'payment')
    if (owed(after)) clocks.start(event, 'payment')
  } else if (withoutGoods.has(after.route) && owed(after)) clocks.startUnlessRunning(event, 'payment')
}

const afterInspection = (clocks: Clocks, after: ReferenceCase, event: Stored<CaseEvent>): void => {
  if (event.type !== 'Inspected') return
  if (event.data.result === 'failed') {
    clocks.wait(event)
    return clocks.end('void', event, 'payment')
  }
  for (const clock of clocks.all)
    if (clock.ended?.waits === true) {
      clock.pauses.push({ from: clock.ended.at, to: event.meta.occurredAt })
      clock.ended = undefined
    }
  if (owed(after)) clocks.startUnlessRunning(event, 'payment')
}

/** Every deadline that a case ever had. */
export const naiveClocks = (events: ReadonlyArray<Stored<CaseEvent>>): ReadonlyArray<NaiveClock> => {
  const clocks = new Clocks()
  const [first] = events
  if (first?.type !== 'Requested') return []
  clocks.start(first, 'review')
  clocks.start(first, 'overall')
  if (first.data.route === 'paymentFault') clocks.start(first, 'faultSheet', { startedAt: first.data.firstContactAt })
  let awaited = false
  walk(events, ({ before, event }) => {
    const after = {
      ...before,
      netPaid: { ...before.netPaid },
      recorders: new Set<string>(),
      reviewers: new Set<string>(),
      attempts: before.attempts.map((each) => ({ ...each })),
    }
    observe(after, event)
    switch (event.type) {
      case 'Reviewed':
        awaited = event.data.outcome === 'moreEvidence'
        return afterReview(clocks, before, after, event)
      case 'EvidenceAdded':
        if (isComplete(event.data.faultSheet)) clocks.end('met', event, 'faultSheet')
        if (event.data.side === 'merchant') return clocks.end('met', event, 'evidence')
        if (awaited) clocks.startUnlessRunning(event, 'review')
        awaited = false
        return
      case 'Submitted':
        if (event.data.to !== 'finance') return
        clocks.end('met', event, 'toFinance')
        return clocks.start(event, 'finance')
      case 'SentBack':
        return event.data.by === 'finance' ? clocks.end('met', event, 'finance') : undefined
      case 'FundsChecked':
        if (event.data.result === 'notReceived') {
          clocks.end('met', event, 'finance')
          return clocks.end('void', event, 'payment', 'toCard')
        }
        clocks.startUnlessRunning(event, 'payment')
        return clocks.start(event, 'toCard')
      case 'GoodsReceived':
        return clocks.all.some(({ rule }) => rule === 'statutoryRefund') || total(before.netPaid) > 0
          ? undefined
          : clocks.start(event, 'statutoryRefund')
      case 'Inspected':
        return afterInspection(clocks, after, event)
      case 'Approved':
        return event.data.completes ? clocks.start(event, 'cashierSameDay') : undefined
      case 'ApprovalRefused':
        clocks.end('void', event, 'cashierSameDay')
        return clocks.end('met', event, 'finance')
      case 'AmountAdjusted':
      case 'DestinationChanged':
        return clocks.end('void', event, 'cashierSameDay')
      case 'RouteChanged':
        clocks.end('void', event, 'cashierSameDay')
        if (!withoutGoods.has(event.data.to)) return clocks.end('void', event, 'payment')
        clocks.end('void', event, 'statutoryRefund')
        return after.accepted && owed(after) ? clocks.startUnlessRunning(event, 'payment') : undefined
      case 'Paid':
        return clocks.end('met', event, 'payment', 'toCard', 'cashierSameDay', 'overall', 'statutoryRefund')
      case 'PaymentFailed':
        clocks.end('met', event, 'cashierSameDay')
        return clocks.start(event, 'exceptionReport')
      case 'ExceptionReported':
        return clocks.end('met', event, 'exceptionReport')
      case 'Disputed':
        return clocks.start(event, 'evidence', { level: event.data.level })
      case 'Ruled':
        clocks.end('void', event, 'review', 'cashierSameDay', 'payment')
        return owed(after) ? clocks.start(event, 'payment') : undefined
      case 'Notified': {
        const until = event.data.extension?.until
        if (until !== undefined)
          for (const clock of clocks.running(event.data.extension?.rule ?? '')) clock.extendedTo = until
        else if (event.data.to === 'customerService' && total(before.netPaid) > 0) clocks.end('met', event, 'finance')
        return
      }
      case 'Closed':
        clocks.end('met', event, 'overall')
        return clocks.endAll(event)
      case 'Withdrawn':
      case 'AlternativeAccepted':
        return clocks.endAll(event)
      default:
    }
  })
  return clocks.all
}
