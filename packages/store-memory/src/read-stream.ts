import {
  badFrom,
  badLimit,
  badStreamName,
  isLimit,
  isRevision,
  isStreamName,
  type ReadStreamOptions,
  type StoreError,
  type StreamName,
  type StreamSlice,
} from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { EventLog } from './event-log.js'

export const readStream = (
  log: EventLog,
  name: StreamName,
  { direction = 'forwards', from, limit = Infinity }: ReadStreamOptions,
): Either<StoreError, StreamSlice> => {
  if (from !== undefined && !isRevision(from)) return left(badFrom)
  if (limit !== Infinity && !isLimit(limit)) return left(badLimit)
  const stream = log.find(name)
  if (stream === undefined)
    return isStreamName(name) ? right({ events: [], lastRevision: 'no_stream' }) : left(badStreamName)
  const { events } = stream
  const lastRevision = events.length - 1
  if (direction === 'forwards') return right({ events: events.slice(from ?? 0, (from ?? 0) + limit), lastRevision })
  const end = Math.min(from ?? lastRevision, lastRevision) + 1
  return right({ events: events.slice(Math.max(0, end - limit), end).toReversed(), lastRevision })
}
