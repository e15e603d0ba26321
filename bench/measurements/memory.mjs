import { memoryStore } from '@refund-case/store-memory'
import { builtEvents, streamNames } from '../events.mjs'

/** Not how fast: how much the store holds for the events besides the events themselves. */
const heap = {
  name: 'heap above the events',
  unit: 'events',
  byStreams: true,
  target: { megabytes: 30, atStreams: 20_000 },
  prepare: async ({ streams, events }) => {
    const names = streamNames(streams)
    const handedIn = builtEvents(events)
    const store = memoryStore()
    return async () => {
      for (const [index, event] of handedIn.entries()) {
        const last = Math.floor(index / streams) - 1
        await store.append(names[index % streams], last < 0 ? 'no_stream' : last, [event])()
      }
      return { count: events, keep: store }
    }
  },
}

export const memory = [heap]
