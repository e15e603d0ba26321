import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import {
  continueLoad,
  loadStream,
  type DomainEvent,
  type EventStore,
  type Loaded,
  type StoreError,
  type StreamKind,
  type StreamName,
  type Undecodable,
} from '../eventsourcing/index.js'

/** Streams of one kind as they were last read: read on from there, not from their start. */
export interface RememberedStreams<Event extends DomainEvent, State> {
  /** The stream as it stands now. The store is asked each time; only what it has added since is decoded and folded. */
  readonly load: (stream: StreamName) => Promise<Either<StoreError | Undecodable, Loaded<Event, State>>>
  /** Keeps a reading that went further than the last. */
  readonly keep: (loaded: Loaded<Event, State>) => void
}

/** Remembers the `size` streams that were read on last. */
export const rememberedStreams = <Event extends DomainEvent, State>(
  store: EventStore,
  kind: StreamKind<Event, State>,
  size: number,
): RememberedStreams<Event, State> => {
  // A Map keeps the order of insertion: the first key is the one that went on longest ago.
  const known = new Map<StreamName, Loaded<Event, State>>()

  const keep = (loaded: Loaded<Event, State>): void => {
    known.delete(loaded.stream)
    if (loaded.revision === 'no_stream') return
    known.set(loaded.stream, loaded)
    if (known.size <= size) return
    for (const oldest of known.keys()) {
      known.delete(oldest)
      return
    }
  }

  const whole = async (stream: StreamName) => {
    const loaded = await loadStream(store, kind, stream)
    if (!isLeft(loaded)) keep(loaded.right)
    return loaded
  }

  return {
    keep,
    load: async (stream) => {
      const before = known.get(stream)
      if (before === undefined || before.revision === 'no_stream') return whole(stream)
      // From the last event that is known, so that it shows whether this is still the history that was read.
      const slice = await store.readStream(stream, { from: before.revision })()
      if (isLeft(slice)) return slice
      const { events } = slice.right
      if (events[0]?.envelope.hash !== before.lastHash) return whole(stream)
      // Mostly there is nothing new, and the reading is kept where it is in the queue.
      if (events.length === 1) return right(before)
      const loaded = continueLoad(kind, before, events.slice(1))
      if (!isLeft(loaded)) keep(loaded.right)
      return loaded
    },
  }
}
