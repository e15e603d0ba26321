import {
  deskService,
  refundService,
  type DeskService,
  type CaseActor,
  type EventStore,
  type Instant,
  type OrderFacts,
  type RefundService,
  type Vault,
} from '@refund-case/core'
import { nodePlatform, systemClock, type NodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import type { Play } from '../format/scenario.js'
import { tapeOf, type Tape } from './tape.js'

export interface WorldOptions {
  /** An empty store for one play. Left out: one in memory. */
  readonly store?: (clock: () => Instant) => EventStore
  /** The vault of one play, in which it erases. Left out: one in memory. */
  readonly vault?: Vault
}

/** Where one play happens: an empty store, a clock that stands still during a step, the shop's orders. */
export interface World {
  readonly service: RefundService
  readonly desks: DeskService
  readonly store: EventStore
  readonly platform: NodePlatform
  readonly tape: Tape
  readonly orders: Map<string, OrderFacts>
  /** Ids of cases by alias. */
  readonly cases: Map<string, string>
  readonly setClock: (instant: Instant) => void
  readonly now: () => Instant
  /** A server of its own on the same streams. */
  readonly anotherServer: (store: EventStore, clock: () => Instant) => RefundService
}

export const openWorld = (
  play: Play,
  { store: openStore = (clock) => memoryStore({ clock }), vault }: WorldOptions,
): World => {
  let instant = firstInstant(play) ?? systemClock()()
  const now = () => instant
  const platform = nodePlatform({ clock: now, ...(vault === undefined ? {} : { vault }) })
  const store = openStore(now)
  const orders = new Map(play.orders)
  const anotherServer = (its: EventStore, clock: () => Instant): RefundService =>
    refundService({
      ...platform,
      clock,
      store: its,
      policies: play.policies,
      calendars: play.calendars,
      orders: (orderId) => Promise.resolve(orders.get(orderId)),
    })
  return {
    service: anotherServer(store, now),
    desks: deskService({ ...platform, store, deskPlans: play.desks, calendars: play.calendars }),
    store,
    platform,
    tape: tapeOf(store, platform.vault),
    orders,
    cases: new Map(),
    setClock: (next) => {
      instant = next
    },
    now,
    anotherServer,
  }
}

const firstInstant = ({ steps }: Play): Instant | undefined => steps[0]?.step.at

/** Who publishes where a file does not say. */
export const publisher: CaseActor = { id: 'publisher', role: 'system' }
