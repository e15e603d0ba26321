import type { YearMonth } from '../../calendar/index.js'
import { streamName } from '../../eventsourcing/index.js'
import type { Entry, LedgerCase } from './ledger-case.js'
import {
  entriesOf,
  isUncut,
  monthIn,
  placesIn,
  standsIn,
  type ClosedMonth,
  type LedgerBook,
  type ReleasedRow,
} from './ledger-book.js'
import { customerServiceRow, financeRow } from './ledger-rows.js'
import type { RowPlace } from './ledger.js'

/** The case of an entry; its stream is named by its id. */
const caseOf = (book: LedgerBook, { caseId }: Entry): LedgerCase | undefined =>
  book.cases.get(streamName('refundCase', caseId))

const nowhere: ReadonlyMap<number, RowPlace> = new Map()

/** Where the row stands that this one takes back. */
const reversedPlace = (book: LedgerBook, entry: Entry, places: ReadonlyMap<number, RowPlace>): RowPlace | null => {
  if (entry.reverses === null) return null
  const paid = caseOf(book, entry)?.paid.find(({ entry: no }) => no === entry.reverses)
  return paid?.place ?? places.get(entry.reverses) ?? null
}

/** The rows of a month that is not closed, as they stand now. */
export const rowsIn = (book: LedgerBook, month: YearMonth): ReadonlyArray<ReleasedRow> => {
  const places = placesIn(book)
  const cut = book.months.get(month)?.cut ?? null
  return entriesOf(book, month).map(({ entry, seq }) => rowOfEntry(book, entry, { month, seq }, cut, places))
}

export const rowOfEntry = (
  book: LedgerBook,
  entry: Entry,
  { month, seq }: RowPlace,
  cut: number | null,
  places: ReadonlyMap<number, RowPlace>,
): ReleasedRow => {
  const setting = { month, seq, cut, reverses: reversedPlace(book, entry, places) }
  return { month, customerService: customerServiceRow(entry, setting), finance: financeRow(entry, setting) }
}

/** Closes a month: what stands in it, and in those before it, stands there for good. */
export const closeMonth = (book: LedgerBook, month: YearMonth): void => {
  if (book.closedUpTo !== null && month <= book.closedUpTo) return
  const places = placesIn(book)
  for (const entry of book.loose.values()) {
    const place = places.get(entry.no)
    if (place === undefined || place.month > month) continue
    const cut = monthIn(book, place.month).cut
    closedIn(book, place.month).rows.set(entry.no, rowOfEntry(book, entry, place, cut, places))
    if (!entry.ready) book.ready.push(entry.no)
    const paid = caseOf(book, entry)?.paid.find(({ entry: no }) => no === entry.no)
    if (paid !== undefined) paid.place = place
  }
  for (const { rows } of book.closed.values()) for (const no of rows.keys()) book.loose.delete(no)
  book.movements = book.movements.filter((movements) => {
    const standing = standsIn(book, movements)
    if (standing > month) return true
    closedIn(book, standing).movements.push(movements)
    return false
  })
  book.closedUpTo = month
}

const closedIn = (book: LedgerBook, month: YearMonth): ClosedMonth => {
  const known = book.closed.get(month)
  if (known !== undefined) return known
  const opened = { rows: new Map<number, ReleasedRow>(), movements: [] }
  book.closed.set(month, opened)
  return opened
}

/**
 * Nothing more is learnt for the entry. It is ready to leave memory where its number and whatever it points to are sure
 * by now, and no cut hides anything of it.
 */
export const settle = (book: LedgerBook, entry: Entry): void => {
  if (entry.seq === null || !isUncut(book, entry.dated)) return
  if (entry.reverses !== null && reversedPlace(book, entry, nowhere) === null) return
  entry.ready = true
  book.ready.push(entry.no)
}
