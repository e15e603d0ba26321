import type { HandoverSheetsView } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'

/** `--desk`, or every desk that has had anything to do. */
export const desksAsked = (
  said: string | undefined,
  view: Pick<HandoverSheetsView, 'desks'>,
): Either<CliError, ReadonlyArray<string>> => {
  const desks = view.desks()
  if (said === undefined) return right(desks)
  return desks.includes(said)
    ? right([said])
    : left(cliError('DESK_UNKNOWN', `there is no desk '${said.slice(0, 40)}': ${desks.join(', ') || 'there is none'}`))
}
