import type { TimeZone, YearMonth } from '../../calendar/index.js'
import type { DeskPlan } from '../../desk-plan/index.js'
import type { Sha256, Stored, StreamName } from '../../eventsourcing/index.js'
import { ledgerKind, ledgerOfStream, type LedgerEvent } from '../../ledger/index.js'
import { caseKind, type CaseEvent, type CaseEventOf } from '../../refund-case/index.js'
import { caseIdOf, openCard, updateCard } from '../case-rows/case-card.js'
import { deskTimes, type DeskTimes } from '../case-rows/desk-times.js'
import { reading, type Projection } from '../runner/projection.js'
import { closeMonth, settle } from './closing.js'
import { isUncut, monthIn, standsIn, type LedgerBook, type ReleasedRow } from './ledger-book.js'
import { entryOf, ledgerCase, noteFor, type LedgerCase } from './ledger-case.js'
import { takeStep } from './ledger-month.js'
import { customerServiceLedger, financeLedger } from './ledger-of.js'
import type { CustomerServiceLedger, FinanceLedger } from './ledger.js'
import { mayMove, movedBy, nothingMoved, type Movements } from './movements.js'
import { releaseRows } from './releasing.js'
import { bookFrom, recordsOf, type LedgerRecord } from './saved-book.js'

export interface LedgerSettings {
  readonly sha256: Sha256
  /** Dates of preparing are read on this wall; Asia/Shanghai where none is named. */
  readonly timeZone?: TimeZone
  /** How a desk without a plan works; see `threeShifts`. */
  readonly usualPlan?: (desk: string) => DeskPlan
}

/** F3 and F4: what may be asked of them. */
export interface LedgersView {
  readonly customerService: (month: YearMonth) => CustomerServiceLedger
  readonly finance: (month: YearMonth) => FinanceLedger
  /** The months that have a row, a movement of refunds payable or a step, in order. */
  readonly months: () => ReadonlyArray<YearMonth>
}

/**
 * The customer-service ledger and the finance ledger of every month (LG1, rules 15 and 17). Rows that nothing changes any
 * more leave through the sink where there is one.
 */
export const ledgers = ({
  sha256,
  timeZone = 'Asia/Shanghai',
  usualPlan,
}: LedgerSettings): Projection<LedgersView, LedgerRecord, ReleasedRow> => ({
  name: 'ledgers',
  version: 1,
  begin: (saved = []) => {
    const { book, plans } = bookFrom(saved)
    const times = deskTimes(plans, usualPlan)
    const asked = (month: YearMonth) => ({ book, month, sha256, timeZone })
    return {
      reads: [
        times.reader,
        reading(caseKind, (event, { stream }) => takeCase(book, times, event, stream)),
        reading(ledgerKind, (event, { stream }) => takeLedger(book, event, stream)),
      ],
      view: {
        customerService: (month) => customerServiceLedger(asked(month)),
        finance: (month) => financeLedger(asked(month)),
        months: () => monthsOf(book),
      },
      save: () => recordsOf(book, times.save()),
      release: () => releaseRows(book, sha256),
    }
  },
})

const monthsOf = (book: LedgerBook): ReadonlyArray<YearMonth> => {
  const open = [...book.loose.values(), ...book.movements].map((each) => standsIn(book, each))
  return [...new Set([...book.months.keys(), ...book.closed.keys(), ...open])].toSorted()
}

interface Times {
  readonly monthAt: DeskTimes['monthAt']
  readonly dateAt: DeskTimes['dateAt']
}

const takeCase = (book: LedgerBook, times: Times, event: Stored<CaseEvent>, stream: StreamName): undefined => {
  const known = book.cases.get(stream)
  if (event.type === 'Requested') {
    if (known === undefined) book.cases.set(stream, ledgerCase(openCard(caseIdOf(stream), event)))
    return
  }
  if (known === undefined) return
  const { card } = known
  const { occurredAt } = event.meta
  if (mayMove(event))
    movedBy(card, event, (kind, amount) => {
      const dated = times.monthAt(card.desk, occurredAt)
      movementsIn(book, dated, card.currency).sums[kind] += amount
    })
  updateCard(card, event)
  noteFor(known, event)
  switch (event.type) {
    case 'Paid':
    case 'PaymentReversed':
      enter(book, times, known, event)
      break
    case 'Notified':
      learn(book, known, event)
      break
    case 'Closed':
      if (known.open !== null) settle(book, known.open)
      known.open = null
      break
    default:
  }
}

const movementsIn = (book: LedgerBook, dated: YearMonth, currency: string): Movements => {
  const { cuts } = book
  const known = book.movements.find((each) => each.cuts === cuts && each.dated === dated && each.currency === currency)
  if (known !== undefined) return known
  const begun = { dated, cuts, currency, sums: nothingMoved() }
  book.movements.push(begun)
  return begun
}

const enter = (
  book: LedgerBook,
  { monthAt, dateAt }: Times,
  known: LedgerCase,
  event: Stored<CaseEventOf<'Paid'> | CaseEventOf<'PaymentReversed'>>,
): void => {
  const { card } = known
  const dated = monthAt(card.desk, event.meta.occurredAt)
  const month = monthIn(book, dated)
  const seq = isUncut(book, dated) ? ++month.born : null
  const submittedOn = dateAt(card.desk, card.requestedAt)
  const entry = entryOf(known, event, { no: ++book.entries, seq, dated, cuts: book.cuts, submittedOn })
  book.loose.set(entry.no, entry)
  // What is learnt from here on is learnt of this one.
  if (known.open !== null) settle(book, known.open)
  known.open = entry
  if (event.type === 'Paid')
    known.paid.push({
      attempt: event.data.attempt,
      entry: entry.no,
      place: seq === null ? null : { month: dated, seq },
    })
}

const learn = (book: LedgerBook, { open }: LedgerCase, { data, meta }: Stored<CaseEventOf<'Notified'>>): void => {
  if (open === null) return
  const learnt = { at: meta.occurredAt, cuts: book.cuts }
  if (data.to === 'customerService') open.financeReplied ??= learnt
  if (data.to === 'customer') open.customerTold ??= learnt
}

const takeLedger = (book: LedgerBook, event: Stored<LedgerEvent>, stream: StreamName): undefined => {
  const id = ledgerOfStream(stream)
  if (id === undefined) return
  if (event.type === 'Prepared') book.cuts += 1
  takeStep(monthIn(book, id.month), id.department, event, book.cuts)
  if (event.type === 'Archived') closeMonth(book, id.month)
}
