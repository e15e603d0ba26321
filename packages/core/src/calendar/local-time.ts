import * as t from 'io-ts'
import { numberAt, twoDigits } from './digits.js'
import { MILLIS_PER_MINUTE } from './gregorian.js'

interface LocalTimeBrand {
  readonly LocalTime: unique symbol
}

/** The pattern of `HH:mm`. */
export const TIME_PATTERN = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`
const WHOLE_TIME = new RegExp(`^${TIME_PATTERN}$`)

/** A time on the wall `HH:mm`, 00:00 to 23:59; string order is time order. An identity codec. */
export const LocalTime = t.brand(
  t.string,
  (text): text is t.Branded<string, LocalTimeBrand> => WHOLE_TIME.test(text),
  'LocalTime',
)
export type LocalTime = t.TypeOf<typeof LocalTime>

/** Milliseconds from 00:00 to the `HH:mm` that stands in `text` from `at` on. */
export const millisOfTimeAt = (text: string, at: number): number =>
  (numberAt(text, at, at + 2) * 60 + numberAt(text, at + 3, at + 5)) * MILLIS_PER_MINUTE

/** Milliseconds from 00:00 to `time` by a clock that is not put forward or back on the way. */
export const millisOfTime = (time: LocalTime): number => millisOfTimeAt(time, 0)

/** The time `minute` minutes after 00:00, from 0 to 1439; what lies outside stops at 00:00 and 23:59. */
export const localTimeOfMinute = (minute: number): LocalTime => {
  const within = Math.min(Math.max(Math.trunc(minute), 0), 1439)
  const text = `${twoDigits(Math.floor(within / 60))}:${twoDigits(within % 60)}`
  // Only what is not a number writes no time: it counts as 0.
  return LocalTime.is(text) ? text : localTimeOfMinute(0)
}
