import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, MILLIS_PER_DAY, MILLIS_PER_SECOND, dayNumberOfDate } from './gregorian.js'
import { remembering } from './remembering.js'

/** From the instant `from` on (milliseconds since 1970), until the next stretch, clocks run `offset` ms ahead of UTC. */
export interface Stretch {
  readonly from: number
  readonly offset: number
}

/** The offsets of one time zone, by UTC day. */
export interface ZoneOffsets {
  /** The stretches of the UTC day, in order, the first from its start. Nearly always there is just one. */
  readonly on: (dayNumber: number) => readonly [Stretch, ...ReadonlyArray<Stretch>]
}

// Some eleven years a zone, and more zones than a shop has.
const MAX_CACHED_DAYS = 4_096
const MAX_CACHED_ZONES = 64

const wallClockFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

/** How far the clocks of the zone are ahead of UTC, in ms, at a whole second. Slow: about two microseconds. */
const offsetShownBy = (format: Intl.DateTimeFormat, millis: number): number => {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of format.formatToParts(millis)) {
    switch (type) {
      case 'year':
      case 'month':
      case 'day':
      case 'hour':
      case 'minute':
      case 'second':
        shown[type] = Number(value)
        break
      default:
    }
  }
  const seconds = (shown.hour * 60 + shown.minute) * 60 + shown.second
  return dayNumberOfDate(shown.year, shown.month, shown.day) * MILLIS_PER_DAY + seconds * MILLIS_PER_SECOND - millis
}

/**
 * The stretches that begin in (from, to], where `before` is the offset at `from` and `after` that at `to`. Halves with
 * the same offset at both ends are taken to keep it: no zone goes forth and back within a day.
 */
const changesBetween = (
  offsetAt: (millis: number) => number,
  from: number,
  to: number,
  before: number,
  after: number,
): ReadonlyArray<Stretch> => {
  if (before === after) return []
  if (to - from <= MILLIS_PER_SECOND) return [{ from: to, offset: after }]
  const middle = from + Math.floor((to - from) / 2 / MILLIS_PER_SECOND) * MILLIS_PER_SECOND
  const between = offsetAt(middle)
  return [
    ...changesBetween(offsetAt, from, middle, before, between),
    ...changesBetween(offsetAt, middle, to, between, after),
  ]
}

/** The offsets of a zone that Intl knows; each UTC day is asked for once. */
export const offsetsOf: (timeZone: string) => ZoneOffsets = remembering(MAX_CACHED_ZONES, (timeZone) => {
  const format = wallClockFormat(timeZone)
  const offsetAt = (millis: number): number => offsetShownBy(format, millis)
  const atMidnight = remembering(MAX_CACHED_DAYS, (dayNumber: number) => offsetAt(dayNumber * MILLIS_PER_DAY))
  const on = remembering(MAX_CACHED_DAYS, (dayNumber: number): readonly [Stretch, ...ReadonlyArray<Stretch>] => {
    const from = dayNumber * MILLIS_PER_DAY
    // A day's margin keeps the wall clock within the years 1 to 9999, where no zone ever changes.
    const known = Math.min(Math.max(dayNumber, FIRST_DAY_NUMBER + 1), LAST_DAY_NUMBER - 2)
    const before = atMidnight(known)
    if (known !== dayNumber) return [{ from, offset: before }]
    const changes = changesBetween(offsetAt, from, from + MILLIS_PER_DAY, before, atMidnight(dayNumber + 1))
    return [{ from, offset: before }, ...changes]
  })
  return { on }
})
