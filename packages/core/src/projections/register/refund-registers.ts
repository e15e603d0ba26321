import type { LocalDate, TimeZone } from '../../calendar/index.js'
import type { StreamName } from '../../eventsourcing/index.js'
import { caseKind } from '../../refund-case/index.js'
import { daysIn } from '../case-rows/days.js'
import { totalsOf } from '../case-rows/totals.js'
import type { OurPayment } from '../reconciliation/index.js'
import { reading, type Projection } from '../runner/projection.js'
import type { RefundRegister } from './refund-register.js'
import { takeCase, type Entered, type RegisterBook, type RegisterCase } from './register-book.js'

export interface RegisterSettings {
  /** Days are those on this wall; Asia/Shanghai where none is named. */
  readonly timeZone?: TimeZone
}

/** 退款登记: what may be asked of it. */
export interface RefundRegistersView {
  readonly register: (date: LocalDate) => RefundRegister
  /** The payments and returns of the days from `from` to `to`, both included: what a bank's lines are held against. */
  readonly payments: (from: LocalDate, to: LocalDate) => ReadonlyArray<OurPayment>
}

export type RegisterRecord =
  | { readonly kind: 'case'; readonly stream: StreamName; readonly of: RegisterCase }
  | { readonly kind: 'day'; readonly date: LocalDate; readonly entered: Array<Entered> }

/** Everything paid and everything that came back, day by day (RC2, AP4). */
export const refundRegisters = ({ timeZone = 'Asia/Shanghai' }: RegisterSettings = {}): Projection<
  RefundRegistersView,
  RegisterRecord
> => ({
  name: 'refund-registers',
  version: 1,
  begin: (saved = []) => {
    const book: RegisterBook = { cases: new Map(), days: new Map() }
    for (const record of saved) {
      if (record.kind === 'case') book.cases.set(record.stream, record.of)
      else book.days.set(record.date, record.entered)
    }
    const dayOf = daysIn(timeZone)
    return {
      reads: [
        reading(caseKind, (event, { stream }) => {
          takeCase(book, dayOf, event, stream)
          return undefined
        }),
      ],
      view: {
        register: (date) => registerOf(book, date, timeZone),
        payments: (from, to) =>
          [...book.days.keys()]
            .filter((date) => from <= date && date <= to)
            .toSorted()
            .flatMap((date) => (book.days.get(date) ?? []).map((entry) => paymentOf(date, entry))),
      },
      save: () => recordsOf(book),
    }
  },
})

const registerOf = ({ days }: RegisterBook, date: LocalDate, timeZone: TimeZone): RefundRegister => {
  const rows: Array<RefundRegister['rows'][number]> = []
  for (const { bankLine: _bankLine, ...row } of days.get(date) ?? []) rows.push({ seq: rows.length + 1, ...row })
  return { date, timeZone, rows, totals: totalsOf(rows) }
}

const paymentOf = (date: LocalDate, entry: Entered): OurPayment => ({
  caseId: entry.caseId,
  documentNo: entry.documentNo,
  kind: entry.kind,
  attempt: entry.attempt,
  reference: entry.reference,
  voucherNo: entry.voucherNo,
  date,
  amount: entry.amount,
  currency: entry.currency,
  bankLine: entry.bankLine,
})

function* recordsOf({ cases, days }: RegisterBook): Iterable<RegisterRecord> {
  for (const [stream, of] of cases) yield { kind: 'case', stream, of }
  for (const [date, entered] of days) yield { kind: 'day', date, entered }
}
