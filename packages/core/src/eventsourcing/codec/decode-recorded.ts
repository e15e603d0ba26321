import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { adoptEnvelope } from '../adopt-envelope.js'
import { isBuiltEnvelope, isProven, prove } from '../built-envelope.js'
import type { DomainEvent, EventMeta, Stored } from '../decider.js'
import type { Envelope, RecordedEvent } from '../envelope.js'
import type { Revision } from '../revision.js'
import type { StreamName } from '../stream-name.js'
import type { EventRegistry, RegistryEntry, Unproven } from './event-registry.js'
import { explain } from './explain.js'
import type { Problem } from './problem.js'
import type { Undecodable, UndecodableCode } from './undecodable.js'
import { upcast } from './upcast.js'

/**
 * The event in a recorded one, brought up to its present version, or why it cannot be read. The envelope stays as it
 * was stored. Never throws, whatever the store hands out.
 */
export const decodeRecorded = <Event extends DomainEvent>(
  registry: EventRegistry<Event>,
  { stream, revision, envelope }: RecordedEvent,
): Either<Undecodable, Stored<Event>> => decodeEnvelope(registry, stream, revision, envelope)

/** As `decodeRecorded`, for an envelope that stands, or is to stand, at this revision of the stream. */
export const decodeEnvelope = <Event extends DomainEvent>(
  registry: EventRegistry<Event>,
  stream: StreamName,
  revision: Revision,
  given: Envelope,
): Either<Undecodable, Stored<Event>> => {
  if (isBuiltEnvelope(given)) return decodeBuilt(registry, stream, revision, given)
  const adopted = adoptEnvelope(given)
  if (!isLeft(adopted)) return decodeBuilt(registry, stream, revision, adopted.right)
  const { path = '', reason = '' } = adopted.left.facts
  return undecodable(stream, revision, 'EVENT_UNDECODABLE', '', { path: String(path), message: String(reason) })
}

const undecodable = (
  stream: StreamName,
  revision: Revision,
  code: UndecodableCode,
  type: string,
  { path, message }: Problem,
) => left<Undecodable>({ kind: 'undecodable', code, stream, revision, type, path, reason: message })

const decodeBuilt = <Event extends DomainEvent>(
  registry: EventRegistry<Event>,
  stream: StreamName,
  revision: Revision,
  envelope: Envelope,
): Either<Undecodable, Stored<Event>> => {
  const { type, schemaVersion } = envelope
  const entry = registry.entryOf(type)
  if (entry === undefined) return undecodable(stream, revision, 'EVENT_TYPE_UNKNOWN', type, unknownType)
  if (schemaVersion > entry.schemaVersion) {
    const message = `expected at most version ${entry.schemaVersion}`
    return undecodable(stream, revision, 'EVENT_VERSION_NEWER', type, { path: '/schemaVersion', message })
  }
  const event =
    schemaVersion === entry.schemaVersion
      ? decodePresent(entry, revision, envelope)
      : decodeOlder(entry, revision, envelope)
  return isLeft(event) ? undecodable(stream, revision, 'EVENT_UNDECODABLE', type, event.left) : event
}

const unknownType: Problem = { path: '/type', message: 'expected an event of this kind of stream' }

const decodePresent = <Event extends DomainEvent>(
  entry: RegistryEntry<Event>,
  revision: Revision,
  envelope: Envelope,
): Either<Problem, Stored<Event>> => {
  const event = { type: envelope.type, data: envelope.data, meta: metaOf(revision, envelope) }
  return isAdmitted(entry, envelope, event) ? right(event) : decodeSlowly(entry, event)
}

// What is frozen and was found to decode once need not be looked at again.
const isAdmitted = <Event extends DomainEvent>(
  entry: RegistryEntry<Event>,
  envelope: Envelope,
  event: Unproven,
): event is Stored<Event> => {
  if (isProven(envelope, entry)) return true
  if (!entry.admits(event)) return false
  prove(envelope, entry)
  return true
}

const decodeOlder = <Event extends DomainEvent>(
  entry: RegistryEntry<Event>,
  revision: Revision,
  envelope: Envelope,
): Either<Problem, Stored<Event>> => {
  const { type, schemaVersion } = envelope
  const data = upcast(entry.upcastFrom, schemaVersion, entry.schemaVersion, envelope.data)
  if (isLeft(data)) return data
  const event = { type, data: data.right, meta: metaOf(revision, envelope) }
  return entry.admits(event) ? right(event) : decodeSlowly(entry, event)
}

// Fields that this version does not know are left out of what a reader sees, so that a later one may add some.
const decodeSlowly = <Event extends DomainEvent>(
  entry: RegistryEntry<Event>,
  { type, data, meta }: Unproven,
): Either<Problem, Stored<Event>> => {
  const decoded: Either<unknown, unknown> = entry.dataCodec.decode(data)
  if (!isLeft(decoded) && typeof decoded.right === 'object' && decoded.right !== null) {
    const event = { type, data: decoded.right, meta }
    if (entry.admits(event)) return right(event)
  }
  const [problem] = explain(entry.dataCodec, data, { unknownFields: 'ignored', unknownNames: 'hidden' })
  return left(
    problem === undefined
      ? { path: '/data', message: `expected the data of ${type}` }
      : { path: `/data${problem.path}`, message: problem.message },
  )
}

const metaOf = (revision: Revision, { id, occurredAt, actor, command }: Envelope): EventMeta =>
  command === undefined ? { id, revision, occurredAt, actor } : { id, revision, occurredAt, actor, command }
