import type { Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Envelope, Position, RecordedEvent } from './envelope.js'
import type { RawExpectedRevision, Revision } from './revision.js'
import type { StreamName } from './stream-name.js'

/**
 * What the library asks of a store of streams. Every store keeps exactly these promises; they are executable in the
 * testing package's store contract.
 */
export interface EventStore {
  /**
   * Writes all of `events` at once at the end of `stream`, or nothing.
   *
   * - At the end (`expected` is the last revision, or `no_stream` and there is none) the batch is written whatever its
   *   ids.
   * - Below the end, a batch whose ids equal those stored right after `expected`, in order, is an idempotent success
   *   (`idempotent: true`, the revision and position of the first time) and writes nothing; any other is a conflict.
   * - An empty batch, or an id that stands twice in it, is refused as `BATCH_EMPTY` or `BATCH_ID_REPEATED`.
   */
  readonly append: (
    stream: StreamName,
    expected: RawExpectedRevision,
    events: ReadonlyArray<Envelope>,
  ) => TaskEither<AppendError, Appended>

  /** A stretch of one stream. A stream that is not there is an empty slice with `lastRevision: 'no_stream'`. */
  readonly readStream: (stream: StreamName, options?: ReadStreamOptions) => TaskEither<StoreError, StreamSlice>

  /**
   * All events after `after`, in global order, in batches, up to the end as it stood when the reader got there.
   * A batch that failed is a Left and the last one.
   */
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<EitherBatch>

  /**
   * As `readAll`, and then goes on live: every event once, in order, with none lost between history and live. It is
   * pulled by its reader, so that a slow one holds up nobody. It ends when closed, or with a Left.
   */
  readonly subscribe: (options?: ReadAllOptions) => Subscription
}

export interface Appended {
  /** The revision of the batch's last event. */
  readonly revision: Revision
  /** The position of the batch's last event, where the store knows it. */
  readonly position?: Position
  /** The batch stood there already; nothing was written. */
  readonly idempotent: boolean
}

/** Somebody else wrote first. `missed` are the events after the expected revision, in order. */
export interface Conflict {
  readonly kind: 'conflict'
  readonly stream: StreamName
  readonly expected: RawExpectedRevision
  readonly actual: Revision | 'no_stream'
  readonly missed: ReadonlyArray<RecordedEvent>
}

export type StoreErrorCode =
  | 'BATCH_EMPTY'
  | 'BATCH_ID_REPEATED'
  | 'NOT_JSON'
  | 'BAD_ENVELOPE'
  | 'BAD_STREAM_NAME'
  | 'BAD_REVISION'
  | 'BAD_POSITION'
  | 'BAD_LIMIT'
  | 'EVENT_TOO_LARGE'
  | 'STORE_UNAVAILABLE'
  | 'STORE_TIMEOUT'
  | 'ACCESS_DENIED'
  | 'STREAM_DELETED'
  | 'STORE_CLOSED'
  | 'STORE_FAILED'
  | 'STORE_MISCONFIGURED'
  | 'EVENT_UNREADABLE'

/** The store could not. `written` says what is known of an append: `no` (nothing was), or `unknown`. */
export interface StoreError {
  readonly kind: 'storeError'
  readonly code: StoreErrorCode
  readonly written: 'no' | 'unknown'
  /** What to do about it, in English, without personal data or secrets. */
  readonly message: string
  readonly facts: { readonly [name: string]: string | number | boolean }
}

export type AppendError = Conflict | StoreError

export interface ReadStreamOptions {
  readonly direction?: 'forwards' | 'backwards'
  /** The first revision to read, inclusive. Default: the start, backwards the end. */
  readonly from?: Revision
  readonly limit?: number
}

export interface StreamSlice {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly lastRevision: Revision | 'no_stream'
}

export interface EventFilter {
  readonly categories?: ReadonlyArray<string>
  readonly types?: ReadonlyArray<string>
}

export interface ReadAllOptions {
  /** Exclusive; default: before the first event. */
  readonly after?: Position
  readonly filter?: EventFilter
  /** How many events a batch holds at most (default 512). */
  readonly batchSize?: number
}

/** A stretch of the global order. `upTo` is the place it was read up to, also where nothing matched the filter. */
export interface Batch {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly upTo: Position
  /** There was nothing further when this batch was read. */
  readonly caughtUp: boolean
}

export type EitherBatch = Either<StoreError, Batch>

export interface Subscription extends AsyncIterable<EitherBatch> {
  readonly close: () => void
}
