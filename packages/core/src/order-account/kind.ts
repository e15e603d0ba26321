import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { orderAccountEvents, type OrderAccountEvent } from './events.js'
import { evolve } from './evolve.js'
import { emptyAccount, type OrderAccount } from './state.js'

/** `orderAccount-{orderId}`: what was bought and paid, and what every case has of it. */
export const accountKind: StreamKind<OrderAccountEvent, OrderAccount> = {
  category: 'orderAccount',
  registry: eventRegistry(orderAccountEvents),
  initial: emptyAccount,
  evolve,
}
