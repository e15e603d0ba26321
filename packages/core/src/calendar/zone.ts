import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { MILLIS_PER_DAY, MILLIS_PER_MINUTE, MILLIS_PER_SECOND } from './gregorian.js'
import { millisOf, nearestInstant, type Instant } from './instant.js'
import { dayNumberOf, localDateOfDayNumber, type LocalDate } from './local-date.js'
import { localTimeOfMinute, millisOfTime, type LocalTime } from './local-time.js'
import type { TimeProblem } from './time-problem.js'
import { offsetsOf } from './zone-offsets.js'

export interface IanaNameBrand {
  readonly IanaName: unique symbol
}

// Offsets such as `+08:00` are left out: some engines take them for zones, others do not, and they have no rules.
const ZONE_NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/

const isTimeZone = (name: string): boolean => {
  if (!ZONE_NAME.test(name)) return false
  try {
    offsetsOf(name)
    return true
  } catch {
    return false
  }
}

const IanaName = t.brand(t.string, (name): name is t.Branded<string, IanaNameBrand> => isTimeZone(name), 'IanaName')

/**
 * A time zone by its IANA name, such as `Europe/Berlin`, that this engine's Intl knows. Two names are certain enough to
 * be written as they are; others come from `timeZone` or the codec. An identity codec.
 */
export const TimeZone = t.union([t.literal('Asia/Shanghai'), t.literal('UTC'), IanaName], 'TimeZone')
export type TimeZone = t.TypeOf<typeof TimeZone>

/** The zone of that IANA name, or UNKNOWN_ZONE. */
export const timeZone = (name: string): Either<TimeProblem, TimeZone> =>
  TimeZone.is(name)
    ? right(name)
    : left({ code: 'UNKNOWN_ZONE', input: name, message: 'Expected an IANA time zone, such as Asia/Shanghai.' })

const offsetAt = (zone: TimeZone, millis: number): number => {
  const stretches = offsetsOf(zone).on(Math.floor(millis / MILLIS_PER_DAY))
  let offset = stretches[0].offset
  for (const stretch of stretches) if (stretch.from <= millis) offset = stretch.offset
  return offset
}

/** What clock and calendar on the wall show, as milliseconds counted as if they hung in Greenwich. */
const wallMillis = (zone: TimeZone, instant: Instant): number => {
  const millis = millisOf(instant)
  return millis + offsetAt(zone, millis)
}

/** The date the calendar on the wall shows at that instant. */
export const localDateOf = (zone: TimeZone, instant: Instant): LocalDate =>
  localDateOfDayNumber(Math.floor(wallMillis(zone, instant) / MILLIS_PER_DAY))

/** What clock and calendar on the wall show, in parts, for printing. */
export interface LocalDateTime {
  readonly date: LocalDate
  readonly time: LocalTime
  /** 0 to 59. */
  readonly second: number
  /** 0 to 999. */
  readonly millisecond: number
}

/** Date and time on the wall at that instant. */
export const localDateTimeOf = (zone: TimeZone, instant: Instant): LocalDateTime => {
  const wall = wallMillis(zone, instant)
  const dayNumber = Math.floor(wall / MILLIS_PER_DAY)
  const milliOfDay = wall - dayNumber * MILLIS_PER_DAY
  const milliOfMinute = milliOfDay % MILLIS_PER_MINUTE
  return {
    date: localDateOfDayNumber(dayNumber),
    time: localTimeOfMinute((milliOfDay - milliOfMinute) / MILLIS_PER_MINUTE),
    second: Math.floor(milliOfMinute / MILLIS_PER_SECOND),
    millisecond: milliOfMinute % MILLIS_PER_SECOND,
  }
}

const firstMillisShowing = (zone: TimeZone, wall: number): number => {
  const offsets = offsetsOf(zone)
  const wallDay = Math.floor(wall / MILLIS_PER_DAY)
  // Offsets are shorter than a day: what comes before yesterday (UTC) is too early, and by tomorrow it has been shown.
  for (let day = wallDay - 1; day <= wallDay + 1; day++) {
    const stretches = offsets.on(day)
    for (let at = 0; at < stretches.length; at++) {
      const { from, offset } = stretches[at] ?? stretches[0]
      const until = stretches[at + 1]?.from ?? (day + 1) * MILLIS_PER_DAY
      const millis = Math.max(from, wall - offset)
      if (millis < until) return millis
    }
  }
  return wall
}

/** The first instant at which the wall shows `dayNumber` and `milliOfDay`, or anything later. */
export const firstInstantShowing = (zone: TimeZone, dayNumber: number, milliOfDay: number): Instant =>
  nearestInstant(firstMillisShowing(zone, dayNumber * MILLIS_PER_DAY + milliOfDay))

/**
 * The first instant at which the wall in `zone` shows `date` and `time`, or anything later: of a time that comes twice
 * (clocks put back) the first, and for a time that is skipped (clocks put forward) the instant of the jump. So it never
 * goes back when date or time go on.
 */
export const atLocalTime = (zone: TimeZone, date: LocalDate, time: LocalTime): Instant =>
  firstInstantShowing(zone, dayNumberOf(date), millisOfTime(time))

/** Where `date` begins in `zone`, as `atLocalTime` at 00:00: a day is half-open, from here to the next day's start. */
export const startOfDay = (zone: TimeZone, date: LocalDate): Instant => firstInstantShowing(zone, dayNumberOf(date), 0)

/**
 * The day in whose half-open interval [startOfDay, next startOfDay) the instant lies. It is `localDateOf`, but where
 * clocks are put back over midnight (St John's until 2011): the wall then shows the ended day again, this does not.
 */
export const dayHolding = (zone: TimeZone, instant: Instant): LocalDate => {
  const millis = millisOf(instant)
  const nextDay = Math.floor((millis + offsetAt(zone, millis)) / MILLIS_PER_DAY) + 1
  return localDateOfDayNumber(firstMillisShowing(zone, nextDay * MILLIS_PER_DAY) <= millis ? nextDay : nextDay - 1)
}
