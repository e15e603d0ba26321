import type { Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Undecodable } from './codec/undecodable.js'
import type { DomainEvent, Stored } from './decider.js'
import type { Actor, CommandMark } from './envelope.js'
import type { EventStore, StoreError } from './event-store.js'
import type { Loaded } from './loaded.js'
import type { TimeRunsBackwards } from './occurred-now.js'
import type { StreamRevision } from './stream-revision.js'
import type { ExpectedRevision } from './revision.js'
import type { Sha256 } from './sha256.js'
import type { StreamName } from './stream-name.js'

/** What every command needs from outside. */
export interface CommandPlatform {
  readonly store: EventStore
  readonly sha256: Sha256
  readonly clock: () => Instant
  /** How far this clock may be behind the last event of a stream, in milliseconds (default 5,000). */
  readonly maxClockSkewMs?: number
  /** How often one call may try to append, whatever became of it (default 10). */
  readonly maxAttempts?: number
}

/** One call that is to decide and write on one stream. */
export interface CommandRun<Event extends DomainEvent, State, Refused> {
  readonly stream: StreamName
  readonly actor: Actor
  readonly correlationId: string
  readonly causationId: string
  readonly command?: CommandMark | undefined
  /**
   * The id of the event at `index` of what is decided. For one expected revision it is the same throughout the call;
   * where it is the same for every revision, leave that out.
   */
  readonly ids: (index: number, expected: ExpectedRevision) => string
  /** A reading of the stream that the caller made already. It may be out of date. */
  readonly loaded?: Loaded<Event, State>
  /** Asked again, with what was missed, whenever somebody else wrote first. */
  readonly decide: (
    attempt: Attempt<Event, State>,
  ) => Either<Refused, Decision<Event>> | Promise<Either<Refused, Decision<Event>>>
}

/** What one decision of a call is taken on. */
export interface Attempt<Event extends DomainEvent, State> {
  readonly loaded: Loaded<Event, State>
  /** When what is decided occurs: never before the stream's last event. */
  readonly now: Instant
  /** Whether events may be written now at all: the clock may be too far behind the stream. */
  readonly inOrder: Either<TimeRunsBackwards, Instant>
}

/** The events to append, none where there is nothing left to do. */
export interface Decision<Event extends DomainEvent> {
  readonly events: ReadonlyArray<Event>
  /** The readings of other streams that it rests on. */
  readonly restedOn?: ReadonlyArray<StreamRevision>
}

/** What a call came to. */
export interface Executed<Event extends DomainEvent, State> {
  /** The stream with this call's events, and whatever of others was seen. */
  readonly loaded: Loaded<Event, State>
  /** The events of this call as they are stored; none where nothing was left to do. */
  readonly appended: ReadonlyArray<Stored<Event>>
  /** They were written by the last append. False where there are none, and where they were found written already. */
  readonly wrote: boolean
}

/** Why a call came to nothing, besides a refusal of its own. */
export type CommandFailure = TimeRunsBackwards | StoreError | Undecodable | ConflictUnresolved

/** Others wrote first at every attempt. Nothing was written; the call may be made again. */
export interface ConflictUnresolved {
  readonly kind: 'conflictUnresolved'
  readonly code: 'CONFLICT_UNRESOLVED'
  readonly stream: StreamName
  readonly attempts: number
}
