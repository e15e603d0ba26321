import {
  badLimit,
  isLimit,
  unreadableInput,
  type Position,
  type ReadAllOptions,
  type StoreError,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { StreamNames } from '../stored/stream-prefix.js'
import { beforeAll, placeOf } from '../wire/position-token.js'
import { wantedBy, type Wanted } from './server-filter.js'

const BATCH_SIZE = 512

/** A reading of the log, as it was asked for. */
export interface LogReading {
  readonly wanted: Wanted
  readonly after: Position
  readonly batchSize: number
}

/** What the options ask for, or the refusal. Whatever was handed in for options, it never throws. */
export const checkReadAll = (options: ReadAllOptions, names: StreamNames): Either<StoreError, LogReading> => {
  try {
    const { after = beforeAll, filter = {}, batchSize = BATCH_SIZE } = options
    if (!isLimit(batchSize)) return left(badLimit)
    const place = placeOf(after)
    if (isLeft(place)) return place
    return right({ wanted: wantedBy(filter, names), after, batchSize })
  } catch {
    return left(unreadableInput)
  }
}
