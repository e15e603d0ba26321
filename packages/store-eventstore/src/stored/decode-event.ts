import {
  adoptParsed,
  nearestInstant,
  storeRefusal,
  type Envelope,
  type Instant,
  type Position,
  type RecordedEvent,
  type StoreError,
  type StreamName,
} from '@refund-case/core'
import type pb from '@eventstore/db-client/generated/streams_pb.js'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { positionToken } from '../wire/position-token.js'

export type StoredMessage = pb.ReadResp.ReadEvent.RecordedEvent

/** The name of the stream on the server that an event stands in. */
export const streamIn = (event: StoredMessage): string =>
  text(event.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array())

export const typeIn = (event: StoredMessage): string => event.getMetadataMap().get('type') ?? ''

/** As `decodeEvent`, where events of others may come along: undefined for what has no mark of this library. */
export const decodeIfOurs = (
  stream: StreamName,
  event: StoredMessage,
): Either<StoreError, RecordedEvent> | undefined => {
  const metadata = parsed(event.getCustomMetadata_asU8())
  return isFields(metadata) && typeof metadata['previousHash'] === 'string'
    ? decodeWith(metadata, stream, event)
    : undefined
}

/** The event as the port has it, or the place and reason of what is none of ours. */
export const decodeEvent = (stream: StreamName, event: StoredMessage): Either<StoreError, RecordedEvent> =>
  decodeWith(parsed(event.getCustomMetadata_asU8()), stream, event)

const decodeWith = (metadata: unknown, stream: StreamName, event: StoredMessage): Either<StoreError, RecordedEvent> => {
  const revision = Number(event.getStreamRevision())
  const properties = event.getMetadataMap()
  const type = properties.get('type') ?? ''
  if (properties.get('content-type') !== 'application/json')
    return left(unreadable(stream, revision, type, '/data', 'expected JSON'))
  const data = parsed(event.getData_asU8())
  if (!isFields(data)) return left(unreadable(stream, revision, type, '/data', 'expected a JSON object'))
  if (!isFields(metadata)) return left(unreadable(stream, revision, type, '/metadata', 'expected a JSON object'))
  const { $correlationId, $causationId, schemaVersion, occurredAt, actor, command } = metadata
  const { restedOn, previousHash, hash, eventId } = metadata
  const adopted = adoptParsed({
    id: eventId ?? idIn(event),
    type,
    schemaVersion,
    occurredAt,
    actor,
    correlationId: $correlationId,
    causationId: $causationId,
    ...(command === undefined ? {} : { command }),
    restedOn,
    data,
    previousHash,
    hash,
  })
  if (isLeft(adopted)) {
    const { path = '', reason = '' } = adopted.left.facts
    return left(unreadable(stream, revision, type, String(path), String(reason)))
  }
  return right(new StoredEvent(stream, revision, event, properties.get('created') ?? '0', adopted.right))
}

/** An event as it was read. What few readers ask for is worked out when they do. */
class StoredEvent implements RecordedEvent {
  readonly stream: StreamName
  readonly revision: number
  readonly envelope: Envelope
  readonly #commit: string
  readonly #prepare: string
  readonly #created: string

  constructor(stream: StreamName, revision: number, event: StoredMessage, created: string, envelope: Envelope) {
    this.stream = stream
    this.revision = revision
    this.envelope = envelope
    this.#commit = event.getCommitPosition()
    this.#prepare = event.getPreparePosition()
    this.#created = created
    Object.freeze(this)
  }

  get position(): Position {
    return positionToken(this.#commit, this.#prepare)
  }

  get recordedAt(): Instant {
    // The server counts in ticks of 100 ns.
    return nearestInstant(Math.trunc(Number(this.#created) / 10_000))
  }

  /** With what is no field of its own. */
  toJSON(): RecordedEvent {
    const { stream, revision, position, recordedAt, envelope } = this
    return { stream, revision, position, recordedAt, envelope }
  }
}

/** The refusal of a stored event, with its place. It names no value, which may be personal. */
const unreadable = (stream: string, revision: number, type: string, path: string, reason: string): StoreError =>
  storeRefusal(
    'EVENT_UNREADABLE',
    'The server holds an event here that is none of this library. Have the stream looked at.',
    {
      stream,
      revision,
      type,
      path,
      reason,
    },
  )

/** The id by which the server knows an event. */
const idIn = (event: StoredMessage): string => {
  const id = event.getId()
  if (id === undefined) return ''
  if (!id.hasStructured()) return id.getString()
  const hex =
    half(id.getStructured()?.getMostSignificantBits() ?? '0') +
    half(id.getStructured()?.getLeastSignificantBits() ?? '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0')

interface Fields {
  readonly [name: string]: unknown
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

const parsed = (bytes: Uint8Array): unknown => {
  try {
    const value: unknown = JSON.parse(text(bytes))
    return value
  } catch {
    return undefined
  }
}
