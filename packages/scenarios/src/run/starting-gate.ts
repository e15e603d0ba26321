import { categoryOf, type EventStore } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'

/** Holds racers back until each of them has read and is about to write, or has come to an end without writing. */
export interface StartingGate {
  /** The store as one racer sees it. */
  readonly laneFor: (racer: number) => EventStore
  /** The racer has come to its end. */
  readonly arrived: (racer: number) => void
  /** How many appends met what somebody else had written first. */
  readonly conflicts: () => number
}

const raced: ReadonlySet<string> = new Set(['refundCase', 'orderAccount'])

/**
 * In the order in which they are listed they go through the gate, each when the one before it has its answer, so that a
 * store far away sees the same race each time; who then wins is the store's business.
 */
export const startingGate = (store: EventStore, racers: number): StartingGate => {
  const there = new Set<number>()
  const waiting = new Map<number, () => void>()
  let conflicts = 0

  const arrive = (racer: number): void => {
    if (there.has(racer)) return
    there.add(racer)
    if (there.size === racers) openNext()
  }

  const openNext = (): void => {
    const [next] = [...waiting.keys()].toSorted((a, b) => a - b)
    if (next === undefined) return
    const open = waiting.get(next)
    waiting.delete(next)
    open?.()
  }

  const waitFor = (racer: number): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(racer, resolve)
      arrive(racer)
    })

  return {
    laneFor: (racer) => ({
      append: (stream, expected, events) => async () => {
        const isRaced = raced.has(categoryOf(stream))
        const isFirst = isRaced && !there.has(racer)
        if (isFirst) await waitFor(racer)
        const appended = await store.append(stream, expected, events)()
        if (isFirst) openNext()
        const met = isLeft(appended) ? appended.left.kind === 'conflict' : appended.right.idempotent
        if (isRaced && met) conflicts += 1
        return appended
      },
      readStream: (stream, options) => store.readStream(stream, options),
      readAll: (options) => store.readAll(options),
      subscribe: (options) => store.subscribe(options),
    }),
    arrived: arrive,
    conflicts: () => conflicts,
  }
}
