import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Envelope, RecordedEvent } from './envelope.js'
import type { EventStore, StoreError } from './event-store.js'
import { nextRevision } from './loaded.js'
import type { ExpectedRevision } from './revision.js'
import type { StreamName } from './stream-name.js'

/** How many appends a call has left, and whether one of them may have been written without an answer. */
export interface Attempts {
  left: number
  unsure: boolean
}

/**
 * What became of a batch: it was written now, or it was not and these events stand after the expected revision. Where
 * `repeated`, the store says that they are the batch.
 */
export type BatchOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'behind'; readonly after: ReadonlyArray<RecordedEvent>; readonly repeated: boolean }

/**
 * Appends a batch until it is known what became of it, or no attempt is left.
 *
 * Where the store cannot say whether it wrote, it is asked what stands after the expected revision; where nothing does,
 * the same batch is sent again. Should the first one arrive late, the two have equal ids, and only one is written.
 */
export const appendBatch = async (
  store: EventStore,
  stream: StreamName,
  expected: ExpectedRevision,
  envelopes: ReadonlyArray<Envelope>,
  attempts: Attempts,
  earlier?: StoreError,
): Promise<Either<StoreError, BatchOutcome>> => {
  attempts.left--
  const appended = await store.append(stream, expected, envelopes)()
  let failure: StoreError | undefined
  if (isLeft(appended)) {
    const error = appended.left
    if (error.kind === 'conflict') return right({ kind: 'behind', after: error.missed, repeated: false })
    // Once one try may have been written, no later one can say that nothing was.
    if (error.written === 'no') return left(earlier ?? error)
    failure = error
    attempts.unsure = true
  } else if (!appended.right.idempotent) return right(written)

  const slice = await store.readStream(stream, { from: nextRevision(expected) })()
  if (isLeft(slice)) failure ??= { ...slice.left, written: 'unknown' }
  else if (failure === undefined || slice.right.events.length > 0)
    return right({ kind: 'behind', after: slice.right.events, repeated: failure === undefined })

  const unknown = earlier ?? failure
  return attempts.left > 0 ? appendBatch(store, stream, expected, envelopes, attempts, unknown) : left(unknown)
}

const written: BatchOutcome = { kind: 'written' }
