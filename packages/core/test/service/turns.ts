import type { EventStore } from '../../src/eventsourcing/index.js'

/** Calls to a store that wait for their turn: whose it is, a spec says. */
export interface Turns {
  /** The same store, every call of which waits for its turn. */
  readonly store: EventStore
  /**
   * Runs all of it at once, and gives turns until it is done. A pick of 0 goes on with whoever came last, most often the
   * one who had the turn before; any other one with who has waited longest, or next longest. Without picks one runs
   * after the other.
   */
  readonly run: <T>(calls: ReadonlyArray<() => Promise<T>>, picks: ReadonlyArray<number>) => Promise<ReadonlyArray<T>>
}

// Whatever does not wait for the store has come as far as it can.
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

export const turns = (inner: EventStore): Turns => {
  const waiting: Array<() => void> = []
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve))
  return {
    store: {
      append: (stream, expected, events) => async () => {
        await turn()
        return inner.append(stream, expected, events)()
      },
      readStream: (stream, options) => async () => {
        await turn()
        return inner.readStream(stream, options)()
      },
      async *readAll(options) {
        await turn()
        yield* inner.readAll(options)
      },
      subscribe: (options) => inner.subscribe(options),
    },
    run: async (calls, picks) => {
      let running = true
      const all = Promise.all(calls.map((call) => call())).finally(() => {
        running = false
      })
      for (let given = 0; ; given++) {
        await drained()
        if (!running) return all
        const pick = picks[given] ?? 0
        const place = pick === 0 ? waiting.length - 1 : (pick - 1) % Math.max(1, waiting.length)
        waiting.splice(place, 1)[0]?.()
      }
    },
  }
}
