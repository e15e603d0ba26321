import type { Instant, LocalDate } from '../../calendar/index.js'
import type { DeskPlan } from '../../desk-plan/index.js'
import { caseKind } from '../../refund-case/index.js'
import { shiftKind } from '../../shift/index.js'
import { reading, type Projection, type Reader } from '../runner/projection.js'
import { shiftNamed, takeCase, takeShift, type DutyBook } from './duty-book.js'
import type { HandoverSheet } from './handover-sheet.js'
import { bookFrom, recordsOf, type DutyRecord } from './saved-duty.js'
import { sheetOf } from './sheet-of.js'

/** F2: what may be asked of the sheets, as of the last event that was taken. */
export interface HandoverSheetsView {
  /** The sheet of a shift; none where the roster of that day does not have it. */
  readonly sheet: (desk: string, date: LocalDate, shift: string) => HandoverSheet | undefined
  /** The sheet of the shift on duty at that instant. */
  readonly sheetAt: (desk: string, instant: Instant) => HandoverSheet
  /** The desks that have had a case or a shift. */
  readonly desks: () => ReadonlyArray<string>
}

export interface DutySettings {
  /** How a desk without a plan works; see `threeShifts`. */
  readonly usualPlan?: (desk: string) => DeskPlan
}

/**
 * The shift handover sheets of every desk (HS1–HS9, rules 16, 18 and 19). What is dated in a shift but stands after its
 * Accepted, or that of a later shift, is on the first sheet after it, marked late: so a sheet that was accepted never
 * changes.
 */
export const handoverSheets = (settings: DutySettings = {}): Projection<HandoverSheetsView, DutyRecord> => ({
  name: 'handover-sheets',
  version: 1,
  begin: (saved = []) => {
    const book = bookFrom(saved, settings.usualPlan)
    return {
      reads: dutyReaders(book),
      view: {
        sheet: (desk, date, name) => {
          const shift = shiftNamed(book, desk, date, name)
          return shift === undefined ? undefined : sheetOf(book, shift)
        },
        sheetAt: (desk, instant) => sheetOf(book, book.times.shiftAt(desk, instant)),
        desks: () => [...book.desks.keys()].toSorted(),
      },
      save: () => recordsOf(book),
    }
  },
})

/** What keeps the book: the plans of the desks, the policies, the cases and what the shifts write down. */
export const dutyReaders = (book: DutyBook): ReadonlyArray<Reader> => [
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
