import { localDateOf, type TimeZone, type YearMonth } from '../../calendar/index.js'
import type { Sha256 } from '../../eventsourcing/index.js'
import { ledgerStream, type LedgerDepartment } from '../../ledger/index.js'
import { digestOf } from '../case-rows/digest.js'
import { totalsOf } from '../case-rows/totals.js'
import { rowsIn } from './closing.js'
import { standsIn, type LedgerBook, type ReleasedRow } from './ledger-book.js'
import { approverOf, ledgerMonth } from './ledger-month.js'
import type { CustomerServiceLedger, FinanceLedger, Ledger, LedgerRow } from './ledger.js'
import { refundsPayableIn, type Movements } from './movements.js'

interface Asked {
  readonly book: LedgerBook
  readonly month: YearMonth
  readonly sha256: Sha256
  readonly timeZone: TimeZone
}

/** F3 of a month. */
export const customerServiceLedger = (asked: Asked): CustomerServiceLedger =>
  ledgerOf(asked, 'customerService', ({ customerService }) => customerService)

/** F4 of a month. */
export const financeLedger = (asked: Asked): FinanceLedger => ledgerOf(asked, 'finance', ({ finance }) => finance)

const ledgerOf = <Row extends LedgerRow>(
  { book, month, sha256, timeZone }: Asked,
  department: LedgerDepartment,
  kept: (row: ReleasedRow) => Row,
): Ledger<Row> => {
  const known = book.months.get(month) ?? ledgerMonth(month)
  const steps = known.steps[department]
  const { prepared, status } = steps
  const isClosed = book.closedUpTo !== null && month <= book.closedUpTo
  const rows = (isClosed ? closedRows(book, month) : rowsIn(book, month)).map(kept)
  const digests = [
    ...known.left.map(({ seq, digests: left }) => ({ seq, digest: left[department] })),
    ...rows.map((row) => ({ seq: row.seq, digest: digestOf(sha256, row) })),
  ].toSorted((a, b) => a.seq - b.seq)
  return {
    no: ledgerStream({ department, month }),
    department,
    month,
    timeZone,
    preparer: prepared?.by ?? null,
    preparedOn: prepared === null ? null : localDateOf(timeZone, prepared.at),
    approver: approverOf(steps),
    rows,
    released: known.left.length,
    totals: totalsOf([...known.left.map(({ total }) => total), ...rows]),
    refundsPayable: refundsPayableIn(month, movedIn(book)),
    digest: sha256(digests.map(({ digest }) => `${digest}\n`).join('')),
    status,
  }
}

const closedRows = (book: LedgerBook, month: YearMonth): ReadonlyArray<ReleasedRow> =>
  [...(book.closed.get(month)?.rows.values() ?? [])].toSorted((a, b) => a.finance.seq - b.finance.seq)

const movedIn = function* (book: LedgerBook): Iterable<readonly [YearMonth, Movements]> {
  for (const [month, { movements }] of book.closed) for (const each of movements) yield [month, each]
  for (const each of book.movements) yield [standsIn(book, each), each]
}
