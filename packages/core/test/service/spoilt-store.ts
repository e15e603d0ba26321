import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import type { Envelope, EventStore, RecordedEvent, StreamName } from '../../src/eventsourcing/index.js'

/** A store in which one event reads other than it was written: `spoil` makes of its envelope whatever it likes. */
export const spoiltStore = (
  inner: EventStore,
  place: { readonly stream: StreamName; readonly revision: number },
  spoil: (envelope: Envelope) => unknown,
): EventStore => {
  const spoilt = (event: RecordedEvent): RecordedEvent =>
    event.stream === place.stream && event.revision === place.revision
      ? // What stands in a store that went wrong is of no type; readers are told that it is an envelope.
        { ...event, envelope: spoil(event.envelope) as Envelope }
      : event
  return {
    ...inner,
    append: (stream, expected, events) => async () => {
      const answer = await inner.append(stream, expected, events)()
      return isLeft(answer) && answer.left.kind === 'conflict'
        ? left({ ...answer.left, missed: answer.left.missed.map(spoilt) })
        : answer
    },
    readStream: (stream, options) => async () => {
      const slice = await inner.readStream(stream, options)()
      return isLeft(slice) ? slice : right({ ...slice.right, events: slice.right.events.map(spoilt) })
    },
    async *readAll(options) {
      for await (const batch of inner.readAll(options))
        yield isLeft(batch) ? batch : right({ ...batch.right, events: batch.right.events.map(spoilt) })
    },
  }
}
