import { isLeft } from 'fp-ts/lib/Either.js'
import { decodeRecorded, type DomainEvent, type EventRegistry, type RecordedEvent } from '../../eventsourcing/index.js'
import { awaits, offer, stop, type Entry } from './entry.js'
import type { Reader } from './projection.js'

/** Who takes an event, by those that decode it alike. */
interface Group {
  readonly registry: EventRegistry<DomainEvent>
  readonly takers: ReadonlyArray<{ readonly entry: Entry; readonly reader: Reader }>
}

/** One category: its readers, and for each type that came by those who take it. */
interface Lane {
  readonly prefix: string
  readonly readers: ReadonlyArray<{ readonly entry: Entry; readonly reader: Reader }>
  readonly groups: Map<string, ReadonlyArray<Group>>
}

/** The readers of several projections put together: each event is decoded once for all that decode it alike. */
export interface Dispatch {
  readonly categories: ReadonlyArray<string>
  readonly take: (event: RecordedEvent) => void
}

export const dispatchTo = (entries: ReadonlyArray<Entry>): Dispatch => {
  const readers = entries.flatMap((entry) => entry.projecting.reads.map((reader) => ({ entry, reader })))
  const categories = [...new Set(readers.map(({ reader }) => reader.category))]
  const lanes = categories.map((category): Lane => ({
    prefix: `${category}-`,
    readers: readers.filter(({ reader }) => reader.category === category),
    groups: new Map(),
  }))
  return {
    categories,
    take: (event) => {
      for (const lane of lanes) if (event.stream.startsWith(lane.prefix)) takeIn(lane, event)
    },
  }
}

const groupsOf = ({ readers, groups }: Lane, type: string): ReadonlyArray<Group> => {
  const known = groups.get(type)
  if (known !== undefined) return known
  const wanted = readers.filter(({ reader }) => reader.types?.has(type) ?? true)
  const registries = new Set(wanted.map(({ reader }) => reader.registry))
  const found = Array.from(registries, (registry) => ({
    registry,
    takers: wanted.filter(({ reader }) => reader.registry === registry),
  }))
  groups.set(type, found)
  return found
}

const takeIn = (lane: Lane, event: RecordedEvent): void => {
  for (const { registry, takers } of groupsOf(lane, event.envelope.type)) {
    // Decoded when the first asks for it.
    let decoded: ReturnType<typeof decodeRecorded<DomainEvent>> | undefined
    for (const { entry, reader } of takers) {
      if (!awaits(entry, event.position)) continue
      decoded ??= decodeRecorded(registry, event)
      if (isLeft(decoded)) stop(entry, decoded.left, event)
      else offer(entry, reader, decoded.right, event)
    }
  }
}
