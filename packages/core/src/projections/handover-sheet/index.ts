export type * from './handover-sheet.js'
