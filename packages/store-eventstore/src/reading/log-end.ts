import type { Position } from '@refund-case/core'
import { map, type Either } from 'fp-ts/lib/Either.js'
import { positionToken } from '../wire/position-token.js'
import { drain } from './drain.js'
import { endRequest } from './read-request.js'
import type { ReadTools } from './read-tools.js'
import type { Interruption } from './until-it-works.js'

/** The place of the last event in the log, whosever it is; undefined where there is none. */
export const logEnd = async (
  tools: ReadTools,
  requiresLeader: boolean,
): Promise<Either<Interruption, Position | undefined>> => {
  let end: Position | undefined
  const read = await drain(tools, endRequest(), requiresLeader, (message) => {
    const event = message.getEvent()?.getEvent()
    if (event !== undefined) end = positionToken(event.getCommitPosition(), event.getPreparePosition())
    return undefined
  })
  return map(() => end)(read)
}
