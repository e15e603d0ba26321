import { badPosition, parsePosition, positionAt, type Position, type StoreError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'

/** A place in the server's log as the server says it: both numbers, whatever they are. */
export interface LogPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

/** Before every event. */
export const beforeAll: Position = positionAt(0)

const isToken = (text: string): text is Position => text.length > 0

/** The token of a place: its two numbers as they came. Most checkpoints have a prepare position of 0. */
export const positionToken = (commit: string | bigint, prepare: string | bigint): Position => {
  const text = `${commit}/${prepare}`
  return isToken(text) ? text : beforeAll
}

const MAX = 2n ** 63n - 1n

/** The place that a token says; undefined for the start. Tokens of other stores are refused. */
export const placeOf = (token: unknown): Either<StoreError, LogPosition | undefined> => {
  const position = parsePosition(token)
  if (isLeft(position)) return position
  if (position.right === beforeAll) return right(undefined)
  const [commit, prepare, more] = position.right.split('/').map(BigInt)
  return commit === undefined || prepare === undefined || more !== undefined || commit > MAX || prepare > commit
    ? left(badPosition('This is no position of EventStoreDB: start from one that this store gave, or from the start.'))
    : right({ commit, prepare })
}
