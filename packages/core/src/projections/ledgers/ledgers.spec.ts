import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histories } from '../../../test/projections/histories.js'
import { feed, type Placed } from '../../../test/projections/log.js'
import { months } from '../../../test/projections/months.js'
import { naivePayable, naiveRows } from '../../../test/projections/naive-ledger.js'
import { sha256 } from '../../../test/toy-account.js'
import { YearMonth } from '../../calendar/index.js'
import type { ReleasedRow } from './ledger-book.js'
import { ledgers, type LedgersView } from './ledgers.js'
import type { LedgerRecord } from './saved-book.js'

const all = await histories()
const RUNS = { numRuns: 60 }

const month = (text: string): YearMonth => {
  if (!YearMonth.is(text)) throw new Error(text)
  return text
}
const asked = ['2026-06', '2026-07', '2026-08', '2026-09'].map(month)

const projected = (events: Iterable<Placed>) => {
  const projecting = ledgers({ sha256 }).begin()
  feed(projecting, events)
  return projecting
}

const everything = (view: LedgersView) => asked.map((each) => [view.customerService(each), view.finance(each)])

const asSaved = (records: Iterable<LedgerRecord>) => JSON.parse(JSON.stringify([...records])) as Array<LedgerRecord>

const order = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

describe('the ledgers of a month', () => {
  it('list the same cases and amounts, and each total is the sum of its rows (rule 15)', () => {
    fc.assert(
      fc.property(months(all), (events) => {
        const { view } = projected(events)
        for (const each of asked) {
          const [cs, finance] = [view.customerService(each), view.finance(each)]
          const listed = ({ rows }: typeof cs | typeof finance) =>
            rows.map(({ seq, refundSheetNo, amount, currency }) => ({ seq, refundSheetNo, amount, currency }))
          expect(listed(cs)).toEqual(listed(finance))
          expect(cs.rows.map(({ seq }) => seq)).toEqual(cs.rows.map((_, index) => index + 1))
          for (const { currency, amount } of cs.totals)
            expect(cs.rows.reduce((sum, row) => sum + (row.currency === currency ? row.amount : 0), 0)).toBe(amount)
          expect(cs.totals).toEqual(finance.totals)
        }
      }),
      RUNS,
    )
  })

  it('are what a look at all events finds, row by row', () => {
    fc.assert(
      fc.property(months(all), (events) => {
        const { view } = projected(events)
        const found = naiveRows(events)
        for (const each of asked) {
          const { rows } = view.customerService(each)
          const finance = view.finance(each).rows
          const naive = found.filter((row) => row.month === each)
          const said = rows.map((row, index) => ({
            caseNo: row.refundSheetNo,
            amount: row.amount,
            currency: row.currency,
            occurredAt: row.occurredAt,
            correction: row.correction,
            toTechAt: row.toTechAt,
            toFinanceAt: row.toFinanceAt,
            cashier: finance[index]?.cashierCheck?.by ?? null,
            financeRepliedAt: row.financeRepliedAt,
            customerToldAt: row.customerToldAt,
          }))
          expect(said.toSorted(order)).toEqual(
            naive.map(({ index: _index, month: _month, ...row }) => row).toSorted(order),
          )
        }
        expect(found.every((row) => asked.some((each) => each === row.month))).toBe(true)
      }),
      RUNS,
    )
  })

  it('carry refunds payable on: opening + movements = closing, and the next month opens with it (rule 17)', () => {
    fc.assert(
      fc.property(months(all), (events) => {
        const { view } = projected(events)
        const changes = naivePayable(events)
        const closings = new Map<string, number>()
        for (const each of asked)
          for (const payable of view.finance(each).refundsPayable) {
            const { currency, opening, approved, voided, started, failed, reversed, closing } = payable
            expect(opening + approved - voided - started + failed + reversed).toBe(closing)
            expect(opening).toBe(closings.get(currency) ?? 0)
            closings.set(currency, closing)
            const naive = changes.filter((change) => change.currency === currency && change.month <= each)
            expect(closing).toBe(naive.reduce((sum, { change }) => sum + change, 0))
          }
      }),
      RUNS,
    )
  })

  it('never change once the month is archived (rule 17)', () => {
    fc.assert(
      fc.property(months(all), (events) => {
        const projecting = ledgers({ sha256 }).begin()
        const closed = new Map<YearMonth, string>()
        for (const placed of events) {
          feed(projecting, [placed])
          for (const [each, digest] of closed) expect(projecting.view.finance(each).digest).toBe(digest)
          if (placed.event.type === 'Archived') {
            const archived = month(placed.place.stream.slice(-7))
            closed.set(archived, projecting.view.finance(archived).digest)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('are the same after a restart at any point (rule 14)', () => {
    fc.assert(
      fc.property(months(all), fc.nat(), (events, cut) => {
        const at = cut % (events.length + 1)
        const before = projected(events.slice(0, at))
        const again = ledgers({ sha256 }).begin(asSaved(before.save()))
        feed(again, events.slice(at))
        expect(everything(again.view)).toEqual(everything(projected(events).view))
      }),
      RUNS,
    )
  })

  it('lose no row to the sink, and keep digest and total without them', () => {
    fc.assert(
      fc.property(months(all), fc.integer({ min: 1, max: 40 }), (events, every) => {
        const projecting = ledgers({ sha256 }).begin()
        const released: Array<ReleasedRow> = []
        for (let at = 0; at < events.length; at += every) {
          feed(projecting, events.slice(at, at + every))
          released.push(...(projecting.release?.() ?? []))
        }
        const whole = projected(events).view
        expect(released).toEqual(projected(events).release?.())
        for (const each of asked) {
          const kept = projecting.view.finance(each)
          const gone = released.filter((row) => row.month === each).map(({ finance }) => finance)
          const rows = [...gone, ...kept.rows].toSorted((a, b) => a.seq - b.seq)
          const { rows: expected, ...rest } = whole.finance(each)
          expect(rows).toEqual(expected)
          expect({ ...kept, rows: [], released: 0 }).toEqual({ ...rest, rows: [] })
        }
      }),
      RUNS,
    )
  })
})
