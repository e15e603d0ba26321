import type { AppendError, Appended, EitherBatch, EventStore, StoreError, StreamSlice } from '@refund-case/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** A store as callers without types see it. What it answers stays the same, whatever it is handed. */
export interface UntypedStore {
  // Written as methods, whose parameters a compiler lets be wider than the port's.
  append(stream: unknown, expected: unknown, events: unknown): TaskEither<AppendError, Appended>
  readStream(stream: unknown, options?: unknown): TaskEither<StoreError, StreamSlice>
  readAll(options?: unknown): AsyncIterable<EitherBatch>
  subscribe(options?: unknown): AsyncIterable<EitherBatch>
}

export const untyped = (store: EventStore): UntypedStore => store
