import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'
import { builtEvents, streamNames } from '../events.mjs'
import { floorStore } from '../floor.mjs'

const amountOf = (sum, envelope) => sum + envelope.data.amount

// Dealt out in turn, as cases that run at the same time write them.
const dealt = function* ({ streams, events }) {
  const names = streamNames(streams)
  for (const [index, event] of builtEvents(events).entries())
    yield { name: names[index % streams], last: Math.floor(index / streams) - 1, event }
}

const floor = {
  name: 'read + fold · floor',
  unit: 'events',
  byStreams: true,
  prepare: async (sizes) => {
    const store = floorStore()
    for (const { name, last, event } of dealt(sizes)) store.append(name, last, event)
    return async () => {
      let sum = 0
      for (const name of streamNames(sizes.streams)) sum += (await store.read(name)).reduce(amountOf, 0)
      return sum > 0 ? sizes.events : 0
    }
  },
}

const memory = {
  name: 'read + fold · memory store',
  unit: 'events',
  byStreams: true,
  floor,
  target: {},
  prepare: async (sizes) => {
    const store = memoryStore()
    for (const { name, last, event } of dealt(sizes)) await store.append(name, last < 0 ? 'no_stream' : last, [event])()
    return async () => {
      let sum = 0
      for (const name of streamNames(sizes.streams)) {
        const slice = await store.readStream(name)()
        if (isLeft(slice)) throw new Error(slice.left.message)
        for (const { envelope } of slice.right.events) sum = amountOf(sum, envelope)
      }
      return sum > 0 ? sizes.events : 0
    }
  },
}

export const readAndFold = [floor, memory]
