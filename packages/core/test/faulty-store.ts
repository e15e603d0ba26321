import { left, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { AppendError, Appended, EventStore, StoreError } from '../src/eventsourcing/event-store.js'

export const storeError = (code: StoreError['code'], written: StoreError['written']): StoreError => ({
  kind: 'storeError',
  code,
  written,
  message: 'as the test wants it',
  facts: {},
})

/** What may become of one append: it is lost, its answer is, it arrives only with the next one, or it is refused. */
export type Fault = 'none' | 'lost' | 'answerLost' | 'late' | 'refused'

/** A store whose appends meet these faults, one after the other, and then none; reads may fail likewise. */
export const faulty = (
  store: EventStore,
  faults: ReadonlyArray<Fault>,
  readFaults: ReadonlyArray<boolean> = [],
): EventStore => {
  let appends = 0
  let reads = 0
  let onTheWay: TaskEither<AppendError, Appended> | undefined
  return {
    ...store,
    append: (stream, expected, events) => async (): Promise<Either<AppendError, Appended>> => {
      const fault = faults[appends++] ?? 'none'
      await onTheWay?.()
      onTheWay = undefined
      if (fault === 'refused') return left(storeError('ACCESS_DENIED', 'no'))
      if (fault === 'late') onTheWay = store.append(stream, expected, events)
      if (fault === 'late' || fault === 'lost') return left(storeError('STORE_TIMEOUT', 'unknown'))
      const answer = await store.append(stream, expected, events)()
      return fault === 'answerLost' ? left(storeError('STORE_TIMEOUT', 'unknown')) : answer
    },
    readStream: (stream, options) => async () =>
      readFaults[reads++] === true ? left(storeError('STORE_UNAVAILABLE', 'no')) : store.readStream(stream, options)(),
  }
}
