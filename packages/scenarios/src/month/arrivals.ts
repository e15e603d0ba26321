import {
  addMonths,
  firstDayOf,
  millisBetween,
  millisOf,
  nearestInstant,
  startOfDay,
  type Instant,
  type TimeZone,
  type YearMonth,
} from '@refund-case/core'
import type { Random } from './random.js'

const HOUR = 3_600_000

/** How busy each hour of the day is, from midnight on. */
const busy = [2, 1, 1, 1, 1, 1, 2, 3, 5, 8, 10, 10, 8, 8, 9, 10, 10, 9, 8, 8, 9, 8, 6, 4]
const whole = busy.reduce((sum, each) => sum + each, 0)

/** Requests over the month, in order: so many a day, more of them by day than by night. */
export const arrivals = (month: YearMonth, zone: TimeZone, count: number, random: Random): ReadonlyArray<Instant> => {
  const begin = startOfDay(zone, firstDayOf(month))
  const days = Math.round(millisBetween(begin, startOfDay(zone, firstDayOf(addMonths(month, 1)))) / (24 * HOUR))
  const at = (): number => {
    let left = random.next() * whole
    const hour = busy.findIndex((share) => (left -= share) < 0)
    return (
      millisOf(begin) + (random.between(0, days - 1) * 24 + Math.max(0, hour)) * HOUR + random.between(0, 3_599) * 1_000
    )
  }
  return Array.from({ length: count }, at)
    .toSorted((a, b) => a - b)
    .map(nearestInstant)
}
