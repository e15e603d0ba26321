export type { Attendance } from '../../shift/attendance.js'
export type * from './handover-sheet.js'
export { handoverSheets, type DutySettings, type HandoverSheetsView } from './handover-sheets.js'
export { sheetDigest } from './sheet-digest.js'
