import { Instant } from '../calendar/index.js'
import { arranged, markBuilt } from './built-envelope.js'
import type { Actor, CommandMark, Envelope, JsonObject } from './envelope.js'
import { isWellFormed } from './json/well-formed.js'
import type { ExpectedRevision } from './revision.js'
import { dictionary } from './stream-revision.js'

// The same that `EnvelopeCodec` says, field by field: every event that a store is handed or hands out comes this way,
// and by its codec it would take several times as long.

/**
 * An ordinary envelope, complete and frozen deep, each field read once; `keep` makes its data frozen JSON. Undefined for
 * what is no envelope or an odd one: `EnvelopeCodec` tells which. Throws where reading the value does.
 */
export const envelopeOf = (value: unknown, keep: (data: unknown) => JsonObject | undefined): Envelope | undefined => {
  if (!isPlain(value)) return undefined
  const { id, type, schemaVersion, occurredAt, correlationId, causationId, previousHash, hash } = value
  if (!isText(id) || !isText(type) || !isWhole(schemaVersion) || schemaVersion < 1) return undefined
  if (!Instant.is(occurredAt) || !isText(correlationId) || !isText(causationId)) return undefined
  if (!isHash(previousHash) || !isHash(hash)) return undefined
  const { actor: who, restedOn: revisions, command: mark } = value
  const actor = actorOf(who)
  const restedOn = revisionsOf(revisions)
  const command = mark === undefined ? undefined : markOf(mark)
  if (actor === undefined || restedOn === undefined || (mark !== undefined && command === undefined)) return undefined
  if (Object.keys(value).length !== (mark === undefined ? 11 : 12)) return undefined
  const data = keep(value['data'])
  if (data === undefined) return undefined
  const shared = { occurredAt, actor, correlationId, causationId, command, restedOn }
  return markBuilt(arranged(shared, { id, type, schemaVersion, data, previousHash, hash }))
}

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && isWellFormed(value)

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const actorOf = (value: unknown): Actor | undefined => {
  if (!isPlain(value)) return undefined
  const { id, role, onBehalfOf: whom } = value
  if (!isText(id) || !isText(role)) return undefined
  if (whom === undefined) return Object.keys(value).length === 2 ? Object.freeze({ id, role }) : undefined
  const onBehalfOf = actorOf(whom)
  return onBehalfOf === undefined || onBehalfOf.onBehalfOf !== undefined || Object.keys(value).length !== 3
    ? undefined
    : Object.freeze({ id, role, onBehalfOf })
}

const markOf = (value: unknown): CommandMark | undefined => {
  if (!isPlain(value)) return undefined
  const { key, fingerprint } = value
  if (typeof key !== 'string' || typeof fingerprint !== 'string' || Object.keys(value).length !== 2) return undefined
  return isWellFormed(key) && isWellFormed(fingerprint) ? Object.freeze({ key, fingerprint }) : undefined
}

const revisionsOf = (value: unknown): Envelope['restedOn'] | undefined => {
  if (!isPlain(value)) return undefined
  const streams = Object.keys(value)
  if (streams.length === 0) return none
  const revisions = dictionary()
  for (const stream of streams) {
    const revision = value[stream]
    if (!isWellFormed(stream) || stream === '__proto__' || !isRevision(revision)) return undefined
    revisions[stream] = revision
  }
  return Object.freeze(revisions)
}

const none = Object.freeze({})

const isRevision = (value: unknown): value is ExpectedRevision => value === 'no_stream' || isWhole(value)
