export { eventStore, type EventStoreDb } from './event-store.js'
export type { EventStoreOptions } from './options.js'
export type { LiveSubscription, Reconnection, SubscriptionStatus } from './reading/subscribe.js'
