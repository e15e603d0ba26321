import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { arranged, markBuilt, type SharedFields } from './built-envelope.js'
import type { CanonicalCopy } from './codec/derive-copy.js'
import { actorOf, markOf, revisionsIn } from './envelope-parts.js'
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
  revisions = revisionsFrom(batch),
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

type Revisions = CanonicalCopy<Envelope['restedOn']>

const revisionsFrom = ({ restedOn }: EnvelopeBatch): Revisions | undefined => {
  const revisions = revisionsIn(restedOn ?? {})
  return revisions === undefined ? undefined : { value: revisions, text: writeCanonicalDictionary(revisions) }
}

// The canonical JSON of an envelope is put together from that of its fields, in the order of their names. What all
// events of a batch share is written once.
interface Shared {
  readonly fields: SharedFields
  readonly toData: string
  readonly toPreviousHash: string
  readonly toSchemaVersion: string
}

const sharedBy = (batch: EnvelopeBatch, revisions: Revisions | undefined): Either<NotJson, Shared> => {
  const { occurredAt, correlationId, causationId, command: mark } = batch
  const actor = actorOf(batch.actor)
  const command = mark === undefined ? undefined : markOf(mark)
  const areWhole = actor !== undefined && (command === undefined) === (mark === undefined) && revisions !== undefined
  if (areWhole && isWellFormed(occurredAt) && isWellFormed(correlationId) && isWellFormed(causationId)) {
    const fields = { occurredAt, actor, correlationId, causationId, command, restedOn: revisions.value }
    return right(written(fields, writeActor(actor), command && writeMark(command), revisions.text))
  }
  const given = {
    occurredAt,
    actor: batch.actor,
    correlationId,
    causationId,
    restedOn: revisions?.value ?? batch.restedOn ?? {},
  }
  const any = jsonCopy(mark === undefined ? given : { ...given, command: mark })
  return isLeft(any) ? any : right(anyhow(any.right))
}

const anyhow = (fields: SharedFields): Shared =>
  written(
    fields,
    writeCanonical(fields.actor),
    fields.command && writeCanonical(fields.command),
    writeCanonicalDictionary(fields.restedOn),
  )

const writeActor = ({ id, role, onBehalfOf }: Actor): string => {
  const whom = onBehalfOf === undefined ? '' : `,"onBehalfOf":${writeActor(onBehalfOf)}`
  return `{"id":${quoted(id)}${whom},"role":${quoted(role)}}`
}

const writeMark = ({ key, fingerprint }: CommandMark): string =>
  `{"fingerprint":${quoted(fingerprint)},"key":${quoted(key)}}`

const written = (fields: SharedFields, actor: string, command: string | undefined, restedOn: string): Shared => {
  const { occurredAt, correlationId, causationId } = fields
  const mark = command === undefined ? '' : `"command":${command},`
  return {
    fields,
    toData:
      `{"actor":${actor},"causationId":${quoted(causationId)},${mark}` +
      `"correlationId":${quoted(correlationId)},"data":`,
    toPreviousHash: `,"occurredAt":${quoted(occurredAt)},"previousHash":`,
    toSchemaVersion: `,"restedOn":${restedOn},"schemaVersion":`,
  }
}
