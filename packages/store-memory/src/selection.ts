import {
  badLimit,
  badPosition,
  isLimit,
  parsePosition,
  unreadableInput,
  type Position,
  type ReadAllOptions,
  type StoreError,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'

/** What to read of the log. Where `categories` or `types` is undefined, that of every one. */
export interface Selection {
  /** The number of the last event that is not wanted any more. */
  readonly after: number
  readonly categories: ReadonlySet<string> | undefined
  readonly types: ReadonlySet<string> | undefined
  readonly batchSize: number
}

const BATCH_SIZE = 512

/** What the options select of a log that has come to `end`. Whatever was handed in for options, it never throws. */
export const selectionOf = (options: ReadAllOptions, end: number): Either<StoreError, Selection> => {
  try {
    const { after, filter, batchSize = BATCH_SIZE } = options
    if (!isLimit(batchSize)) return left(badLimit)
    const place = after === undefined ? right(0) : placeAt(after, end)
    if (isLeft(place)) return place
    return right({ after: place.right, categories: asSet(filter?.categories), types: asSet(filter?.types), batchSize })
  } catch {
    return left(unreadableInput)
  }
}

const asSet = (names: ReadonlyArray<string> | undefined): ReadonlySet<string> | undefined =>
  names === undefined ? undefined : new Set(names)

// A position beyond the end comes from another store, or from this one's time before a restart. Reading on from it would
// skip whatever is written up to there.
const placeAt = (after: Position, end: number): Either<StoreError, number> => {
  const position = parsePosition(after)
  if (isLeft(position)) return position
  const place = Number(position.right)
  return place <= end
    ? right(place)
    : left(badPosition('This store has not come so far: start from a position that it gave, or from the start.'))
}
