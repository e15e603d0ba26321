import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { numberAt, threeDigits, twoDigits } from './digits.js'
import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, MILLIS_PER_DAY, MILLIS_PER_MINUTE, MILLIS_PER_SECOND } from './gregorian.js'
import { DATE_PATTERN, dayNumberIn, localDateOfDayNumber, monthHasDay } from './local-date.js'
import { localTimeOfMinute, millisOfTimeAt, TIME_PATTERN } from './local-time.js'
import type { TimeProblem } from './time-problem.js'

export interface InstantBrand {
  readonly Instant: unique symbol
}

const FIRST_MILLI = FIRST_DAY_NUMBER * MILLIS_PER_DAY
const LAST_MILLI = (LAST_DAY_NUMBER + 1) * MILLIS_PER_DAY - 1

const WHOLE_INSTANT = new RegExp(String.raw`^${DATE_PATTERN}T${TIME_PATTERN}:[0-5]\d\.\d{3}Z$`)

/**
 * A point in time: exactly `YYYY-MM-DDTHH:mm:ss.sssZ`, UTC, to the millisecond, years 0001 to 9999. One instant has one
 * text, and string order is time order. An identity codec: only real dates and times pass, and nothing is changed.
 */
export const Instant = t.brand(
  t.string,
  (text): text is t.Branded<string, InstantBrand> => WHOLE_INSTANT.test(text) && monthHasDay(text),
  'Instant',
)
export type Instant = t.TypeOf<typeof Instant>

const writeInstant = (millis: number): string => {
  const dayNumber = Math.floor(millis / MILLIS_PER_DAY)
  const milliOfDay = millis - dayNumber * MILLIS_PER_DAY
  const milliOfMinute = milliOfDay % MILLIS_PER_MINUTE
  const millisecond = milliOfMinute % MILLIS_PER_SECOND
  const second = twoDigits((milliOfMinute - millisecond) / MILLIS_PER_SECOND)
  const time = localTimeOfMinute((milliOfDay - milliOfMinute) / MILLIS_PER_MINUTE)
  return `${localDateOfDayNumber(dayNumber)}T${time}:${second}.${threeDigits(millisecond)}Z`
}

/**
 * The instant `millis` milliseconds after 1970-01-01T00:00:00.000Z; the first or last instant there is when it lies
 * outside the years 1 to 9999. A part of a millisecond is dropped. For numbers that are known to be ones, such as a clock's
 * or a sum; of what is not a number it makes the first instant there is. `instantFromMillis` answers what is wrong instead,
 * `parseInstant` and `instantAt` read texts.
 */
export const nearestInstant = (millis: number): Instant => {
  const text = writeInstant(Math.min(Math.max(Math.trunc(millis), FIRST_MILLI), LAST_MILLI))
  // Only what is not a number writes no instant: it must not pass for a day that could be meant.
  return Instant.is(text) ? text : nearestInstant(FIRST_MILLI)
}

/** The instant `millis` whole milliseconds after 1970-01-01T00:00:00.000Z, or YEAR_OUT_OF_RANGE, or NOT_AN_INSTANT. */
export const instantFromMillis = (millis: number): Either<TimeProblem, Instant> => {
  if (!Number.isInteger(millis))
    return left({ code: 'NOT_AN_INSTANT', input: `${millis}`, message: 'Expected a whole number of milliseconds.' })
  if (millis < FIRST_MILLI || millis > LAST_MILLI)
    return left({
      code: 'YEAR_OUT_OF_RANGE',
      input: `${millis}`,
      message: 'Expected an instant of the years 1 to 9999.',
    })
  return right(nearestInstant(millis))
}

/** Whole milliseconds from 1970-01-01T00:00:00.000Z, negative before it. */
export const millisOf = (instant: Instant): number =>
  dayNumberIn(instant) * MILLIS_PER_DAY +
  millisOfTimeAt(instant, 11) +
  numberAt(instant, 17, 19) * MILLIS_PER_SECOND +
  numberAt(instant, 20, 23)

/** `millis` whole milliseconds later (earlier when negative); it stops at the first and the last instant there is. */
export const addMillis = (instant: Instant, millis: number): Instant => nearestInstant(millisOf(instant) + millis)

/** Milliseconds from `from` to `to`; negative when `to` comes first. */
export const millisBetween = (from: Instant, to: Instant): number => millisOf(to) - millisOf(from)

/** The earlier of two instants. */
export const earlier = (a: Instant, b: Instant): Instant => (b < a ? b : a)

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (b > a ? b : a)
