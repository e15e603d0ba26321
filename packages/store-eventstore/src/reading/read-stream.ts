import {
  badFrom,
  badLimit,
  badStreamName,
  isLimit,
  isRevision,
  isStreamName,
  type ReadStreamOptions,
  type RecordedEvent,
  type StoreError,
  type StreamName,
  type StreamSlice,
} from '@refund-case/core'
import type pb from '@eventstore/db-client/generated/streams_pb.js'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { decodeEvent } from '../stored/decode-event.js'
import { noAnswer, toStoreError } from '../wire/failure.js'
import type { ReadTools } from './read-tools.js'
import { drain } from './drain.js'
import { streamRequest } from './read-request.js'
import { lastOfEmptied } from './last-of-emptied.js'
import { forGood, untilItWorks, type Interruption } from './until-it-works.js'

/** Whether a stream can be read so, or the refusal. */
export const checkReading = (
  stream: StreamName,
  { from, limit = Infinity }: ReadStreamOptions,
): Either<StoreError, StreamName> => {
  if (from !== undefined && !isRevision(from)) return left(badFrom)
  if (limit !== Infinity && !isLimit(limit)) return left(badLimit)
  return isStreamName(stream) ? right(stream) : left(badStreamName)
}

/**
 * A stretch of a stream, from the leader, read again when it breaks off. The server does not say how long the stream is
 * where it is not read to its end: that takes a second look.
 */
export const readStream = async (
  tools: ReadTools,
  stream: StreamName,
  { direction = 'forwards', from, limit = Infinity }: ReadStreamOptions,
  timeoutMs: number = tools.deadlineMs,
): Promise<Either<StoreError, StreamSlice>> => {
  const until = tools.now() + timeoutMs
  const name = tools.names.onServer(stream)
  const count = limit === Infinity ? undefined : limit
  const stretch = await untilItWorks(tools, until, () =>
    readOnce(tools, stream, streamRequest(name, direction, from, count)),
  )
  if (isLeft(stretch)) return stretch
  const events = stretch.right
  if (events === 'notThere') return right({ events: [], lastRevision: 'no_stream' })
  const last = lastRevisionIn(events, direction, from, limit)
  if (last !== undefined) return right({ events, lastRevision: last })

  const tail = await untilItWorks(tools, until, () =>
    readOnce(tools, stream, streamRequest(name, 'backwards', undefined, 1)),
  )
  if (isLeft(tail)) return tail
  if (tail.right === 'notThere') return right({ events, lastRevision: 'no_stream' })
  const [end] = tail.right
  // Nothing came of a stretch that has at least its last event: the first reading was cut short without a word.
  const isCutShort = events.length === 0 && end !== undefined && end.revision >= (from ?? 0) && direction === 'forwards'
  if (isCutShort && tools.now() >= until) return left(toStoreError(noAnswer))
  if (isCutShort)
    return readStream(tools, stream, from === undefined ? { limit } : { from, limit }, until - tools.now())
  if (end !== undefined) return right({ events, lastRevision: end.revision })
  const emptied = await untilItWorks(tools, until, () => lastOfEmptied(tools, name))
  return isLeft(emptied) ? emptied : right({ events, lastRevision: emptied.right })
}

const lastRevisionIn = (
  events: ReadonlyArray<RecordedEvent>,
  direction: 'forwards' | 'backwards',
  from: number | undefined,
  limit: number,
): number | undefined => {
  if (direction === 'forwards') return events.length < limit ? events.at(-1)?.revision : undefined
  const first = events[0]?.revision
  return first !== undefined && (from === undefined || first < from) ? first : undefined
}

/** One attempt: the events, or that there is no such stream, or why it broke off. */
const readOnce = async (
  tools: ReadTools,
  stream: StreamName,
  request: pb.ReadReq,
): Promise<Either<Interruption, ReadonlyArray<RecordedEvent> | 'notThere'>> => {
  const events: Array<RecordedEvent> = []
  let isThere = true
  const read = await drain(tools, request, true, (message) => {
    if (message.hasStreamNotFound()) isThere = false
    const event = message.getEvent()?.getEvent()
    if (event === undefined) return undefined
    const decoded = decodeEvent(stream, event)
    if (isLeft(decoded)) return left(forGood(decoded.left))
    events.push(decoded.right)
    return undefined
  })
  return isLeft(read) ? read : right(isThere ? events : 'notThere')
}
