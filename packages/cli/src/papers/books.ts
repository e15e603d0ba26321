import {
  explain,
  projectStore,
  type EventStore,
  type Instant,
  type Projection,
  type ProjectionStopped,
  type TimeZone,
  type Vault,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'

/** Streams that forms are printed from: a store, or what one scenario has written. */
export interface Books {
  /** What files are named after: the scenario's name; of a store nothing. */
  readonly name: string
  readonly store: EventStore
  readonly vault: Pick<Vault, 'open'>
  /** The instant they are read at: of a scenario its last, of a store the present one. */
  readonly now: Instant
  readonly zone: TimeZone
}

/** What a projection knows of the books, or why it cannot know it. */
export const known = async <View>(
  { store }: Pick<Books, 'store'>,
  projection: Projection<View>,
): Promise<Either<CliError, View>> => {
  const read = await projectStore(store, projection)
  if (!isLeft(read)) return right(read.right)
  return left(
    read.left.kind === 'projectionStopped' ? stoppedError(read.left) : cliError(read.left.code, read.left.message),
  )
}

const stoppedError = ({ cause, before }: ProjectionStopped): CliError => {
  const where = before === undefined ? '' : ` (${before.stream}, event ${before.revision}, ${before.type})`
  const why = cause.kind === 'undecodable' ? explain(cause, 'en') : cause.message
  return cliError(cause.code, `${why}${where}`)
}
