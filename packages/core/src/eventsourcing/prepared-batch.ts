import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { prove } from './built-envelope.js'
import { decodeEnvelope } from './codec/decode-recorded.js'
import type { Undecodable } from './codec/undecodable.js'
import type { CommandRun, Decision } from './command-run.js'
import type { DomainEvent, Stored } from './decider.js'
import { brokenId, canonicalCopy } from './envelope-builder.js'
import { envelopeChain } from './envelope-chain.js'
import type { Envelope } from './envelope.js'
import type { StoreError } from './event-store.js'
import type { NotJson } from './json/not-json.js'
import { isWellFormed } from './json/well-formed.js'
import { nextRevision, type Loaded } from './loaded.js'
import { revisionsOf } from './stream-revision.js'
import type { Sha256 } from './sha256.js'
import type { StreamKind } from './stream-kind.js'

/** What was decided, ready to append, and how it will be read back. */
export interface PreparedBatch<Event extends DomainEvent> {
  readonly envelopes: ReadonlyArray<Envelope>
  readonly events: ReadonlyArray<Stored<Event>>
}

/**
 * The envelopes of a decision, chained to what was loaded. An event that could not be read back is refused here, before
 * it stands in a history that nobody can change.
 */
export const prepareBatch = <Event extends DomainEvent, State, Refused>(
  sha256: Sha256,
  kind: StreamKind<Event, State>,
  run: CommandRun<Event, State, Refused>,
  loaded: Loaded<Event, State>,
  occurredAt: Instant,
  decision: Decision<Event>,
): Either<StoreError | Undecodable, PreparedBatch<Event>> => {
  const { stream, actor, correlationId, causationId, command, ids } = run
  const { revision, lastHash: previousHash } = loaded
  const batch = { stream, previousHash, occurredAt, actor, correlationId, causationId, command }
  const chain = envelopeChain(sha256, batch, revisionsOf(decision.restedOn ?? []))
  if (isLeft(chain)) return left(notJson(chain.left))
  const envelopes: Array<Envelope> = []
  const events: Array<Stored<Event>> = []
  for (const { type, data } of decision.events) {
    const index = events.length
    const entry = kind.registry.entryOf(type)
    const exact = entry?.copyOf(data)
    const copy = exact === undefined ? canonicalCopy(data) : right(exact)
    if (isLeft(copy)) return left(notJson({ ...copy.left, path: `/${index}/data${copy.left.path}` }))
    // A type without an entry is refused when it is read back.
    const id = ids(index, revision)
    if (!isWellFormed(id)) return left(notJson({ ...brokenId, path: `/${index}/id` }))
    const envelope = chain.right({ id, type, schemaVersion: entry?.schemaVersion ?? 1 }, copy.right)
    if (entry !== undefined && exact !== undefined) prove(envelope, entry)
    const event = decodeEnvelope(kind.registry, stream, nextRevision(revision) + index, envelope)
    if (isLeft(event)) return event
    envelopes.push(envelope)
    events.push(event.right)
  }
  return right({ envelopes, events })
}

const notJson = ({ code, path, reason }: NotJson): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message: 'Decide events whose data is plain JSON.',
  facts: { path, reason },
})
