import type { Either } from 'fp-ts/lib/Either.js'
import type { Position, StoreError } from '../../eventsourcing/index.js'
import type { Entry, ProjectionStopped } from './entry.js'
import type { Projection } from './projection.js'
import type { ProjectionStoreError } from './projection-store.js'
import type { RowSink } from './row-sink.js'

/** What is asked of one projection of a runner. */
export interface ProjectionHandle<View, Row = unknown> {
  /** What it knows now. */
  readonly view: () => View
  readonly status: () => ProjectionStatus
  /** Takes a stopped projection up again: from the event it stopped before, or from where it was last saved. */
  readonly restart: () => void
  /**
   * Builds it anew from the first event, as it is or as a later version of it, while this one goes on serving; then the
   * new one takes its place. `sink` takes the rows of the new one.
   */
  readonly rebuild: (
    as?: Projection<View, unknown, Row>,
    sink?: RowSink<Row>,
  ) => Promise<Either<StoreError | ProjectionStopped, ProjectionStatus>>
}

export interface ProjectionStatus {
  readonly name: string
  readonly version: number
  /** Everything up to here is in it; undefined before the first event. */
  readonly checkpoint: Position | undefined
  readonly stopped: ProjectionStopped | undefined
  /** Why it could not be saved the last time; it goes on all the same. */
  readonly savingFailed: ProjectionStoreError | undefined
}

export const statusOf = ({ projection, checkpoint, stopped, savingFailed }: Entry): ProjectionStatus => ({
  name: projection.name,
  version: projection.version,
  checkpoint,
  stopped,
  savingFailed,
})
