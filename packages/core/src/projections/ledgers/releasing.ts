import type { Sha256 } from '../../eventsourcing/index.js'
import { digestOf } from '../case-rows/digest.js'
import { rowOfEntry } from './closing.js'
import { monthIn, type LedgerBook, type ReleasedRow } from './ledger-book.js'
import type { RowPlace } from './ledger.js'

const sureWithout: ReadonlyMap<number, RowPlace> = new Map()

/**
 * Takes the rows out of memory that nothing changes any more: those whose case was closed before the first cut of their
 * month, and those of closed months.
 */
export const releaseRows = (book: LedgerBook, sha256: Sha256): ReadonlyArray<ReleasedRow> => {
  const rows: Array<ReleasedRow> = []
  for (const no of book.ready) {
    const row = takenOut(book, no)
    if (row === undefined) continue
    rows.push(row)
    const { seq, currency, amount } = row.finance
    monthIn(book, row.month).left.push({
      seq,
      digests: { customerService: digestOf(sha256, row.customerService), finance: digestOf(sha256, row.finance) },
      total: { currency, amount },
    })
  }
  book.ready = []
  return rows
}

const takenOut = (book: LedgerBook, no: number): ReleasedRow | undefined => {
  const entry = book.loose.get(no)
  if (entry !== undefined) {
    book.loose.delete(no)
    return rowOfEntry(book, entry, { month: entry.dated, seq: entry.seq ?? 0 }, null, sureWithout)
  }
  for (const { rows } of book.closed.values()) {
    const row = rows.get(no)
    if (row !== undefined && rows.delete(no)) return row
  }
  return undefined
}
