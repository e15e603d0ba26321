import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { numberAt } from './digits.js'
import { MILLIS_PER_DAY, MILLIS_PER_MINUTE, MILLIS_PER_SECOND } from './gregorian.js'
import { instantFromMillis, type Instant } from './instant.js'
import { dayNumberOf, LocalDate } from './local-date.js'
import { LocalTime, millisOfTime } from './local-time.js'
import type { TimeProblem } from './time-problem.js'
import { firstInstantShowing, type TimeZone } from './zone.js'

const WRITTEN = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?$/

/** What a text says: a day, a time of it, and how far that is ahead of UTC, if it says so. All but the day in ms. */
interface Written {
  readonly dayNumber: number
  readonly milliOfDay: number
  readonly offset: number | undefined
}

const refused = (code: TimeProblem['code'], input: string, message: string): Either<TimeProblem, never> =>
  left({ code, input, message })

const offsetIn = (text: string): number | undefined => {
  if (text === 'Z') return 0
  const hours = numberAt(text, 1, 3)
  const minutes = numberAt(text, 4, 6)
  if (hours > 23 || minutes > 59) return undefined
  return (hours * 60 + minutes) * MILLIS_PER_MINUTE * (text.startsWith('-') ? -1 : 1)
}

const read = (text: string): Either<TimeProblem, Written> => {
  const [, date, time, second = '0', fraction = '', offsetText] = WRITTEN.exec(text) ?? []
  if (date === undefined || time === undefined)
    return refused('NOT_AN_INSTANT', text, 'Expected a date and a time, such as 2026-03-09T10:05:00+08:00.')
  if (!LocalDate.is(date)) return refused('NO_SUCH_DATE', text, `There is no ${date} in the years 1 to 9999.`)
  if (!LocalTime.is(time) || Number(second) > 59)
    return refused('NO_SUCH_TIME', text, 'Expected a time from 00:00 to 23:59:59.999.')
  const offset = offsetText === undefined ? undefined : offsetIn(offsetText)
  if (offsetText !== undefined && offset === undefined)
    return refused('NO_SUCH_OFFSET', text, 'Expected Z or an offset from -23:59 to +23:59.')
  const milliOfDay = millisOfTime(time) + Number(second) * MILLIS_PER_SECOND + Number(fraction.padEnd(3, '0'))
  return right({ dayNumber: dayNumberOf(date), milliOfDay, offset })
}

const instantOf = (
  text: string,
  withoutOffset: (written: Written) => Either<TimeProblem, Instant>,
): Either<TimeProblem, Instant> => {
  const written = read(text)
  if (isLeft(written)) return written
  const { dayNumber, milliOfDay, offset } = written.right
  if (offset === undefined) return withoutOffset(written.right)
  return instantFromMillis(dayNumber * MILLIS_PER_DAY + milliOfDay - offset)
}

/**
 * The instant of an ISO 8601 date and time with `Z` or an offset `±HH:mm`: `2026-03-09T10:05:00.000+08:00`. Seconds and
 * milliseconds may be left out, and `T` may be a space. Without an offset: OFFSET_MISSING, because a time on the wall
 * says nothing until its zone is known.
 */
export const parseInstant = (text: string): Either<TimeProblem, Instant> =>
  instantOf(text, () =>
    refused('OFFSET_MISSING', text, 'Expected Z or an offset at the end, such as 2026-03-09T10:05:00+08:00.'),
  )

/**
 * As `parseInstant`, but a text without an offset, `2026-03-09 10:05`, is what the wall shows in `zone`: a time that
 * comes twice is the first, a skipped one the instant of the jump. An offset, where one is written, is followed.
 */
export const parseInstantIn = (zone: TimeZone, text: string): Either<TimeProblem, Instant> =>
  instantOf(text, ({ dayNumber, milliOfDay }) => right(firstInstantShowing(zone, dayNumber, milliOfDay)))
