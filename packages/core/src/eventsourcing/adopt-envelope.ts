import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { arranged, isBuiltEnvelope, markBuilt } from './built-envelope.js'
import { deriveGuard } from './codec/derive-guard.js'
import { explain } from './codec/explain.js'
import { EnvelopeCodec } from './envelope-codec.js'
import type { Envelope, JsonObject } from './envelope.js'
import type { StoreError } from './event-store.js'
import { freezeJson } from './json/freeze-json.js'
import { jsonCopy, jsonObjectCopy } from './json/json-copy.js'
import { envelopeOf } from './plain-envelope.js'

/**
 * Whatever was handed in, as an envelope that can be kept: itself when it was built here, else a copy, frozen deep,
 * once it is found to be complete and plain JSON.
 *
 * Refused, nothing written, as NOT_JSON or BAD_ENVELOPE, with `path` and `reason` among the facts. Whether its hash is
 * right is not asked here: that is for `verifyChain`.
 */
export const adoptEnvelope = (value: unknown): Either<StoreError, Envelope> => {
  if (isBuiltEnvelope(value)) return right(value)
  try {
    const envelope = envelopeOf(value, copied)
    if (envelope !== undefined) return right(envelope)
  } catch {
    // What throws when it is read is refused below, with its place.
  }
  return adoptSlowly(value)
}

/**
 * As `adoptEnvelope`, of what `JSON.parse` has just given and nobody else holds: its data is not copied but frozen where
 * it stands.
 */
export const adoptParsed = (value: unknown): Either<StoreError, Envelope> => {
  const envelope = envelopeOf(value, frozen)
  return envelope === undefined ? adoptSlowly(value) : right(envelope)
}

const copied = (data: unknown): JsonObject | undefined => {
  const copy = jsonObjectCopy(data)
  return isLeft(copy) ? undefined : copy.right
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const frozen = (data: unknown): JsonObject | undefined => (isObject(data) && freezeJson(data) ? data : undefined)

// Finds the place and the reason, and takes what is odd but sound.
const adoptSlowly = (value: unknown): Either<StoreError, Envelope> => {
  const copy = jsonCopy(value)
  if (isLeft(copy)) return left(refusal('NOT_JSON', 'Hand in plain JSON.', copy.left.path, copy.left.reason))
  if (isEnvelope(copy.right)) return right(markBuilt(arranged(copy.right, copy.right)))
  const [problem] = explain(EnvelopeCodec, copy.right, { unknownFields: 'refused', unknownNames: 'hidden' })
  const { path, message } = problem ?? { path: '', message: 'expected an envelope' }
  return left(refusal('BAD_ENVELOPE', 'Hand in envelopes as the builder makes them.', path, message))
}

const isEnvelope = deriveGuard(EnvelopeCodec)

const refusal = (code: 'NOT_JSON' | 'BAD_ENVELOPE', message: string, path: string, reason: string): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message,
  facts: { path, reason },
})
