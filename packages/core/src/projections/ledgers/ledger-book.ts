import { addMonths, type YearMonth } from '../../calendar/index.js'
import type { StreamName } from '../../eventsourcing/index.js'
import type { Entry, LedgerCase } from './ledger-case.js'
import { ledgerMonth, type LedgerMonth } from './ledger-month.js'
import type { CustomerServiceRow, FinanceRow, RowPlace } from './ledger.js'
import type { Movements } from './movements.js'

/** A row as it leaves memory: its month, and how each department keeps it. Its number is in both. */
export interface ReleasedRow {
  readonly month: YearMonth
  readonly customerService: CustomerServiceRow
  readonly finance: FinanceRow
}

export interface ClosedMonth {
  /** By the numbers of their entries. */
  readonly rows: Map<number, ReleasedRow>
  readonly movements: Array<Movements>
}

/** Everything the ledgers remember, changed in place. */
export interface LedgerBook {
  /** How many cuts have been made. */
  cuts: number
  /** How many entries there have been. */
  entries: number
  /** The latest closed month: up to there nothing changes. */
  closedUpTo: YearMonth | null
  readonly cases: Map<StreamName, LedgerCase>
  /** The entries of months that are not closed, by their numbers, in the global order. */
  readonly loose: Map<number, Entry>
  /** The numbers of entries that nothing changes any more, in the order in which that came to be. */
  ready: Array<number>
  readonly months: Map<YearMonth, LedgerMonth>
  movements: Array<Movements>
  /** What stands in a closed month for good. */
  readonly closed: Map<YearMonth, ClosedMonth>
}

export const emptyBook = (): LedgerBook => ({
  cuts: 0,
  entries: 0,
  closedUpTo: null,
  cases: new Map(),
  loose: new Map(),
  ready: [],
  months: new Map(),
  movements: [],
  closed: new Map(),
})

export const monthIn = (book: LedgerBook, month: YearMonth): LedgerMonth => {
  const known = book.months.get(month)
  if (known !== undefined) return known
  const opened = ledgerMonth(month)
  book.months.set(month, opened)
  return opened
}

/** Whether what is dated in the month stands in it for sure, wherever its cut will be. */
export const isUncut = (book: LedgerBook, month: YearMonth): boolean =>
  (book.closedUpTo === null || month > book.closedUpTo) && (book.months.get(month)?.cut ?? null) === null

/**
 * The month in whose ledger something stands: the first that is not closed, from its own on, whose cut it came before.
 * `cuts` is how many cuts had been made before it.
 */
export const standsIn = (
  book: LedgerBook,
  { dated, cuts }: { readonly dated: YearMonth; readonly cuts: number },
): YearMonth => {
  let month = book.closedUpTo !== null && dated <= book.closedUpTo ? addMonths(book.closedUpTo, 1) : dated
  for (;;) {
    const cut = book.months.get(month)?.cut ?? null
    const next = addMonths(month, 1)
    if (cut === null || cuts < cut || next === month) return month
    month = next
  }
}

/** The entries of one open month in the order of their numbers, with the place of each. */
export const entriesOf = (
  book: LedgerBook,
  month: YearMonth,
): ReadonlyArray<{ readonly entry: Entry; readonly seq: number }> => {
  const here = [...book.loose.values()].filter((entry) => standsIn(book, entry) === month)
  const sure = here.filter(({ seq }) => seq !== null)
  const others = here.filter(({ seq }) => seq === null)
  const first = (book.months.get(month)?.born ?? 0) + 1
  return [
    ...sure.map((entry) => ({ entry, seq: entry.seq ?? 0 })),
    ...others.map((entry, index) => ({ entry, seq: first + index })),
  ]
}

/** Where each entry that is not closed stands. */
export const placesIn = (book: LedgerBook): ReadonlyMap<number, RowPlace> => {
  const places = new Map<number, RowPlace>()
  const others = new Map<YearMonth, number>()
  for (const entry of book.loose.values()) {
    const month = standsIn(book, entry)
    if (entry.seq === null) {
      const seq = (others.get(month) ?? book.months.get(month)?.born ?? 0) + 1
      others.set(month, seq)
      places.set(entry.no, { month, seq })
    } else places.set(entry.no, { month, seq: entry.seq })
  }
  return places
}
