export type * from './journal-entry.js'
