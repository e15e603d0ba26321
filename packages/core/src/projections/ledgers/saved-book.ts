import type { YearMonth } from '../../calendar/index.js'
import type { DeskPlans } from '../../desk-plan/index.js'
import type { StreamName } from '../../eventsourcing/index.js'
import { emptyBook, type LedgerBook, type ReleasedRow } from './ledger-book.js'
import type { Entry, LedgerCase } from './ledger-case.js'
import type { LedgerMonth } from './ledger-month.js'
import type { Movements } from './movements.js'

/** One record of what the ledgers remember, as JSON. */
export type LedgerRecord =
  | { readonly kind: 'desk'; readonly desk: string; readonly plans: DeskPlans }
  | { readonly kind: 'count'; readonly of: Pick<LedgerBook, 'cuts' | 'entries' | 'closedUpTo' | 'movements' | 'ready'> }
  | { readonly kind: 'month'; readonly of: LedgerMonth }
  | { readonly kind: 'closed'; readonly month: YearMonth; readonly movements: ReadonlyArray<Movements> }
  | { readonly kind: 'row'; readonly no: number; readonly of: ReleasedRow }
  | { readonly kind: 'entry'; readonly of: Entry }
  /** `open` is the number of the entry for which something may still be learnt. */
  | { readonly kind: 'case'; readonly stream: StreamName; readonly of: LedgerCase; readonly open: number | null }

type Plans = Iterable<readonly [desk: string, plans: DeskPlans]>

/** The book, record by record. */
export function* recordsOf(book: LedgerBook, plans: Plans): Iterable<LedgerRecord> {
  for (const [desk, of] of plans) yield { kind: 'desk', desk, plans: of }
  const { cuts, entries, closedUpTo, movements, ready } = book
  yield { kind: 'count', of: { cuts, entries, closedUpTo, movements, ready } }
  for (const of of book.months.values()) yield { kind: 'month', of }
  for (const [month, { movements: moved, rows }] of book.closed) {
    yield { kind: 'closed', month, movements: moved }
    for (const [no, of] of rows) yield { kind: 'row', no, of }
  }
  for (const of of book.loose.values()) yield { kind: 'entry', of }
  for (const [stream, { open, ...of }] of book.cases)
    yield { kind: 'case', stream, of: { ...of, open: null }, open: open?.no ?? null }
}

/** The book that these records are of; an empty one without any. */
export const bookFrom = (
  saved: Iterable<LedgerRecord>,
): { readonly book: LedgerBook; readonly plans: ReadonlyArray<readonly [string, DeskPlans]> } => {
  const book = emptyBook()
  const plans: Array<readonly [string, DeskPlans]> = []
  for (const record of saved) {
    switch (record.kind) {
      case 'desk':
        plans.push([record.desk, record.plans])
        break
      case 'count':
        Object.assign(book, record.of)
        break
      case 'month':
        book.months.set(record.of.month, record.of)
        break
      case 'closed':
        book.closed.set(record.month, { rows: new Map(), movements: [...record.movements] })
        break
      case 'row':
        book.closed.get(record.of.month)?.rows.set(record.no, record.of)
        break
      case 'entry':
        book.loose.set(record.of.no, record.of)
        break
      case 'case':
        book.cases.set(record.stream, { ...record.of, open: book.loose.get(record.open ?? 0) ?? null })
    }
  }
  return { book, plans }
}
