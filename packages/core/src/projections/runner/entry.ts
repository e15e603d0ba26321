import { isLeft, left, tryCatch, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import {
  comparePositions,
  type DomainEvent,
  type Position,
  type RecordedEvent,
  type Stored,
  type StreamName,
  type Undecodable,
} from '../../eventsourcing/index.js'
import type { Projecting, Projection, ProjectionFailure, Reader } from './projection.js'
import type { ProjectionStore, ProjectionStoreError } from './projection-store.js'
import type { RowSink } from './row-sink.js'

/** Why a projection goes no further, and before which event. All others go on. */
export interface ProjectionStopped {
  readonly kind: 'projectionStopped'
  readonly projection: string
  readonly version: number
  readonly cause: Undecodable | ProjectionFailure | ProjectionStoreError
  /** The event it could not take; not there where what was kept of it could not be read. */
  readonly before?: {
    readonly stream: StreamName
    readonly revision: number
    readonly position: Position
    readonly type: string
  }
}

/** One projection under way in a runner. */
export interface Entry<View = unknown, Row = unknown> {
  readonly projection: Projection<View, unknown, Row>
  readonly sink: RowSink<Row> | undefined
  projecting: Projecting<View, unknown, Row>
  /** Everything up to here is in it. */
  checkpoint: Position | undefined
  /** The reader may still be before the checkpoint: what it reads has to be compared. */
  ahead: boolean
  loaded: boolean
  stopped: ProjectionStopped | undefined
  /** An exception may have left half an event in its rows: they are never saved. */
  torn: boolean
  /** Events taken since it was saved. */
  unsaved: number
  moved: boolean
  /** When it was saved last, and how long that took, in milliseconds. */
  savedAt: number
  savingTook: number
  /** Another took its place: it is not saved any more. */
  replaced: boolean
  /** Rows that are in the sink, and rows that wait for it. */
  released: number
  waiting: ReadonlyArray<Row>
  savingFailed: ProjectionStoreError | undefined
}

/** Before the first event; what was kept of it is not looked for yet. */
export const newEntry = <View, Row>(
  projection: Projection<View, unknown, Row>,
  sink?: RowSink<Row>,
): Entry<View, Row> => ({
  projection,
  sink,
  projecting: projection.begin(),
  checkpoint: undefined,
  ahead: false,
  loaded: false,
  stopped: undefined,
  torn: false,
  unsaved: 0,
  moved: false,
  savedAt: 0,
  savingTook: 0,
  replaced: false,
  released: 0,
  waiting: [],
  savingFailed: undefined,
})

/** Stops it before this event. */
export const stop = (entry: Entry, cause: ProjectionStopped['cause'], event?: RecordedEvent): void => {
  const { name, version } = entry.projection
  const stopped = { kind: 'projectionStopped', projection: name, version, cause } as const
  if (event === undefined) {
    entry.stopped = stopped
    return
  }
  const { stream, revision, position, envelope } = event
  entry.stopped = { ...stopped, before: { stream, revision, position, type: envelope.type } }
}

/** Whether the event is one that it has not taken yet. */
export const awaits = (entry: Entry, position: Position): boolean => {
  if (entry.stopped !== undefined) return false
  if (!entry.ahead) return true
  if (entry.checkpoint !== undefined && comparePositions(position, entry.checkpoint) <= 0) return false
  entry.ahead = false
  return true
}

/** Hands it one event, which it takes whole or not at all. */
export const offer = (entry: Entry, reader: Reader, event: Stored<DomainEvent>, recorded: RecordedEvent): void => {
  let failure: ProjectionFailure | undefined
  try {
    failure = reader.take(event, recorded)
  } catch {
    // What was thrown may hold anything, also of the event. Who wrote the projection finds it by the place.
    entry.torn = true
    failure = threw
  }
  if (failure !== undefined) {
    stop(entry, failure, recorded)
    return
  }
  entry.checkpoint = recorded.position
  entry.unsaved++
  entry.moved = true
}

const threw: ProjectionFailure = {
  kind: 'projectionFailure',
  code: 'PROJECTION_THREW',
  message: 'Let the projection answer with a failure instead of throwing; it begins again from what was last saved.',
  facts: {},
}

/** The reader came to this place: whatever it passed over was none of the projection's. */
export const advanceTo = (entry: Entry, place: Position): void => {
  if (entry.stopped !== undefined) return
  if (entry.checkpoint !== undefined && comparePositions(place, entry.checkpoint) <= 0) return
  entry.checkpoint = place
  entry.moved = true
}

/** Takes up what is kept of it; begins before the first event where there is nothing. */
export const load = async (entry: Entry, states: ProjectionStore | undefined): Promise<void> => {
  entry.loaded = true
  if (states === undefined) return
  const { projection } = entry
  const saved = await answered(states.load(projection.name, projection.version))
  if (isLeft(saved)) {
    entry.loaded = false
    stop(entry, saved.left)
    return
  }
  if (saved.right === undefined) return
  const { records, checkpoint, released } = saved.right
  const begun = tryCatch(
    () => projection.begin(records),
    () => damaged(projection.name),
  )
  if (isLeft(begun)) {
    entry.loaded = false
    stop(entry, begun.left)
    return
  }
  entry.projecting = begun.right
  entry.checkpoint = checkpoint
  entry.ahead = true
  entry.released = released
}

const damaged = (name: string): ProjectionStoreError => ({
  kind: 'projectionStoreError',
  code: 'SAVED_PROJECTION_DAMAGED',
  message: 'What was saved cannot be read. Remove it, or raise the version: the projection then begins at the start.',
  facts: { projection: name },
})

/** Hands its rows to the sink and keeps it with its checkpoint. What fails is tried again the next time. */
export const save = async (entry: Entry, states: ProjectionStore | undefined, now: () => number): Promise<void> => {
  if (!entry.moved || entry.torn || entry.replaced || entry.checkpoint === undefined) return
  entry.savingFailed = undefined
  const begun = now()
  const { sink, projecting, projection, checkpoint } = entry
  if (sink !== undefined && projecting.release !== undefined) {
    entry.waiting = [...entry.waiting, ...projecting.release()]
    if (entry.waiting.length > 0) {
      const written = await answered(sink.write(entry.released, entry.waiting))
      if (isLeft(written)) {
        entry.savingFailed = written.left
        return
      }
      entry.released += entry.waiting.length
      entry.waiting = []
    }
  }
  const { name, version } = projection
  const saved =
    states === undefined
      ? undefined
      : await answered(states.save({ name, version, checkpoint, released: entry.released, records: projecting.save() }))
  if (saved !== undefined && isLeft(saved)) {
    entry.savingFailed = saved.left
    return
  }
  entry.moved = false
  entry.unsaved = 0
  entry.savedAt = now()
  entry.savingTook = entry.savedAt - begun
}

// A port that rejects instead of answering is answered for.
const answered = async <A>(task: TaskEither<ProjectionStoreError, A>): Promise<Either<ProjectionStoreError, A>> => {
  try {
    return await task()
  } catch {
    return left({
      kind: 'projectionStoreError',
      code: 'PROJECTION_STORE_FAILED',
      message: 'The store of projections broke off instead of answering. Look at its own log.',
      facts: {},
    })
  }
}
