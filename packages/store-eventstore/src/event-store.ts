import type { EventStoreDBClient } from '@eventstore/db-client'
import {
  badExpectedRevision,
  badStreamName,
  isExpectedRevision,
  isStreamName,
  keepBatch,
  storeRefusal,
  unreadableInput,
  type AppendError,
  type Appended,
  type Envelope,
  type EventStore,
  type Position,
  type RawExpectedRevision,
  type ReadAllOptions,
  type StoreError,
  type StreamName,
} from '@refund-case/core'
import { bimap, isLeft, left, map, right, type Either, type Left } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { append, type AppendTools } from './appending/append.js'
import { appendPath } from './appending/choose-path.js'
import { RecentPosition } from './appending/recent-position.js'
import { Calls } from './calls.js'
import { openClient } from './opening/open-client.js'
import { misconfigured, settingsOf, type EventStoreOptions, type Settings } from './options.js'
import { checkpoints, type Checkpoints } from './projecting/checkpoints.js'
import { checkReadAll } from './reading/check-read-all.js'
import { logEnd } from './reading/log-end.js'
import { readAll } from './reading/read-all.js'
import { checkReading, readStream } from './reading/read-stream.js'
import type { ReadTools } from './reading/read-tools.js'
import { LogSubscription, type LiveSubscription } from './reading/subscribe.js'
import { untilItWorks, type Interruption } from './reading/until-it-works.js'
import { encodeEvent, sizeOf } from './stored/encode-event.js'
import { streamNames } from './stored/stream-prefix.js'
import { connectionOf } from './wire/connection.js'
import { toStoreError, tooLarge } from './wire/failure.js'
import { beforeAll } from './wire/position-token.js'

/** The event store port on EventStoreDB, and what only a store on a server has. */
export interface EventStoreDb extends EventStore {
  readonly subscribe: (options?: ReadAllOptions) => LiveSubscription
  /** The last place in the log, whosever event stands there; before all of them where there is none. */
  readonly end: TaskEither<StoreError, Position>
  /** Where readers of the log keep how far they have come, on the server itself. */
  readonly checkpoints: Checkpoints
  /**
   * Whether server, credentials and access are as they should be, by reading the end of the log, once and at once. A
   * refusal says what is wrong.
   */
  readonly check: TaskEither<StoreError, void>
  /**
   * Ends subscriptions and readings, lets appends that are on their way come to their outcome, and lets go of the
   * connection if it was opened here. A process that has appended does not end by itself before.
   */
  readonly close: () => Promise<void>
}

const closedError = storeRefusal('STORE_CLOSED', 'The store was closed. Open it again before using it.')

/**
 * A store on the server of a connection string (`esdb://…`), or of a client of @eventstore/db-client 6.2.1 that is there
 * already. Nothing is sent before it is used; `check` asks whether it can be.
 */
export const eventStore = (
  connection: string | EventStoreDBClient,
  options: EventStoreOptions = {},
): Either<StoreError, EventStoreDb> => {
  const settings = settingsOf(options)
  if (isLeft(settings)) return settings
  const client = typeof connection === 'string' ? openClient(connection) : right(connection)
  if (isLeft(client)) return client
  const calls = connectionOf(client.right)
  if (calls === undefined)
    return left(misconfigured('Hand in a connection string, or a client of @eventstore/db-client 6.2.1.'))
  const letGo = typeof connection === 'string' ? () => disposeOf(client.right) : () => Promise.resolve()
  return right(storeOver(settings.right, calls, letGo))
}

