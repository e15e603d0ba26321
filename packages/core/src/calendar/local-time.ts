import * as t from 'io-ts'
import { numberAt, twoDigits } from './digits.js'
import { MILLIS_PER_MINUTE } from './gregorian.js'
import { remembering } from './remembering.js'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type Hour = `${'0' | '1'}${Digit}` | '20' | '21' | '22' | '23'
type Minute = `${'0' | '1' | '2' | '3' | '4' | '5'}${Digit}`

/** A time on the wall `HH:mm`, 00:00 to 23:59; string order is time order. The compiler knows them all: `'18:00'`. */
export type LocalTime = `${Hour}:${Minute}`

/** The pattern of `HH:mm`. */
export const TIME_PATTERN = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`
const WHOLE_TIME = new RegExp(`^${TIME_PATTERN}$`)

const isLocalTime = (input: unknown): input is LocalTime => typeof input === 'string' && WHOLE_TIME.test(input)

/** An identity codec. */
export const LocalTime = new t.Type<LocalTime>(
  'LocalTime',
  isLocalTime,
  (input, context) => (isLocalTime(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
)

/** Milliseconds from 00:00 to the `HH:mm` that stands in `text` from `at` on. */
export const millisOfTimeAt = (text: string, at: number): number =>
  (numberAt(text, at, at + 2) * 60 + numberAt(text, at + 3, at + 5)) * MILLIS_PER_MINUTE

/** Milliseconds from 00:00 to `time` by a clock that is not put forward or back on the way. */
export const millisOfTime = (time: LocalTime): number => millisOfTimeAt(time, 0)

/** The time `minute` minutes after 00:00, from 0 to 1439; 00:00 for any other number. */
export const localTimeOfMinute: (minute: number) => LocalTime = remembering(1_440, (minute) => {
  const text = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
  return isLocalTime(text) ? text : '00:00'
})
