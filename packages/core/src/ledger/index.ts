export {
  decideLedger,
  ledgerCommandNames,
  ledgerFields,
  type LedgerCommandName,
  type LedgerFieldsOf,
} from './commands.js'
export { LedgerCut, ledgerEvents, LedgerTotal, type LedgerEvent, type LedgerEventOf } from './events.js'
export type { LedgerFacts } from './facts.js'
export { merkleRoot, type StreamHead } from './merkle-root.js'
export { cutOf, isClosed, type MonthLedgers } from './month.js'
export { LedgerDepartment, ledgerOfStream, ledgerStream, otherDepartment, type LedgerId } from './name.js'
export { ledgerKind, type LedgerProgress, type LedgerStep } from './state.js'
