export * from './risk-flag.js'
export { riskDefaults, riskFlags } from './risk-flags.js'
export type { SavedRisk } from './risk-book.js'
