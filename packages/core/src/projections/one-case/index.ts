export type { CaseHistory, CaseQuery, SavedCase } from './one-case.js'
