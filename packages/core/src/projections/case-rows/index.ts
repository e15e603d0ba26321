export type * from './case-row.js'
export { nextActions, type NextAction } from './next-action.js'
