export type * from './payout-list.js'
