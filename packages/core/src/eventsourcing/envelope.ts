import type { Instant } from '../calendar/index.js'
import type { ExpectedRevision } from './revision.js'
import type { StreamName } from './stream-name.js'

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

// Types rather than interfaces from here on, so that TypeScript sees that an envelope is a JsonObject too.

/** Who did it. What somebody outside does is recorded by staff: `id` and `role` are then the staff member's. */
export type Actor = {
  readonly id: string
  readonly role: string
  readonly onBehalfOf?: { readonly id: string; readonly role: string }
}

/** The idempotency key of the command an event came from, and the fingerprint of that command's body. */
export type CommandMark = {
  readonly key: string
  readonly fingerprint: string
}

/**
 * One event as stored: everything but what the store assigns (revision, position, recorded time).
 *
 * `hash` is the lower-case hex SHA-256 of the canonical JSON (RFC 8785) of all other fields. `previousHash` is the hash
 * of the event before it in the stream; of a first event, the SHA-256 of the stream's name.
 */
export type Envelope = {
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
  readonly occurredAt: Instant
  readonly actor: Actor
  readonly correlationId: string
  readonly causationId: string
  readonly command?: CommandMark
  /** The revisions of other streams that the decision rested on, by stream name. */
  readonly restedOn: { readonly [stream: string]: ExpectedRevision }
  readonly data: JsonObject
  readonly previousHash: string
  readonly hash: string
}

/** An event as a store hands it out: the envelope untouched, and what the store assigned. Immutable. */
export interface RecordedEvent {
  readonly stream: StreamName
  readonly revision: number
  readonly position: Position
  readonly recordedAt: Instant
  readonly envelope: Envelope
}

/** A place in the global order: opaque, compared by `comparePositions`, kept as it came. */
export type Position = string & { readonly __brand: 'Position' }
