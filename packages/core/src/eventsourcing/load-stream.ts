import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { Undecodable } from './codec/undecodable.js'
import type { DomainEvent } from './decider.js'
import type { EventStore, StoreError } from './event-store.js'
import { continueLoad, nothingLoaded, type Loaded } from './loaded.js'
import type { StreamKind } from './stream-kind.js'
import type { StreamName } from './stream-name.js'

/** Reads a stream whole, and folds it. A stream that is not there is the state before its first event. */
export const loadStream = async <Event extends DomainEvent, State>(
  store: EventStore,
  kind: StreamKind<Event, State>,
  stream: StreamName,
): Promise<Either<StoreError | Undecodable, Loaded<Event, State>>> => {
  const slice = await store.readStream(stream)()
  return isLeft(slice) ? slice : continueLoad(kind, nothingLoaded(kind, stream), slice.right.events)
}
