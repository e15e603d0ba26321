import { right } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ProjectionStoreError } from './projection-store.js'

/** Takes the rows that leave a projection's memory. */
export interface RowSink<Row> {
  /**
   * Writes rows, the first of which has this number, counted from 0. After a crash rows come again under the numbers
   * they had: what stands from `first` on is replaced, so that each row stands there once.
   */
  write(first: number, rows: ReadonlyArray<Row>): TaskEither<ProjectionStoreError, void>
}

/** A sink in memory, and what is in it. */
export const memorySink = <Row>(): RowSink<Row> & { readonly rows: () => ReadonlyArray<Row> } => {
  const kept: Array<Row> = []
  return {
    write: (first, rows) => async () => {
      kept.splice(first, Infinity, ...rows)
      return right(undefined)
    },
    rows: () => [...kept],
  }
}
