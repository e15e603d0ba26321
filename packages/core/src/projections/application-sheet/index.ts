export * from './application-sheet.js'
export { applicationSheet, applicationSheetOf } from './application-sheet-of.js'
