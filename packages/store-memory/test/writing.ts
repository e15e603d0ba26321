import {
  buildEnvelopes,
  nearestInstant,
  streamName,
  type Envelope,
  type EventStore,
  type RecordedEvent,
} from '@refund-case/core'
import { isRight, type Either } from 'fp-ts/lib/Either.js'

export const held = <A>(either: Either<unknown, A>): A => {
  if (isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}

let ids = 0
export const built = (count: number, type = 'Requested', data: object = {}): ReadonlyArray<Envelope> =>
  held(
    buildEnvelopes(
      () => '0'.repeat(64),
      {
        stream: 'refundCase-1',
        occurredAt: nearestInstant(0),
        actor: { id: 'li', role: 'customerService' },
        correlationId: 'c',
        causationId: 'c',
      },
      Array.from({ length: count }, () => ({ id: `e${ids++}`, type, schemaVersion: 1, data })),
    ),
  )

export const append = async (store: EventStore, category: string, events: ReadonlyArray<Envelope>) =>
  held(await store.append(streamName(category, `${ids++}`), 'no_stream', events)())

export const all = async (store: EventStore, options: Parameters<EventStore['readAll']>[0] = {}) => {
  const events: Array<RecordedEvent> = []
  for await (const batch of store.readAll(options)) events.push(...held(batch).events)
  return events
}
