import {
  deskService,
  nearestInstant,
  refundService,
  type DeskService,
  type EventStore,
  type Instant,
  type OrderFacts,
  type Plain,
  type RefundService,
  type Vault,
} from '@refund-case/core'
import { nodePlatform, uuids, type NodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import type { MonthSettings } from './settings.js'

export interface MonthShopOptions {
  /** Where the month is written (default a fresh store in memory). */
  readonly store?: (clock: () => Instant) => EventStore
  /** What its personal data is sealed with (default a fresh vault in memory). */
  readonly vault?: Vault
}

/** A shop whose clock is set by hand. */
export interface MonthShop {
  readonly refunds: RefundService
  readonly desks: DeskService
  readonly store: EventStore
  readonly platform: NodePlatform
  readonly orders: Map<string, Plain<OrderFacts>>
  readonly setClock: (millis: number) => void
  readonly now: () => Instant
}

/** Fresh ids that come in the same order in every run. */
const countedIds = (seed: number): (() => string) => {
  let count = 0
  const run = (seed >>> 0).toString(16).padStart(8, '0')
  return () => `${run}-0000-7000-8000-${(count++).toString(16).padStart(12, '0')}`
}

export const openShop = (settings: Required<MonthSettings>, options: MonthShopOptions): MonthShop => {
  let instant = nearestInstant(0)
  const now = () => instant
  const ids = { v7: countedIds(settings.seed), v5: uuids().v5 }
  const platform = {
    ...nodePlatform({ clock: now, ...(options.vault === undefined ? {} : { vault: options.vault }) }),
    ids,
  }
  const store = options.store?.(now) ?? memoryStore({ clock: now })
  const orders = new Map<string, Plain<OrderFacts>>()
  const { policy, calendars, desks: deskPlans } = settings
  const shared = { ...platform, store, calendars }
  return {
    refunds: refundService({
      ...shared,
      policies: [policy],
      orders: (orderId) => Promise.resolve(orders.get(orderId)),
    }),
    desks: deskService({ ...shared, deskPlans }),
    store,
    platform,
    orders,
    setClock: (millis) => {
      instant = nearestInstant(millis)
    },
    now,
  }
}
