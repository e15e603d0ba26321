import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { arranged, markBuilt, type SharedFields } from './built-envelope.js'
import type { CanonicalCopy } from './codec/derive-copy.js'
import { copyActor, copyMark, copyRevisions } from './envelope-codec.js'
import type { Actor, CommandMark, Envelope, JsonObject } from './envelope.js'
import { firstHash } from './hash-chain.js'
import { quoted, writeCanonical, writeCanonicalDictionary } from './json/canonical-json.js'
import { jsonCopy } from './json/json-copy.js'
import type { NotJson } from './json/not-json.js'
import { isWellFormed } from './json/well-formed.js'
import type { ExpectedRevision } from './revision.js'
import type { Sha256 } from './sha256.js'
import type { StreamName } from './stream-name.js'

/** What all events of one append have in common. */
export interface EnvelopeBatch {
  readonly stream: StreamName
  /** The hash of the stream's last event; not there for the first batch of a stream. */
  readonly previousHash?: string | undefined
  readonly occurredAt: Instant
  readonly actor: Actor
  readonly correlationId: string
  readonly causationId: string
  readonly command?: CommandMark | undefined
  readonly restedOn?: { readonly [stream: string]: ExpectedRevision } | undefined
}

/** What one event has for itself besides its data. */
export interface EnvelopeHead {
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
}

/** Makes the envelopes of one append, one call after the other: each is chained to the one before it. */
export type EnvelopeChain = (head: EnvelopeHead, data: CanonicalCopy<JsonObject>) => Envelope

/**
 * Begins the envelopes of one append. What JSON cannot carry back unchanged of what they share is refused. `revisions`,
 * where they are written already, stand for `restedOn`.
 */
export const envelopeChain = (
  sha256: Sha256,
  batch: EnvelopeBatch,
  revisions = copyRevisions(batch.restedOn ?? {}),
): Either<NotJson, EnvelopeChain> => {
  const shared = sharedBy(batch, revisions)
  if (isLeft(shared)) return shared
  const { fields, toData, toPreviousHash, toSchemaVersion } = shared.right
  let previousHash = batch.previousHash ?? firstHash(sha256, batch.stream)
  return right(({ id, type, schemaVersion }, { value: data, text }) => {
    const head = `${toData}${text},"id":${quoted(id)}${toPreviousHash}${quoted(previousHash)}`
    const hash = sha256(`${head}${toSchemaVersion}${schemaVersion},"type":${quoted(type)}}`)
    const envelope = markBuilt(arranged(fields, { id, type, schemaVersion, data, previousHash, hash }))
    previousHash = hash
    return envelope
  })
}

// The canonical JSON of an envelope is put together from that of its fields, in the order of their names. What all
// events of a batch share is written once.
interface Shared {
  readonly fields: SharedFields
  readonly toData: string
  readonly toPreviousHash: string
  readonly toSchemaVersion: string
}

const sharedBy = (
  batch: EnvelopeBatch,
  revisions: CanonicalCopy<Envelope['restedOn']> | undefined,
): Either<NotJson, Shared> => {
  const { occurredAt, correlationId, causationId, command, restedOn = {} } = batch
  const who = copyActor(batch.actor)
  const mark = command === undefined ? noMark : copyMark(command)
  const areTexts = isWellFormed(occurredAt) && isWellFormed(correlationId) && isWellFormed(causationId)
  if (areTexts && who !== undefined && mark !== undefined && revisions !== undefined) {
    const fields = {
      occurredAt,
      actor: who.value,
      correlationId,
      causationId,
      command: mark.value,
      restedOn: revisions.value,
    }
    return right(written(fields, who.text, mark.text, revisions.text))
  }
  const any = jsonCopy(
    command === undefined
      ? { occurredAt, actor: batch.actor, correlationId, causationId, restedOn }
      : { occurredAt, actor: batch.actor, correlationId, causationId, restedOn, command },
  )
  if (isLeft(any)) return any
  const fields = any.right
  const commandText = fields.command === undefined ? '' : writeCanonical(fields.command)
  return right(written(fields, writeCanonical(fields.actor), commandText, writeCanonicalDictionary(fields.restedOn)))
}

const noMark = { value: undefined, text: '' }

const written = (fields: SharedFields, actor: string, command: string, restedOn: string): Shared => {
  const { occurredAt, correlationId, causationId } = fields
  const commandText = command === '' ? '' : `"command":${command},`
  return {
    fields,
    toData:
      `{"actor":${actor},"causationId":${quoted(causationId)},${commandText}` +
      `"correlationId":${quoted(correlationId)},"data":`,
    toPreviousHash: `,"occurredAt":${quoted(occurredAt)},"previousHash":`,
    toSchemaVersion: `,"restedOn":${restedOn},"schemaVersion":`,
  }
}
