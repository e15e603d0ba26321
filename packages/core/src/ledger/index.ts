export { LedgerCut, ledgerEvents, LedgerTotal, type LedgerEvent } from './events.js'
export { LedgerDepartment, ledgerOfStream, ledgerStream, otherDepartment, type LedgerId } from './name.js'
