import type { LocalDate } from '../../calendar/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import { totalOf } from '../../money/amounts.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import type { PaymentMethod } from '../../vocabulary/index.js'
import { caseIdOf, openCard, updateCard, type CaseCard } from '../case-rows/case-card.js'
import type { RegisterRow } from './refund-register.js'

/** A payment, or one that came back, as it was entered; the bank's line comes later. Plain JSON. */
export type Entered = Omit<RegisterRow, 'seq'> & { bankLine: string | null }

/** What the register remembers of a case, changed in place. Plain JSON. */
export interface RegisterCase {
  readonly card: CaseCard
  /** The payments by the numbers of their attempts: where each was entered. */
  readonly paid: Array<{ readonly attempt: number; readonly date: LocalDate; readonly index: number }>
}

/** Everything the register remembers, changed in place. */
export interface RegisterBook {
  readonly cases: Map<StreamName, RegisterCase>
  readonly days: Map<LocalDate, Array<Entered>>
}

export const takeCase = (
  book: RegisterBook,
  dayOf: (instant: Stored<CaseEvent>['meta']['occurredAt']) => LocalDate,
  event: Stored<CaseEvent>,
  stream: StreamName,
): void => {
  const known = book.cases.get(stream)
  if (event.type === 'Requested') {
    if (known === undefined) book.cases.set(stream, { card: openCard(caseIdOf(stream), event), paid: [] })
    return
  }
  if (known === undefined) return
  updateCard(known.card, event)
  if (event.type === 'Paid') {
    const date = dayOf(event.meta.occurredAt)
    const index = enter(book, date, entered(known.card, event, event.data))
    known.paid.push({ attempt: event.data.attempt, date, index })
  } else if (event.type === 'PaymentReversed') {
    const taken = paidAs(book, known, event.data.attempt)
    if (taken !== undefined) enter(book, dayOf(event.meta.occurredAt), entered(known.card, event, taken))
  } else if (event.type === 'BankLineMatched') {
    const taken = paidAs(book, known, event.data.attempt)
    if (taken !== undefined) taken.bankLine = event.data.lineReference
  }
}

const enter = ({ days }: RegisterBook, date: LocalDate, entry: Entered): number => {
  const day = days.get(date)
  if (day !== undefined) return day.push(entry) - 1
  days.set(date, [entry])
  return 0
}

const paidAs = ({ days }: RegisterBook, { paid }: RegisterCase, attempt: number): Entered | undefined => {
  const place = paid.findLast((each) => each.attempt === attempt)
  return place && days.get(place.date)?.[place.index]
}

interface Payment {
  readonly method: PaymentMethod
  readonly reference: string
  readonly voucherNo: string
}

// Written field by field: V8 takes ten times as long where a spread object gets further fields.
const entered = (
  card: CaseCard,
  { type, data, meta }: Stored<CaseEventOf<'Paid'> | CaseEventOf<'PaymentReversed'>>,
  { method, reference, voucherNo }: Payment,
): Entered => {
  const { details } = card
  const total = totalOf(data.amounts)
  return {
    caseId: card.caseId,
    documentNo: card.documentNo,
    route: details.route,
    orderNo: details.orderNo,
    mobile: details.mobile,
    contact: details.contact,
    bank: details.bank,
    amount: type === 'Paid' ? total : 0 - total,
    currency: card.currency,
    at: meta.occurredAt,
    kind: type === 'Paid' ? 'paid' : 'reversed',
    reason: card.reason,
    attempt: data.attempt,
    amounts: data.amounts,
    method,
    reference,
    voucherNo,
    submitter: card.submitter,
    recordedBy: meta.actor.id,
    bankLine: null,
  }
}
