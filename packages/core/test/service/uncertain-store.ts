import { left, type Either } from 'fp-ts/lib/Either.js'
import type { AppendError, Appended, EventStore, StoreError } from '../../src/eventsourcing/index.js'

/**
 * What becomes of an append: all goes well; it is written and the answer lost; it is lost on its way; it is held up, and
 * arrives before the next append or after everything; or the store is down, and says so.
 */
export const fates = ['well', 'answerLost', 'lost', 'heldUp', 'arrivesLast', 'down'] as const
export type Fate = (typeof fates)[number]

export interface UncertainStore {
  readonly store: EventStore
  readonly appends: () => number
  /** Whatever is still on its way arrives. */
  readonly arrive: () => Promise<void>
}

const unknown: StoreError = {
  kind: 'storeError',
  code: 'STORE_TIMEOUT',
  written: 'unknown',
  message: 'No answer came.',
  facts: {},
}
const down: StoreError = { ...unknown, code: 'STORE_UNAVAILABLE', written: 'no' }

type Answer = Either<AppendError, Appended>

const deliver = async (batches: ReadonlyArray<() => Promise<Answer>>) => {
  for (const batch of batches) await batch()
}

/** A store whose appends go as `plan` says, one after another, and after that as `then` says. */
export const uncertainStore = (inner: EventStore, plan: ReadonlyArray<Fate>, then: Fate = 'well'): UncertainStore => {
  let appends = 0
  let held: Array<() => Promise<Answer>> = []
  let last: Array<() => Promise<Answer>> = []
  return {
    store: {
      ...inner,
      append: (stream, expected, events) => async () => {
        const fate = plan[appends++] ?? then
        const before = held
        held = []
        await deliver(before)
        const write = inner.append(stream, expected, events)
        switch (fate) {
          case 'well':
            return write()
          case 'answerLost':
            await write()
            return left(unknown)
          case 'lost':
            return left(unknown)
          case 'heldUp':
            held.push(write)
            return left(unknown)
          case 'arrivesLast':
            last.push(write)
            return left(unknown)
          case 'down':
            return left(down)
        }
      },
    },
    appends: () => appends,
    arrive: async () => {
      await deliver([...held, ...last])
      held = []
      last = []
    },
  }
}
