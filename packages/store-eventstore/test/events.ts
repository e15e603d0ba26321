import { randomUUID } from 'node:crypto'
import {
  nearestInstant,
  streamName,
  type Envelope,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@refund-case/core'
import { isRight, type Either } from 'fp-ts/lib/Either.js'
import { uuids } from '@refund-case/node'

/** A fresh event; its hash is its id's, so that events that differ have hashes that do. */
export const event = (fields: Partial<Envelope> = {}): Envelope => {
  const id = fields.id ?? randomUUID()
  return {
    id,
    type: 'Reviewed',
    schemaVersion: 1,
    occurredAt: nearestInstant(1_772_443_800_000),
    actor: { id: 'li', role: 'customerService' },
    correlationId: 'correlation',
    causationId: 'causation',
    restedOn: {},
    data: { outcome: 'accepted' },
    previousHash: '0'.repeat(64),
    hash: randomUUID().replaceAll('-', '').repeat(2),
    ...fields,
  }
}

export const events = (count: number, fields: Partial<Envelope> = {}): ReadonlyArray<Envelope> =>
  Array.from({ length: count }, () => event(fields))

/** An id as a keyed command makes it: whoever repeats the command makes it again. */
export const derivedId = (name: string): string => uuids().v5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', name)

export const freshStream = (category = `case${randomUUID().slice(0, 8)}`): StreamName =>
  streamName(category, randomUUID())

/** What stands on the right, or the test ends. */
export const held = <A>(either: Either<unknown, A>): A => {
  if (isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}

export const idsIn = async (store: EventStore, stream: StreamName): Promise<ReadonlyArray<string>> =>
  held(await store.readStream(stream)()).events.map(({ envelope }) => envelope.id)

export const allIn = async (store: EventStore, category: string): Promise<ReadonlyArray<RecordedEvent>> => {
  const found: Array<RecordedEvent> = []
  for await (const batch of store.readAll({ filter: { categories: [category] } })) found.push(...held(batch).events)
  return found
}
