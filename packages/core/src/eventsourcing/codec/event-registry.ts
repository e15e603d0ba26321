import type { Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { DomainEvent, EventMeta, Stored } from '../decider.js'
import type { JsonObject } from '../envelope.js'
import { deriveCopy, type CanonicalCopy } from './derive-copy.js'
import { deriveGuard } from './derive-guard.js'
import type { StoredEventFace } from './stored-event.js'

/** The events that one kind of stream may hold, by type. */
export interface EventRegistry<Event extends DomainEvent> {
  readonly types: ReadonlyArray<string>
  readonly entryOf: (type: string) => RegistryEntry<Event> | undefined
}

export interface RegistryEntry<Event extends DomainEvent> {
  /** The version that is written now. */
  readonly schemaVersion: number
  readonly dataCodec: t.Mixed
  readonly upcastFrom: (version: number) => UpcastStep | undefined
  /** Whether its data is exactly what the codec would decode. */
  readonly admits: (event: Unproven) => event is Stored<Event>
  /** A frozen copy of data that is exactly what the codec would decode, with its canonical JSON; undefined for other data. */
  readonly copyOf: (data: object) => CanonicalCopy<JsonObject> | undefined
}

/** An event that has the parts of a stored one, whatever is in them. */
export interface Unproven {
  readonly type: string
  readonly data: object
  readonly meta: EventMeta
}

/**
 * Brings the data of one event one version up; a pure function. A Left says in English what it lacked, without anything
 * of the data.
 */
export type UpcastStep = (data: JsonObject) => Either<string, JsonObject>

/** The step from version `from` of an event to the next one. */
export interface Upcast {
  readonly type: string
  readonly from: number
  readonly step: UpcastStep
}

/** The event that a codec made by `storedEvent` decodes. */
export type EventOf<Codec extends t.Mixed> = Extract<t.TypeOf<Codec>, DomainEvent>

/**
 * The registry of these events. Versions before the present one need an upcast each. Where two codecs share a type the
 * first one counts, as it does where two upcasts start from one version.
 */
export const eventRegistry = <Codec extends t.Mixed & StoredEventFace>(
  codecs: ReadonlyArray<Codec>,
  upcasts: ReadonlyArray<Upcast> = [],
): EventRegistry<EventOf<Codec>> => {
  const entries = new Map<string, RegistryEntry<EventOf<Codec>>>()
  for (const codec of codecs) {
    if (!entries.has(codec.eventType)) entries.set(codec.eventType, entryFor(codec, upcasts))
  }
  return { types: [...entries.keys()], entryOf: (type) => entries.get(type) }
}

const entryFor = <Event extends DomainEvent>(
  { eventType, schemaVersion, dataCodec }: StoredEventFace,
  upcasts: ReadonlyArray<Upcast>,
): RegistryEntry<Event> => {
  const isData = deriveGuard(dataCodec)
  const copyOf = deriveCopy(dataCodec)
  const own = upcasts.filter(({ type }) => type === eventType)
  return {
    schemaVersion,
    dataCodec,
    upcastFrom: (version) => own.find(({ from }) => from === version)?.step,
    admits: (event): event is Stored<Event> => event.type === eventType && isData(event.data),
    copyOf: (data) => copyOf(data),
  }
}