const storeOver = (
  settings: Settings,
  connection: NonNullable<ReturnType<typeof connectionOf>>,
  letGo: () => Promise<void>,
): EventStoreDb => {
  const { now, sleep, chance, backoff, deadlineMs, attemptMs } = settings
  const calls = new Calls()
  const closed = (): StoreError | undefined => (calls.isClosed ? closedError : undefined)
  const path = appendPath(connection, settings.appends)
  const names = streamNames(settings.prefix)
  const shared = { now, sleep, chance, backoff, deadlineMs, closed, send: path.send }
  const reading: ReadTools = { ...shared, connection, names, track: calls.track, silenceMs: attemptMs }
  const lookingUp: ReadTools = { ...reading, closed: () => undefined, track: () => () => undefined }
  const appending: AppendTools = {
    ...shared,
    recent: new RecentPosition(now, () => logEnd(lookingUp, true)),
    attemptMs,
    isClosed: () => calls.isClosed,
    // What an append that was begun in time still has to look up, it may.
    read: (stream, readOptions, timeoutMs) => readStream(lookingUp, stream, readOptions, timeoutMs),
  }

  const appendNow = (
    stream: StreamName,
    expected: RawExpectedRevision,
    events: ReadonlyArray<Envelope>,
  ): Promise<Either<AppendError, Appended>> => {
    if (calls.isClosed) return Promise.resolve(left(closedError))
    if (!isStreamName(stream)) return Promise.resolve(left(badStreamName))
    if (!isExpectedRevision(expected)) return Promise.resolve(left(badExpectedRevision))
    const batch = keepBatch(events)
    if (isLeft(batch)) return Promise.resolve(batch)
    const encoded = batch.right.map(encodeEvent)
    const size = encoded.reduce((sum, event) => sum + sizeOf(event), 0)
    if (size > settings.maxAppendBytes)
      return Promise.resolve(left(toStoreError(tooLarge({ size, maximum: settings.maxAppendBytes, stream }))))
    const request = { stream: names.onServer(stream), expected, events: encoded, size }
    return calls.during(append(appending, { stream, expected, batch: batch.right, request }))
  }

  return {
    append: (stream, expected, events) => () => safely(() => appendNow(stream, expected, events)),
    readStream:
      (stream, readOptions = {}) =>
      () =>
        safely(async () => {
          const checked = checkReading(stream, readOptions)
          return isLeft(checked) ? checked : readStream(reading, checked.right, readOptions)
        }),
    readAll: (readOptions = {}) => {
      const checked = checkReadAll(readOptions, names)
      return { [Symbol.asyncIterator]: () => (isLeft(checked) ? only(checked) : readAll(reading, checked.right)) }
    },
    subscribe: (readOptions = {}) => {
      const checked = checkReadAll(readOptions, names)
      return isLeft(checked)
        ? refusedSubscription(checked)
        : new LogSubscription(reading, checked.right, settings.onReconnect)
    },
    checkpoints: checkpoints(reading),
    end: () => endOf(reading),
    check: async () =>
      bimap(
        ({ error }: Interruption) => error,
        () => undefined,
      )(await logEnd(reading, true)),
    close: () => calls.close(path.close, letGo),
  }
}

// The client waits for the end of each call, and may never hear of it.
const disposeOf = async (client: EventStoreDBClient): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DISPOSE_MS)
  })
  await Promise.race([client.dispose().catch(() => undefined), enough])
  clearTimeout(timer)
}

const DISPOSE_MS = 1_000

const endOf = async (reading: ReadTools): Promise<Either<StoreError, Position>> => {
  const end = await untilItWorks(reading, reading.now() + reading.deadlineMs, () => logEnd(reading, true))
  return map((position: Position | undefined) => position ?? beforeAll)(end)
}

// What was handed in can throw when it is looked at, and is looked at before anything is sent.
const safely = async <E, A>(task: () => Promise<Either<E | StoreError, A>>): Promise<Either<E | StoreError, A>> => {
  try {
    return await task()
  } catch {
    return left(unreadableInput)
  }
}

async function* only<A>(value: A): AsyncGenerator<A, undefined> {
  yield value
}

const refusedSubscription = (refusal: Left<StoreError>): LiveSubscription => {
  const iterator = only(refusal)
  return {
    [Symbol.asyncIterator]: () => iterator,
    close: () => void iterator.return(undefined),
    status: () => ({ state: 'ended', upTo: beforeAll, reconnections: 0, lastReason: refusal.left }),
  }
}
