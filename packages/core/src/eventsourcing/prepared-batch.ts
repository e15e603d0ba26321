import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { decodeEnvelope } from './codec/decode-recorded.js'
import type { Undecodable } from './codec/undecodable.js'
import type { CommandRun, Decision } from './command-run.js'
import type { DomainEvent, Stored } from './decider.js'
import { buildEnvelopes } from './envelope-builder.js'
import type { Envelope } from './envelope.js'
import type { StoreError } from './event-store.js'
import type { NotJson } from './json/not-json.js'
import { nextRevision, type Loaded } from './loaded.js'
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
  const { restedOn } = decision
  const built = buildEnvelopes(
    sha256,
    { stream, previousHash, occurredAt, actor, correlationId, causationId, command, restedOn },
    decision.events.map(({ type, data }, index) => ({
      id: ids(index, revision),
      type,
      // A type without an entry is refused below, when it is read back.
      schemaVersion: kind.registry.entryOf(type)?.schemaVersion ?? 1,
      data,
    })),
  )
  if (isLeft(built)) return left(notJson(built.left))
  const events: Array<Stored<Event>> = []
  for (const envelope of built.right) {
    const event = decodeEnvelope(kind.registry, stream, nextRevision(revision) + events.length, envelope)
    if (isLeft(event)) return event
    events.push(event.right)
  }
  return right({ envelopes: built.right, events })
}

const notJson = ({ code, path, reason }: NotJson): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message: 'Decide events whose data is plain JSON.',
  facts: { path, reason },
})
