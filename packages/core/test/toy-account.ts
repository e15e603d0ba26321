import { createHash } from 'node:crypto'
import { right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Instant } from '../src/calendar/index.js'
import { eventRegistry, storedEvent, type EventOf } from '../src/eventsourcing/codec/index.js'
import type { StreamKind } from '../src/eventsourcing/stream-kind.js'
import type { StreamName } from '../src/eventsourcing/stream-name.js'

// A stream small enough to see through: an account that is opened, takes amounts, and is named.

const Amount = t.refinement(t.number, (amount) => Number.isSafeInteger(amount), 'WholeNumber')

export const Opened = storedEvent('Opened', 1, { owner: t.string })
export const Added = storedEvent(
  'Added',
  3,
  t.exact(t.intersection([t.type({ amount: Amount }), t.partial({ note: t.string })])),
)
export const Named = storedEvent('Named', 1, { names: t.readonlyArray(t.string), by: t.record(t.string, Amount) })

export const toyRegistry = eventRegistry(
  [Opened, Added, Named],
  [
    // Version 1 said `sum`, as a text; version 2 made a number of it, version 3 gave it its name.
    { type: 'Added', from: 1, step: ({ sum, ...rest }) => right({ ...rest, sum: Number(sum) }) },
    { type: 'Added', from: 2, step: ({ sum = null, ...rest }) => right({ ...rest, amount: sum }) },
  ],
)
export type ToyEvent = EventOf<typeof Opened | typeof Added | typeof Named>

export interface ToyAccount {
  readonly owner: string | null
  readonly total: number
  readonly names: ReadonlyArray<string>
  readonly seen: number
}

export const toyAccount: StreamKind<ToyEvent, ToyAccount> = {
  category: 'toy',
  registry: toyRegistry,
  initial: { owner: null, total: 0, names: [], seen: 0 },
  evolve: (state, event) => {
    const seen = state.seen + 1
    switch (event.type) {
      case 'Opened':
        return { ...state, seen, owner: event.data.owner }
      case 'Added':
        return { ...state, seen, total: state.total + event.data.amount }
      default:
        return { ...state, seen, names: event.data.names }
    }
  },
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const toyStream: StreamName = 'toy-1'

/** The instant so many milliseconds after the start of 2026. */
export const at = (millis: number): Instant => new Date(Date.UTC(2026, 0, 1) + millis).toISOString() as Instant
