import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'
import { floorStore } from './floor.mjs'
import { streamNames } from './events.mjs'

const inBatches = (events, size) =>
  Array.from({ length: Math.floor(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size))

/** Appends in turn to streams that are all there already, one batch after the other, each awaited. */
export const appendToMemory =
  (makeEvents, batchSize) =>
  async ({ streams, events: count }) => {
    const names = streamNames(streams)
    const [first, ...events] = makeEvents(count + 1)
    const store = memoryStore()
    for (const name of names) await store.append(name, 'no_stream', [first])()
    const batches = inBatches(events, batchSize)
    return async () => {
      let turn = 0
      let revision = 0
      for (const batch of batches) {
        const appended = await store.append(names[turn], revision, batch)()
        if (isLeft(appended)) throw new Error(JSON.stringify(appended.left))
        turn += 1
        if (turn === streams) {
          turn = 0
          revision += batchSize
        }
      }
      return batches.length * batchSize
    }
  }

/** The same on the floor; a batch is appended event by event. */
export const appendToFloor =
  (makeEvents, batchSize) =>
  async ({ streams, events: count }) => {
    const names = streamNames(streams)
    const [first, ...events] = makeEvents(count + 1)
    const store = floorStore()
    for (const name of names) store.append(name, -1, first)
    const batches = inBatches(events, batchSize)
    return async () => {
      let turn = 0
      let revision = 0
      for (const batch of batches) {
        let expected = revision
        for (const event of batch) expected = store.append(names[turn], expected, event)
        // oxlint-disable-next-line typescript/await-thenable -- the same loop as for a store, which awaits each append
        await expected
        turn += 1
        if (turn === streams) {
          turn = 0
          revision += batchSize
        }
      }
      return batches.length * batchSize
    }
  }
