import { isLeft } from 'fp-ts/lib/Either.js'
import { memoryStore } from '@refund-case/store-memory'
import { nodePlatform, memoryVault, type MemoryVault } from '@refund-case/node'
import { addMillis, Instant } from '../../src/calendar/index.js'
import { china2026 } from '../../src/calendar/china-2026.js'
import type { EventStore } from '../../src/eventsourcing/index.js'
import type { OrderFacts } from '../../src/order-account/index.js'
import { chinaRetail } from '../../src/policy/index.js'
import { refundService, type RefundService, type ServiceOptions } from '../../src/service/index.js'

/** A clock that stands until somebody moves it. */
export interface HandClock {
  readonly read: () => Instant
  readonly advance: (millis: number) => void
}

export const instant = (text: string): Instant => {
  if (!Instant.is(text)) throw new Error(`no instant: ${text}`)
  return text
}

export const handClock = (start = '2026-03-09T02:05:00.000Z'): HandClock => {
  let now = instant(start)
  return {
    read: () => now,
    advance: (millis) => {
      now = addMillis(now, millis)
    },
  }
}

/** What every process of one shop shares: its store, its vault, its orders; and a clock that a spec moves. */
export interface World {
  readonly store: EventStore
  readonly vault: MemoryVault
  readonly clock: HandClock
  readonly orders: ReadonlyMap<string, OrderFacts>
  readonly ids: ServiceOptions['ids']
  readonly sha256: ServiceOptions['sha256']
  /** Another process over the same store, or over one that stands between it and the process. */
  readonly service: (options?: Partial<ServiceOptions>) => RefundService
}

/** Ids in the order they are drawn, so that a run can be repeated exactly. */
const countedIds = (): (() => string) => {
  let drawn = 0
  return () => {
    drawn++
    return `00000000-0000-7000-8000-${drawn.toString(16).padStart(12, '0')}`
  }
}

const worldOf = (parts: Omit<World, 'service'>): World => ({
  ...parts,
  service: (options = {}) =>
    refundService({
      clock: parts.clock.read,
      ids: parts.ids,
      sha256: parts.sha256,
      vault: parts.vault,
      store: parts.store,
      policies: [chinaRetail],
      calendars: [china2026],
      orders: (orderId) => Promise.resolve(parts.orders.get(orderId)),
      ...options,
    }),
})

export const aWorld = (...orders: ReadonlyArray<OrderFacts>): World => {
  const clock = handClock()
  const { ids, sha256 } = nodePlatform()
  return worldOf({
    store: memoryStore({ clock: clock.read }),
    vault: memoryVault(),
    clock,
    orders: new Map(orders.map((order) => [order.orderId, order])),
    ids: { v7: countedIds(), v5: ids.v5 },
    sha256,
  })
}

/** The same world once more, with a store and a clock of its own: what happens in one is not seen in the other. */
export const forked = async (world: World): Promise<World> => {
  const clock = handClock(world.clock.read())
  const store = memoryStore({ clock: clock.read })
  for await (const batch of world.store.readAll()) {
    if (isLeft(batch)) throw new Error(`not read: ${batch.left.message}`)
    for (const { stream, revision, envelope } of batch.right.events)
      await store.append(stream, revision === 0 ? 'no_stream' : revision - 1, [envelope])()
  }
  return worldOf({ ...world, clock, store })
}
