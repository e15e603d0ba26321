import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CanonicalCopy } from './codec/derive-copy.js'
import { envelopeChain, type EnvelopeBatch, type EnvelopeHead } from './envelope-chain.js'
import type { Envelope, JsonObject } from './envelope.js'
import { writeCanonicalObject } from './json/canonical-json.js'
import { jsonObjectCopy } from './json/json-copy.js'
import { pointerStep } from './json/json-pointer.js'
import type { NotJson } from './json/not-json.js'
import { isWellFormed } from './json/well-formed.js'
import type { Sha256 } from './sha256.js'

/** What one event of the batch has for itself. */
export interface EnvelopeDraft extends EnvelopeHead {
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
  const chain = envelopeChain(sha256, batch)
  if (isLeft(chain)) return chain
  const envelopes: Array<Envelope> = []
  for (const draft of drafts) {
    const place = pointerStep(envelopes.length)
    if (!isWellFormed(draft.id)) return left({ ...brokenId, path: `${place}/id` })
    const data = canonicalCopy(draft.data)
    if (isLeft(data)) return left({ ...data.left, path: `${place}/data${data.left.path}` })
    envelopes.push(chain.right(draft, data.right))
  }
  return right(envelopes)
}

/** What is said of an id with half of a surrogate pair. */
export const brokenId = { kind: 'notJson', code: 'NOT_JSON', reason: 'loneSurrogate' } as const

/** A copy of any object, frozen deep, and its canonical JSON. */
export const canonicalCopy = (data: object): Either<NotJson, CanonicalCopy<JsonObject>> => {
  const copy = jsonObjectCopy(data)
  return isLeft(copy) ? copy : right({ value: copy.right, text: writeCanonicalObject(copy.right) })
}
