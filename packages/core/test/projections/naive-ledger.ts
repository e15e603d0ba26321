import type { Stored } from '../../src/eventsourcing/index.js'
import type { CaseEvent, CaseEventType, CaseState } from '../../src/refund-case/index.js'
import { evolve, noCase, postingsOf } from '../../src/refund-case/index.js'
import type { Placed } from './log.js'

/** What a ledger row comes to when it is looked up in all events, each time anew. */
export interface NaiveRow {
  readonly index: number
  readonly caseNo: string
  readonly month: string
  readonly amount: number
  readonly currency: string
  readonly occurredAt: string
  readonly correction: boolean
  readonly toTechAt: string | null
  readonly toFinanceAt: string | null
  readonly cashier: string | null
  readonly financeRepliedAt: string | null
  readonly customerToldAt: string | null
}

const FOLLOWS = 8 * 60 * 60 * 1_000

/** The month on the wall in Shanghai. */
const monthOn = (instant: string): string => new Date(Date.parse(instant) + FOLLOWS).toISOString().slice(0, 7)

const nextMonth = (month: string): string => {
  const date = new Date(`${month}-01T00:00:00.000Z`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, 7)
}

const isCase = (placed: Placed): placed is Placed<CaseEvent> => placed.place.stream.startsWith('refundCase-')

/** Where a month is cut: the place of its last Prepared; once it is archived, the last one that was approved. */
const cutOf = (events: ReadonlyArray<Placed>, month: string): number => {
  const isOf = ({ stream }: Placed['place']) => stream.startsWith('ledger-') && stream.endsWith(month)
  const archived = events.find(({ event, place }) => event.type === 'Archived' && isOf(place))?.place.stream
  const approved = events.findLastIndex(
    ({ event, place }) => event.type === 'HeadApproved' && place.stream === archived,
  )
  const until = approved === -1 ? events : events.slice(0, approved)
  return until.findLastIndex(({ event, place }) => event.type === 'Prepared' && isOf(place))
}

const monthOfLedger = (events: ReadonlyArray<Placed>, index: number, dated: string): string => {
  let month = dated
  for (;;) {
    const cut = cutOf(events, month)
    if (cut === -1 || index < cut) return month
    month = nextMonth(month)
  }
}

/** Every row there is, in the global order. */
export const naiveRows = (events: ReadonlyArray<Placed>): ReadonlyArray<NaiveRow> =>
  events.flatMap((placed, index): ReadonlyArray<NaiveRow> => {
    if (!isCase(placed) || (placed.event.type !== 'Paid' && placed.event.type !== 'PaymentReversed')) return []
    const { event, place } = placed
    const own = events
      .map((each, at) => ({ each, at }))
      .filter(({ each }) => each.place.stream === place.stream)
      .map(({ each, at }) => ({ event: each.event as Stored<CaseEvent>, at }))
    const before = own.filter(({ at }) => at < index).map((each) => each.event)
    const last = (says: (each: Stored<CaseEvent>) => boolean) => before.findLast(says)?.meta.occurredAt ?? null
    const month = monthOfLedger(events, index, monthOn(event.meta.occurredAt))
    const cut = cutOf(events, month)
    const ends: ReadonlySet<CaseEventType> = new Set(['Paid', 'PaymentReversed', 'Closed'] as const)
    const after = own.filter(({ at }) => at > index)
    const end = after.find(({ event: each }) => ends.has(each.type))?.at ?? Infinity
    const toldTo = (to: string) =>
      after.find(
        ({ event: each, at }) =>
          each.type === 'Notified' && each.data.to === to && at < end && (cut === -1 || at < cut),
      )?.event.meta.occurredAt ?? null
    const request = own[0]?.event
    if (request?.type !== 'Requested') return []
    const reversedPaid = own.find(
      ({ event: each, at }) => at < index && each.type === 'Paid' && each.data.attempt === event.data.attempt,
    )
    const reversedMonth =
      event.type === 'PaymentReversed' && reversedPaid !== undefined
        ? monthOfLedger(events, reversedPaid.at, monthOn(reversedPaid.event.meta.occurredAt))
        : month
    const sum = Object.values(event.data.amounts).reduce((total, amount) => total + amount, 0)
    const round = before.findLastIndex((each) => each.type === 'Approved' && each.data.step === 1)
    const inRound = round === -1 ? [] : before.slice(round)
    return [
      {
        index,
        caseNo: request.data.caseNo,
        month,
        amount: event.type === 'Paid' ? sum : -sum,
        currency: request.data.currency,
        occurredAt: event.meta.occurredAt,
        correction: monthOn(event.meta.occurredAt) < month || reversedMonth < month,
        toTechAt: last((each) => each.type === 'Submitted' && each.data.to === 'technical'),
        toFinanceAt: last((each) => each.type === 'Submitted' && each.data.to === 'finance'),
        cashier:
          inRound.find((each) => each.type === 'Approved' && each.data.role === 'cashier')?.meta.actor.id ?? null,
        financeRepliedAt: toldTo('customerService'),
        customerToldAt: toldTo('customer'),
      },
    ]
  })

/** What each event moved refunds payable by, with the month in whose ledger that stands: from the postings. */
export const naivePayable = (
  events: ReadonlyArray<Placed>,
): ReadonlyArray<{ readonly month: string; readonly currency: string; readonly change: number }> => {
  const states = new Map<string, CaseState>()
  return events.flatMap((placed, index) => {
    if (!isCase(placed)) return []
    const { event, place } = placed
    const before = states.get(place.stream) ?? noCase
    const state = evolve(before, event)
    states.set(place.stream, state)
    if (state.kind !== 'case') return []
    let change = 0
    for (const { account, side, amount } of postingsOf(before, event))
      if (account === 'refundsPayable') change += side === 'credit' ? amount : -amount
    const month = monthOfLedger(events, index, monthOn(event.meta.occurredAt))
    return change === 0 ? [] : [{ month, currency: state.requested.currency, change }]
  })
}
