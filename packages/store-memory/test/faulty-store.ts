import type {
  AppendError,
  Appended,
  Batch,
  Envelope,
  EventStore,
  RawExpectedRevision,
  ReadAllOptions,
  RecordedEvent,
  StreamName,
  StreamSlice,
} from '@refund-case/core'
import { isLeft, isRight, map, type Either } from 'fp-ts/lib/Either.js'

type Append = (
  stream: StreamName,
  expected: RawExpectedRevision,
  events: ReadonlyArray<Envelope>,
) => Promise<Either<AppendError, Appended>>

export const sliceOf = async (store: EventStore, stream: StreamName): Promise<StreamSlice> => {
  const slice = await store.readStream(stream)()
  return isRight(slice) ? slice.right : { events: [], lastRevision: 'no_stream' }
}

export const appending =
  (fault: (append: Append, store: EventStore) => Append) =>
  (store: EventStore): EventStore => {
    const append = fault((...input) => store.append(...input)(), store)
    return {
      ...store,
      append:
        (...input) =>
        () =>
          append(...input),
    }
  }

export const reading =
  (fault: (slice: StreamSlice, stream: StreamName) => StreamSlice) =>
  (store: EventStore): EventStore => ({
    ...store,
    readStream: (stream, options) => async () =>
      map((slice: StreamSlice) => fault(slice, stream))(await store.readStream(stream, options)()),
  })

export const readingAll =
  (
    fault: (batch: Batch, options: ReadAllOptions) => Batch,
    changed: (options: ReadAllOptions) => ReadAllOptions = (o) => o,
  ) =>
  (store: EventStore): EventStore => ({
    ...store,
    readAll: (options = {}) => ({
      async *[Symbol.asyncIterator]() {
        for await (const batch of store.readAll(changed(options)))
          yield map((each: Batch) => fault(each, options))(batch)
      },
    }),
  })

export const subscribing =
  (fault: (batch: Batch, index: number) => Batch) =>
  (store: EventStore): EventStore => ({
    ...store,
    subscribe: (options) => {
      const subscription = store.subscribe(options)
      const iterator = subscription[Symbol.asyncIterator]()
      let index = 0
      return {
        close: () => subscription.close(),
        [Symbol.asyncIterator]: () => ({
          next: async () => {
            const { done, value } = await iterator.next()
            return done === true
              ? { done, value }
              : { done: false, value: map((each: Batch) => fault(each, index++))(value) }
          },
        }),
      }
    },
  })

export const thawed = ({ stream, revision, position, recordedAt, envelope }: RecordedEvent): RecordedEvent => {
  const data: Envelope['data'] = JSON.parse(JSON.stringify(envelope.data))
  return { stream, revision, position, recordedAt, envelope: { ...envelope, actor: { ...envelope.actor }, data } }
}

export const conflicts = (answer: Either<AppendError, Appended>): boolean =>
  isLeft(answer) && answer.left.kind === 'conflict'
