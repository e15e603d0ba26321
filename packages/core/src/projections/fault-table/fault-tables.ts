import type { LocalDate } from '../../calendar/index.js'
import { dutyReaders, type DutySettings } from '../handover-sheet/handover-sheets.js'
import { bookFrom, recordsOf, type DutyRecord } from '../handover-sheet/saved-duty.js'
import type { Projection } from '../runner/projection.js'
import { faultTableOf } from './fault-table-of.js'
import type { DailyFaultTable } from './fault-table.js'

/** F5: what may be asked of the fault tables. */
export interface FaultTablesView {
  readonly table: (desk: string, date: LocalDate) => DailyFaultTable
}

/** The daily fault tables of every desk, in step with the handover sheets: both are kept by the same book (HS6–HS8). */
export const faultTables = (settings: DutySettings = {}): Projection<FaultTablesView, DutyRecord> => ({
  name: 'fault-tables',
  version: 1,
  begin: (saved = []) => {
    const book = bookFrom(saved, settings.usualPlan)
    return {
      reads: dutyReaders(book),
      view: { table: (desk, date) => faultTableOf(book, desk, date) },
      save: () => recordsOf(book),
    }
  },
})
