import { isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { isBuiltEnvelope } from './built-envelope.js'
import type { Envelope, JsonObject, RecordedEvent } from './envelope.js'
import { writeCanonicalObject } from './json/canonical-json.js'
import { jsonObjectCopy } from './json/json-copy.js'
import type { JsonPointer } from './json/json-pointer.js'
import type { NotJson } from './json/not-json.js'
import type { Revision } from './revision.js'
import type { Sha256 } from './sha256.js'
import type { StreamName } from './stream-name.js'

/** The end of a chain that was found whole: the hash that the next event must name, and how many events lead to it. */
export interface ChainHead {
  readonly stream: StreamName
  readonly head: string
  readonly count: number
}

/** The first event that does not fit. */
export interface ChainBreak {
  readonly kind: 'chainBreak'
  readonly stream: StreamName
  /** Of the event, as recorded; where events are missing it is not the one that its place would have. */
  readonly revision: Revision
  readonly reason: ChainBreakReason
  /** In the envelope; only for `notJson`. */
  readonly path?: JsonPointer
}

export type ChainBreakReason =
  /** It was recorded in another stream. */
  | 'otherStream'
  /** Its revision is not the next one: events are missing, repeated or out of order. */
  | 'revision'
  /** Its envelope cannot be hashed at all. */
  | 'notJson'
  /** It does not name the hash of the event before it: one was removed, inserted, moved or written anew. */
  | 'previousHash'
  /** Its content is not what was hashed. */
  | 'hash'

/** What the first event of a stream has as its previous hash. */
export const firstHash = (sha256: Sha256, stream: StreamName): string => sha256(stream)

/** The hash of an envelope: of the canonical JSON of every field it has but `hash`. */
export const envelopeHash = (sha256: Sha256, envelope: Omit<Envelope, 'hash'>): Either<NotJson, string> =>
  map((copy: JsonObject) => hashOfJson(sha256, copy))(jsonObjectCopy(envelope))

// As `envelopeHash`, of what is known to be JSON.
const hashOfJson = (sha256: Sha256, envelope: JsonObject): string => sha256(writeCanonicalObject(envelope, 'hash'))

/** Where a chain begins: before the first event. */
export const startOfChain = (sha256: Sha256, stream: StreamName): ChainHead => ({
  stream,
  head: firstHash(sha256, stream),
  count: 0,
})

/**
 * Checks a stream from its first event on, or names the first event that does not fit.
 *
 * It finds what was edited, removed, inserted or moved. A cut tail, and a chain computed anew from somewhere on, are
 * found only by comparing the head with one that was kept elsewhere.
 */
export const verifyChain = (
  sha256: Sha256,
  stream: StreamName,
  events: Iterable<RecordedEvent>,
): Either<ChainBreak, ChainHead> => continueChain(sha256, startOfChain(sha256, stream), events)

/** Checks the events that follow `from`, in order: the same answer as checking the whole stream at once. */
export const continueChain = (
  sha256: Sha256,
  from: ChainHead,
  events: Iterable<RecordedEvent>,
): Either<ChainBreak, ChainHead> => {
  const { stream } = from
  let { head, count } = from
  for (const event of events) {
    const copy = isBuiltEnvelope(event.envelope) ? right(event.envelope) : jsonObjectCopy(event.envelope)
    const found = isLeft(copy) ? 'notJson' : misfit(sha256, { stream, head, count }, event, copy.right)
    if (found !== undefined) {
      const { revision } = event
      const broken = { kind: 'chainBreak', stream, revision, reason: found } as const
      return left(isLeft(copy) ? { ...broken, path: copy.left.path } : broken)
    }
    head = event.envelope.hash
    count++
  }
  return right({ stream, head, count })
}

const misfit = (
  sha256: Sha256,
  before: ChainHead,
  event: RecordedEvent,
  envelope: JsonObject,
): ChainBreakReason | undefined => {
  if (event.stream !== before.stream) return 'otherStream'
  if (event.revision !== before.count) return 'revision'
  if (envelope['previousHash'] !== before.head) return 'previousHash'
  return envelope['hash'] === hashOfJson(sha256, envelope) ? undefined : 'hash'
}
