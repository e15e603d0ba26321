import { isLeft } from 'fp-ts/lib/Either.js'
import { verifyChain, type EventStore, type RecordedEvent, type StreamName } from '../../src/eventsourcing/index.js'
import type { World } from './world.js'

/** Everything that stands in a store, in its global order. */
export const everything = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: Array<RecordedEvent> = []
  for await (const batch of store.readAll()) {
    if (isLeft(batch)) throw new Error(`not read: ${batch.left.message}`)
    events.push(...batch.right.events)
  }
  return events
}

const byStream = (events: ReadonlyArray<RecordedEvent>): ReadonlyMap<StreamName, ReadonlyArray<RecordedEvent>> => {
  const streams = new Map<StreamName, Array<RecordedEvent>>()
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
  return streams
}

export const typesOf = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> =>
  events.map(({ envelope }) => envelope.type)

const twice = (ids: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

/**
 * What is wrong with the records as such, whatever they say: a chain that does not verify, an id that stands twice, time
 * that runs backwards in a stream.
 */
export const faultsOfRecord = (
  { sha256 }: Pick<World, 'sha256'>,
  events: ReadonlyArray<RecordedEvent>,
): ReadonlyArray<string> => {
  const faults = twice(events.map(({ envelope }) => envelope.id)).map((id) => `the id ${id} stands twice`)
  for (const [stream, recorded] of byStream(events)) {
    const chain = verifyChain(sha256, stream, recorded)
    if (isLeft(chain)) faults.push(`${stream} breaks at ${chain.left.revision}: ${chain.left.reason}`)
    const instants = recorded.map(({ envelope }) => envelope.occurredAt)
    if (instants.toSorted().join() !== instants.join()) faults.push(`${stream} runs backwards`)
  }
  return faults
}
