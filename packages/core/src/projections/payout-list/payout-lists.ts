import { addDays, startOfDay, type Instant, type LocalDate, type TimeZone } from '../../calendar/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import { caseKind, type CaseEvent } from '../../refund-case/index.js'
import { caseIdOf, openCard, rowOf } from '../case-rows/case-card.js'
import { totalsOf } from '../case-rows/totals.js'
import { reading, type Projection } from '../runner/projection.js'
import { payoutCase, takeOnto, type PayoutCase, type PayoutChange } from './payout-case.js'
import type { PayoutList, PayoutRow } from './payout-list.js'

export interface PayoutSettings {
  /** Days are those on this wall; Asia/Shanghai where none is named. */
  readonly timeZone?: TimeZone
}

/** 退款清单: what may be asked of it. */
export interface PayoutListsView {
  readonly list: (date: LocalDate) => PayoutList
}

export type PayoutRecord = readonly [stream: StreamName, known: PayoutCase]

/** What the cashier paid on each day, and what was due at its end (PY2). */
export const payoutLists = ({ timeZone = 'Asia/Shanghai' }: PayoutSettings = {}): Projection<
  PayoutListsView,
  PayoutRecord
> => ({
  name: 'payout-lists',
  version: 1,
  begin: (saved = []) => {
    const cases = new Map<StreamName, PayoutCase>(saved)
    return {
      reads: [
        reading(caseKind, (event, { stream }) => {
          takeCase(cases, event, stream)
          return undefined
        }),
      ],
      view: { list: (date) => listOf(cases.values(), date, timeZone) },
      save: () => cases,
    }
  },
})

const takeCase = (cases: Map<StreamName, PayoutCase>, event: Stored<CaseEvent>, stream: StreamName): void => {
  const known = cases.get(stream)
  if (known !== undefined) takeOnto(known, event)
  else if (event.type === 'Requested') cases.set(stream, payoutCase(openCard(caseIdOf(stream), event)))
}

const listOf = (cases: Iterable<PayoutCase>, date: LocalDate, timeZone: TimeZone): PayoutList => {
  const from = startOfDay(timeZone, date)
  const to = startOfDay(timeZone, addDays(date, 1))
  const found: Array<Omit<PayoutRow, 'seq'>> = []
  for (const known of cases) for (const row of rowsOf(known, from, to)) found.push(row)
  const rows: Array<PayoutRow> = []
  for (const row of found.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))))
    rows.push({ seq: rows.length + 1, ...row })
  return {
    date,
    timeZone,
    rows,
    paid: totalsOf(rows.filter(({ status }) => status === 'paid')),
    outstanding: totalsOf(rows.filter(({ status }) => isOutstanding(status))),
  }
}

const isOutstanding = (status: PayoutChange['status']): boolean =>
  status === 'due' || status === 'started' || status === 'unknown'

/** What became of attempts on the day, and what was still to be paid at its end. */
const rowsOf = (
  { card, changes, bankLines }: PayoutCase,
  from: Instant,
  to: Instant,
): ReadonlyArray<Omit<PayoutRow, 'seq'>> => {
  const rows: Array<Omit<PayoutRow, 'seq'>> = []
  const last = changes.findLast(({ at }) => at < to)
  for (const each of changes) {
    const { status, attempt } = each
    if (status === 'settled') continue
    const isDone = (status === 'paid' || status === 'failed') && from <= each.at && each.at < to
    if (!isDone && !(each === last && isOutstanding(status))) continue
    const bankLine = status === 'paid' ? (bankLines.find((line) => line.attempt === attempt)?.reference ?? null) : null
    rows.push({
      ...rowOf(card, each.amount, each.details),
      status,
      at: each.at,
      attempt,
      method: each.method,
      account: each.details.account,
      holder: each.details.holder,
      reference: each.reference,
      voucherNo: each.voucherNo,
      bankLine,
    })
  }
  return rows
}
