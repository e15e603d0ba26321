import type { LocalDate } from '../../calendar/index.js'
import type { DutyBook } from '../handover-sheet/duty-book.js'
import { dutyProjection, type DutySettings } from '../handover-sheet/duty-projection.js'
import { sheetsOf, type HandoverSheetsView } from '../handover-sheet/handover-sheets.js'
import type { DutyRecord } from '../handover-sheet/saved-duty.js'
import type { Projection } from '../runner/projection.js'
import { faultTableOf } from './fault-table-of.js'
import type { DailyFaultTable } from './fault-table.js'

/** F5: what may be asked of the fault tables. */
export interface FaultTablesView {
  readonly table: (desk: string, date: LocalDate) => DailyFaultTable
}

const tablesOf = (book: DutyBook): FaultTablesView => ({ table: (desk, date) => faultTableOf(book, desk, date) })

/** The daily fault tables of every desk, in step with the handover sheets: both are kept by the same book (HS6–HS8). */
export const faultTables = (settings: DutySettings = {}): Projection<FaultTablesView, DutyRecord> =>
  dutyProjection('fault-tables', settings, tablesOf)

/** The handover sheets and the fault tables out of one book: half the time and half the memory of the two. */
export const dutyPapers = (settings: DutySettings = {}): Projection<HandoverSheetsView & FaultTablesView, DutyRecord> =>
  dutyProjection('duty-papers', settings, (book) => ({ ...sheetsOf(book), ...tablesOf(book) }))
