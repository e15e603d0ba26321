export type * from './journal-entry.js'
export { journals, type JournalView } from './journals.js'
