import { LocalDate, localDateOf, YearMonth } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import type { Books } from './books.js'

const short = (text: string): string => text.slice(0, 40)

/** `--date`, or the day the books are read at. */
export const dayAsked = (said: string | undefined, { now, zone }: Books): Either<CliError, LocalDate> => {
  if (said === undefined) return right(localDateOf(zone, now))
  return LocalDate.is(said)
    ? right(said)
    : left(cliError('DATE_MALFORMED', `a day is written 2026-06-30, not '${short(said)}'`))
}

/** `--month`, where it was said. */
export const monthAsked = (said: string | undefined): Either<CliError, YearMonth | undefined> =>
  said === undefined || YearMonth.is(said)
    ? right(said)
    : left(cliError('MONTH_MALFORMED', `a month is written 2026-06, not '${short(said)}'`))
