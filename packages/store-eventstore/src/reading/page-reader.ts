import { comparePositions, type Position, type RecordedEvent, type StoreError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { decodeEvent, decodeIfOurs, type StoredMessage } from '../stored/decode-event.js'
import { placeOf, positionToken } from '../wire/position-token.js'
import { drain } from './drain.js'
import { pageRequest } from './read-request.js'
import type { ReadTools } from './read-tools.js'
import type { Wanted } from './server-filter.js'
import { forGood, type Interruption } from './until-it-works.js'

/** How many events of the log a page holds, whether or not they are asked for. */
const PAGE = 512

/** A stretch of the log. */
export interface Page {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly upTo: Position
  /** The log ended with this page when it was read. */
  readonly isLast: boolean
  /** What came after these events is asked for and cannot be read. */
  readonly broken: StoreError | undefined
}

/** The event, if it is asked for; undefined to pass it over, Left where it is asked for and cannot be read. */
export const pick = (wanted: Wanted, event: StoredMessage): Either<StoreError, RecordedEvent> | undefined => {
  const stream = wanted.streamOf(event)
  if (stream === undefined) return undefined
  return wanted.mixed ? decodeIfOurs(stream, event) : decodeEvent(stream, event)
}

/** The next page after a place. The server gives the event at the place again, and ends by itself at the end. */
export const readPage = async (
  tools: ReadTools,
  wanted: Wanted,
  after: Position,
  requiresLeader: boolean,
): Promise<Either<Interruption, Page>> => {
  const place = placeOf(after)
  if (isLeft(place)) return left(forGood(place.left))
  const events: Array<RecordedEvent> = []
  let upTo = after
  let seen = 0
  let isAhead = false
  let broken: StoreError | undefined
  const read = await drain(tools, pageRequest(place.right, PAGE), requiresLeader, (message) => {
    const event = message.getEvent()?.getEvent()
    if (event === undefined) return undefined
    seen += 1
    const position = positionToken(event.getCommitPosition(), event.getPreparePosition())
    if (!isAhead && comparePositions(position, after) <= 0) return undefined
    isAhead = true
    const picked = pick(wanted, event)
    if (picked !== undefined && isLeft(picked)) {
      broken = picked.left
      return right(undefined)
    }
    upTo = position
    if (picked !== undefined) events.push(picked.right)
    return undefined
  })
  return isLeft(read) ? read : right({ events, upTo, isLast: seen < PAGE, broken })
}
