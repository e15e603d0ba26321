import {
  nearestInstant,
  refundService,
  type EventStore,
  type Instant,
  type Platform,
  type RefundService,
  type ServiceOptions,
} from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import type { Setup } from './history.js'

export interface ShopOptions {
  /** The service under test (default: the library's own). */
  readonly service?: (options: ServiceOptions) => RefundService
  /** The store it works on (default: a fresh memory store). */
  readonly store?: (clock: () => Instant) => EventStore
  /** Clock and ids apart, what the service is handed (default: that of `@refund-case/node`). */
  readonly platform?: () => Pick<Platform, 'vault' | 'sha256'>
}

/** One service on a store of its own, whose clock is set by hand. */
export interface Shop {
  readonly service: RefundService
  /** Another server on the same store and vault: it has nothing in memory. */
  readonly anotherService: () => RefundService
  readonly store: EventStore
  readonly platform: Platform
  readonly setClock: (now: Instant) => void
  readonly now: () => Instant
}

/** Fresh ids that come in the same order in every run: a counterexample then repeats to the letter. */
const countedIds = (): (() => string) => {
  let count = 0
  return () => `00000000-0000-7000-8000-${(count++).toString(16).padStart(12, '0')}`
}

export const openShop = (setup: Setup, options: ShopOptions = {}): Shop => {
  let now = setup.start
  const clock = () => now
  const whole = nodePlatform()
  const { vault, sha256 } = options.platform?.() ?? whole
  const platform: Platform = { clock, sha256, vault, ids: { v7: countedIds(), v5: whole.ids.v5 } }
  const store = options.store?.(clock) ?? memoryStore({ clock })
  const makeService = options.service ?? refundService
  const { policy, calendars, order } = setup
  const anotherService = () =>
    makeService({
      ...platform,
      store,
      policies: [policy],
      calendars,
      orders: (orderId) => Promise.resolve(orderId === order.orderId ? order : undefined),
    })
  return {
    service: anotherService(),
    anotherService,
    store,
    platform,
    setClock: (at) => {
      now = nearestInstant(Date.parse(at))
    },
    now: clock,
  }
}
