export * from './bank-line.js'
export {
  bankDateFormats,
  type BankDateFormat,
  type BankLineSettings,
  type Column,
  type TextRow,
} from './bank-line-settings.js'
export { parseBankLines, type ParsedBankLines } from './parse-bank-lines.js'
export { reconcile, type ReconcileSettings } from './reconcile.js'
export type * from './reconciliation.js'
