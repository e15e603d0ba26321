export * from './application-sheet.js'
