import { isRight } from 'fp-ts/lib/Either.js'
import { nearestInstant, type Instant } from './instant.js'
import { parseInstant } from './parse-instant.js'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type NotZero = Exclude<Digit, '0'>
type UpTo28 = `0${NotZero}` | `1${Digit}` | `2${Exclude<Digit, '9'>}`
type UpTo30 = UpTo28 | '29' | '30'
type UpTo59 = `${'0' | '1' | '2' | '3' | '4' | '5'}${Digit}`
type Hour = `${'0' | '1'}${Digit}` | `2${'0' | '1' | '2' | '3'}`

type MonthDay =
  | `${'01' | '03' | '05' | '07' | '08' | '10' | '12'}-${UpTo30 | '31'}`
  | `${'04' | '06' | '09' | '11'}-${UpTo30}`
  | `02-${UpTo28}`
type DividedByFour = `${'0' | '2' | '4' | '6' | '8'}${'0' | '4' | '8'}` | `${'1' | '3' | '5' | '7' | '9'}${'2' | '6'}`
type Year = `${'19' | '20'}${Digit}${Digit}`
type LeapYear = Exclude<`${'19' | '20'}${DividedByFour}`, '1900'>

type OnDate<Text> = Text extends `${infer Of extends Year}-${infer On}`
  ? On extends MonthDay
    ? true
    : On extends '02-29'
      ? Of extends LeapYear
        ? true
        : false
      : false
  : false
type OfSecond<Text> = Text extends UpTo59 | `${UpTo59}.${Digit}${Digit}${Digit}` ? true : false
type OfDay<Text> = Text extends `${Hour}:${UpTo59}`
  ? true
  : Text extends `${Hour}:${UpTo59}:${infer Second}`
    ? OfSecond<Second>
    : false
type AtTime<Text> = Text extends `${infer Time}Z`
  ? OfDay<Time>
  : Text extends `${infer Time}${'+' | '-'}${Hour}:${UpTo59}`
    ? OfDay<Time>
    : false

/** The text itself where it is a date and time of the years 1900 to 2099 with its offset, and else a type that no text has. */
export type InstantText<Text extends string> = Text extends `${infer Date}T${infer Time}`
  ? [OnDate<Date>, AtTime<Time>] extends [true, true]
    ? Text
    : never
  : never

/**
 * The instant of a text that stands in the code: `instantAt('2026-03-09T10:05+08:00')`. Seconds and milliseconds may be
 * left out, the offset (or `Z`) may not. A text that is no such date and time does not compile; what comes from outside
 * goes through `parseInstant`, which answers what is wrong with it.
 */
export const instantAt = <const Text extends string>(text: InstantText<Text>): Instant => {
  const instant = parseInstant(text)
  return isRight(instant) ? instant.right : nearestInstant(Number.NaN)
}
