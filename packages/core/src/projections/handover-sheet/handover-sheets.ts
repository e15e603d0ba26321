import type { Instant, LocalDate } from '../../calendar/index.js'
import type { Projection } from '../runner/projection.js'
import { shiftNamed, type DutyBook } from './duty-book.js'
import { dutyProjection, type DutySettings } from './duty-projection.js'
import type { HandoverSheet } from './handover-sheet.js'
import type { DutyRecord } from './saved-duty.js'
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

export const sheetsOf = (book: DutyBook): HandoverSheetsView => ({
  sheet: (desk, date, name) => {
    const shift = shiftNamed(book, desk, date, name)
    return shift === undefined ? undefined : sheetOf(book, shift)
  },
  sheetAt: (desk, instant) => sheetOf(book, book.times.shiftAt(desk, instant)),
  desks: () => [...book.desks.keys()].toSorted(),
})

/**
 * The shift handover sheets of every desk (HS1–HS9, rules 16, 18 and 19). What is dated in a shift but stands after its
 * Accepted, or that of a later shift, is on the first sheet after it, marked late: so a sheet that was accepted never
 * changes.
 */
export const handoverSheets = (settings: DutySettings = {}): Projection<HandoverSheetsView, DutyRecord> =>
  dutyProjection('handover-sheets', settings, sheetsOf)
