export type * from './payout-list.js'
export { payoutLists, type PayoutListsView, type PayoutSettings } from './payout-lists.js'
