import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { arranged, isBuiltEnvelope, markBuilt } from './built-envelope.js'
import { deriveGuard } from './codec/derive-guard.js'
import { explain } from './codec/explain.js'
import { EnvelopeCodec } from './envelope-codec.js'
import type { Envelope } from './envelope.js'
import type { StoreError } from './event-store.js'
import { jsonCopy } from './json/json-copy.js'

/**
 * Whatever was handed in, as an envelope that can be kept: itself when it was built here, else a copy, frozen deep,
 * once it is found to be complete and plain JSON.
 *
 * Refused, nothing written, as NOT_JSON or BAD_ENVELOPE, with `path` and `reason` among the facts. Whether its hash is
 * right is not asked here: that is for `verifyChain`.
 */
export const adoptEnvelope = (value: unknown): Either<StoreError, Envelope> => {
  if (isBuiltEnvelope(value)) return right(value)
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
