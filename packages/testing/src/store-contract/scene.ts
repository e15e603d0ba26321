import {
  nearestInstant,
  streamName,
  type AppendError,
  type Appended,
  type Conflict,
  type Envelope,
  type EventStore,
  type RawExpectedRevision,
  type ReadStreamOptions,
  type RecordedEvent,
  type StoreError,
  type StreamName,
  type StreamSlice,
} from '@refund-case/core'
import { isLeft, isRight, type Either } from 'fp-ts/lib/Either.js'
import { freshId } from './fresh-id.js'
import { broken, same } from './same.js'

/** A store in the hands of a case: what it does most, in few words. */
export interface Scene {
  readonly store: EventStore
  /** A category that is this case's own. */
  readonly category: string
  /** A stream that nobody has written to, in the case's category or another one. */
  readonly stream: (category?: string) => StreamName
  readonly append: (
    stream: StreamName,
    expected: RawExpectedRevision,
    events: ReadonlyArray<Envelope>,
  ) => Promise<Either<AppendError, Appended>>
  /** Appends, and breaks the case unless it was written now. */
  readonly write: (
    stream: StreamName,
    expected: RawExpectedRevision,
    events: ReadonlyArray<Envelope>,
  ) => Promise<Appended>
  readonly read: (stream: StreamName, options?: ReadStreamOptions) => Promise<StreamSlice>
  /** Breaks the case unless the stream holds exactly these events. */
  readonly holds: (stream: StreamName, events: ReadonlyArray<Envelope>, when: string) => Promise<void>
}

export const newScene = (store: EventStore): Scene => {
  // Categories may be anything before the first dash.
  const category = `contract${freshId().replaceAll('-', '')}`
  const append: Scene['append'] = (stream, expected, events) => store.append(stream, expected, events)()
  const read: Scene['read'] = async (stream, options) => {
    const slice = await store.readStream(stream, options)()
    return isRight(slice) ? slice.right : broken('Reading a stream', slice.left)
  }
  return {
    store,
    category,
    stream: (of = category) => streamName(of, freshId()),
    append,
    write: async (stream, expected, events) => {
      const appended = await append(stream, expected, events)
      if (isLeft(appended)) return broken('Appending at the end', appended.left)
      same(appended.right.idempotent, false, 'idempotent, of a batch that was written now')
      return appended.right
    },
    read,
    holds: async (stream, events, when) => {
      const slice = await read(stream)
      same(
        slice.events.map(idAt),
        events.map((event, revision) => [revision, event.id]),
        `the stream ${when}`,
      )
      same(slice.lastRevision, events.length === 0 ? 'no_stream' : events.length - 1, `lastRevision ${when}`)
    },
  }
}

/** A fresh event, with what matters to a case. */
export const event = (fields: Partial<Envelope> = {}): Envelope => ({
  id: freshId(),
  type: 'Reviewed',
  schemaVersion: 1,
  occurredAt: nearestInstant(1_772_443_800_000),
  actor: { id: 'li', role: 'customerService' },
  correlationId: freshId(),
  causationId: freshId(),
  restedOn: {},
  data: { outcome: 'accepted', notes: ['退款', { deep: [1, 'two', null, true] }] },
  previousHash: '0'.repeat(64),
  hash: 'f'.repeat(64),
  ...fields,
})

export const events = (count: number, fields: Partial<Envelope> = {}): ReadonlyArray<Envelope> =>
  Array.from({ length: count }, () => event(fields))

/** What tells recorded events apart. */
export const idAt = (recorded: RecordedEvent): readonly [number, string] => [recorded.revision, recorded.envelope.id]

/** Options that leave out what is undefined. */
export const stretch = (
  direction: 'forwards' | 'backwards',
  from: number | undefined,
  limit: number | undefined,
): ReadStreamOptions => ({
  direction,
  ...(from === undefined ? {} : { from }),
  ...(limit === undefined ? {} : { limit }),
})

export const conflictIn = (answer: Either<AppendError, Appended>): Conflict => {
  if (isLeft(answer) && answer.left.kind === 'conflict') return answer.left
  return broken('A conflict was due', answer)
}

export const errorIn = (answer: Either<AppendError, unknown>): StoreError => {
  if (isLeft(answer) && answer.left.kind === 'storeError') return answer.left
  return broken('An error of the store was due', answer)
}

export const repeatIn = (answer: Either<AppendError, Appended>): Appended => {
  if (isRight(answer) && answer.right.idempotent) return answer.right
  return broken('An idempotent success was due', answer)
}
