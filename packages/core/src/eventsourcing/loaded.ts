import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { decodeRecorded } from './codec/decode-recorded.js'
import type { Undecodable } from './codec/undecodable.js'
import { fold, type DomainEvent, type Stored } from './decider.js'
import type { Envelope, RecordedEvent } from './envelope.js'
import type { ExpectedRevision, Revision } from './revision.js'
import type { StreamKind } from './stream-kind.js'
import type { StreamName } from './stream-name.js'

/** What a stream says, up to and with `revision`. */
export interface Loaded<Event extends DomainEvent, State> {
  readonly stream: StreamName
  readonly state: State
  /** Of the last event; what an append that follows must expect. */
  readonly revision: ExpectedRevision
  /** Of the last event; what the next one must name. Not there when there is no event, as the next. */
  readonly lastHash?: string
  readonly lastOccurredAt?: Instant
  readonly events: ReadonlyArray<Stored<Event>>
}

/** A stream before its first event. */
export const nothingLoaded = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  stream: StreamName,
): Loaded<Event, State> => ({ stream, state: kind.initial, revision: 'no_stream', events: [] })

/** The revision that the event after `revision` has. */
export const nextRevision = (revision: ExpectedRevision): Revision => (revision === 'no_stream' ? 0 : revision + 1)

/**
 * What the stream says once `recorded` are read too. Events that were read before change nothing. One that does not
 * decode stops it, as does one that is not the next.
 */
export const continueLoad = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  loaded: Loaded<Event, State>,
  recorded: Iterable<RecordedEvent>,
): Either<Undecodable, Loaded<Event, State>> => {
  const events: Array<Stored<Event>> = []
  let expected = nextRevision(loaded.revision)
  let last: Envelope | undefined
  for (const event of recorded) {
    if (event.stream === loaded.stream && event.revision < expected) continue
    if (event.stream !== loaded.stream || event.revision !== expected)
      return left(notNext(loaded.stream, event, expected))
    const decoded = decodeRecorded(kind.registry, event)
    if (isLeft(decoded)) return decoded
    events.push(decoded.right)
    expected++
    last = event.envelope
  }
  return right(withEvents(kind, loaded, events, last))
}

/** With further events, which were decoded already; `last` is the envelope of the last of them. */
export const withEvents = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  loaded: Loaded<Event, State>,
  events: ReadonlyArray<Stored<Event>>,
  last: Envelope | undefined,
): Loaded<Event, State> =>
  last === undefined
    ? loaded
    : {
        stream: loaded.stream,
        state: fold(kind.evolve, loaded.state, events),
        revision: nextRevision(loaded.revision) + events.length - 1,
        lastHash: last.hash,
        lastOccurredAt: last.occurredAt,
        events: loaded.events.length === 0 ? events : loaded.events.concat(events),
      }

const notNext = (stream: StreamName, event: RecordedEvent, expected: Revision): Undecodable => ({
  kind: 'undecodable',
  code: 'EVENT_UNDECODABLE',
  stream,
  revision: event.revision,
  type: event.envelope.type,
  path: '',
  reason: `expected revision ${expected} of this stream`,
})
