import { Instant } from '../calendar/index.js'
import { arranged, markBuilt } from './built-envelope.js'
import { actorOf, isPlain, isText, isWhole, markOf, revisionsIn } from './envelope-parts.js'
import type { Envelope, JsonObject } from './envelope.js'

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
  const restedOn = revisionsIn(revisions)
  const command = mark === undefined ? undefined : markOf(mark)
  if (actor === undefined || restedOn === undefined || (mark !== undefined && command === undefined)) return undefined
  if (Object.keys(value).length !== (mark === undefined ? 11 : 12)) return undefined
  const data = keep(value['data'])
  if (data === undefined) return undefined
  const shared = { occurredAt, actor, correlationId, causationId, command, restedOn }
  return markBuilt(arranged(shared, { id, type, schemaVersion, data, previousHash, hash }))
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
