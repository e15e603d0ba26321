import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Position } from '../../eventsourcing/index.js'

/** What is kept of one projection: its records and the place they rest on, which belong together. */
export interface SavedProjection {
  readonly name: string
  readonly version: number
  /** Everything up to here is in the records. */
  readonly checkpoint: Position
  /** How many rows had been released to the sink. */
  readonly released: number
  /** JSON, one record at a time: read once, and whole, before the answer. */
  readonly records: Iterable<unknown>
}

/** Keeps projections. Each name and version has one place of its own. */
export interface ProjectionStore {
  /** Exactly what was saved last; undefined where nothing was. What is damaged is an error, never a part of it. */
  readonly load: (name: string, version: number) => TaskEither<ProjectionStoreError, SavedProjection | undefined>
  /** Replaces what was saved before, all of it or, when it fails, nothing. */
  readonly save: (saved: SavedProjection) => TaskEither<ProjectionStoreError, void>
}

export interface ProjectionStoreError {
  readonly kind: 'projectionStoreError'
  readonly code: 'PROJECTION_STORE_FAILED' | 'SAVED_PROJECTION_DAMAGED'
  /** What to do about it, in English, without personal data or secrets. */
  readonly message: string
  readonly facts: { readonly [name: string]: string | number | boolean }
}
