export * from './ledger.js'
export type { ReleasedRow } from './ledger-book.js'
export { ledgers, type LedgerSettings, type LedgersView } from './ledgers.js'
export { cashiersIn, streamsBehind } from './rows-touch.js'
