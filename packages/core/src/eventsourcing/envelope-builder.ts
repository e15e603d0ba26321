import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { arranged, markBuilt, type SharedFields } from './built-envelope.js'
import type { Actor, CommandMark, Envelope, JsonObject } from './envelope.js'
import { firstHash } from './hash-chain.js'
import { writeCanonical, writeCanonicalDictionary } from './json/canonical-json.js'
import { jsonCopy, jsonObjectCopy } from './json/json-copy.js'
import { pointerStep } from './json/json-pointer.js'
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

/** What one event of the batch has for itself. */
export interface EnvelopeDraft {
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
  readonly data: object
}

/**
 * The envelopes of one append, each chained to the one before it.
 *
 * They are copies, frozen deep: nothing that was handed in is frozen or kept, and whatever its owner does to it later
 * changes no envelope. What JSON cannot carry back unchanged is refused, with its path from `/0`, the first draft.
 */
export const buildEnvelopes = (
  sha256: Sha256,
  batch: EnvelopeBatch,
  drafts: ReadonlyArray<EnvelopeDraft>,
): Either<NotJson, ReadonlyArray<Envelope>> => {
  const shared = jsonCopy(sharedFields(batch))
  if (isLeft(shared)) return shared
  const texts = writeShared(shared.right)
  const envelopes: Array<Envelope> = []
  let previousHash = batch.previousHash ?? firstHash(sha256, batch.stream)
  for (const draft of drafts) {
    const place = pointerStep(envelopes.length)
    if (!isWellFormed(draft.id)) return left({ ...brokenId, path: `${place}/id` })
    const data = jsonObjectCopy(draft.data)
    if (isLeft(data)) return left({ ...data.left, path: `${place}/data${data.left.path}` })
    const hash = sha256(writeUnhashed(texts, draft, data.right, previousHash))
    const { id, type, schemaVersion } = draft
    envelopes.push(markBuilt(arranged(shared.right, { id, type, schemaVersion, data: data.right, previousHash, hash })))
    previousHash = hash
  }
  return right(envelopes)
}

const brokenId = { kind: 'notJson', code: 'NOT_JSON', reason: 'loneSurrogate' } as const

const sharedFields = (batch: EnvelopeBatch): SharedFields => {
  const { occurredAt, actor, correlationId, causationId, command, restedOn = {} } = batch
  return command === undefined
    ? { occurredAt, actor, correlationId, causationId, restedOn }
    : { occurredAt, actor, correlationId, causationId, restedOn, command }
}

// The canonical JSON of an envelope is put together from that of its fields, in the order of their names. What all
// events of a batch share is written once.
interface SharedTexts {
  readonly toData: string
  readonly toPreviousHash: string
  readonly toSchemaVersion: string
}

const writeShared = (shared: SharedFields): SharedTexts => {
  const { occurredAt, actor, correlationId, causationId, command, restedOn } = shared
  const restedOnText = writeCanonicalDictionary(restedOn)
  const commandText = command === undefined ? '' : `"command":${writeCanonical(command)},`
  return {
    toData:
      `{"actor":${writeCanonical(actor)},"causationId":${writeCanonical(causationId)},${commandText}` +
      `"correlationId":${writeCanonical(correlationId)},"data":`,
    toPreviousHash: `,"occurredAt":${writeCanonical(occurredAt)},"previousHash":`,
    toSchemaVersion: `,"restedOn":${restedOnText},"schemaVersion":`,
  }
}

const writeUnhashed = (texts: SharedTexts, draft: EnvelopeDraft, data: JsonObject, previousHash: string): string => {
  const head = `${texts.toData}${writeCanonical(data)},"id":${writeCanonical(draft.id)}`
  const tail = `${texts.toPreviousHash}${writeCanonical(previousHash)}${texts.toSchemaVersion}`
  return `${head}${tail}${draft.schemaVersion},"type":${writeCanonical(draft.type)}}`
}
