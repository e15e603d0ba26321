import type { DeskPlan } from '../../desk-plan/index.js'
import { caseKind } from '../../refund-case/index.js'
import { shiftKind } from '../../shift/index.js'
import { reading, type Projection, type Reader } from '../runner/projection.js'
import { takeCase, takeShift, type DutyBook } from './duty-book.js'
import { bookFrom, recordsOf, type DutyRecord } from './saved-duty.js'

export interface DutySettings {
  /** How a desk without a plan works; see `threeShifts`. */
  readonly usualPlan?: (desk: string) => DeskPlan
}

/** A projection that keeps a duty book, and answers from it. */
export const dutyProjection = <View>(
  name: string,
  { usualPlan }: DutySettings,
  viewOf: (book: DutyBook) => View,
): Projection<View, DutyRecord> => ({
  name,
  version: 1,
  begin: (saved = []) => {
    const book = bookFrom(saved, usualPlan)
    return { reads: readersOf(book), view: viewOf(book), save: () => recordsOf(book) }
  },
})

/** What keeps the book: the plans of the desks, the policies, the cases and what the shifts write down. */
const readersOf = (book: DutyBook): ReadonlyArray<Reader> => [
  {
    ...book.times.reader,
    take: (event, place) => {
      for (const desk of book.desks.values()) desk.current = null
      return book.times.reader.take(event, place)
    },
  },
  book.policies.reader,
  reading(caseKind, (event, { stream }) => {
    takeCase(book, event, stream)
    return undefined
  }),
  reading(shiftKind, (event, { stream }) => {
    takeShift(book, event, stream)
    return undefined
  }),
]
