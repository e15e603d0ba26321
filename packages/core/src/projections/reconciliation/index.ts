export * from './bank-line.js'
export type * from './reconciliation.js'
