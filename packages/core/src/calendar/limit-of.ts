import { MILLIS_PER_MINUTE } from './gregorian.js'
import { addMillis, type Instant } from './instant.js'
import { MAX_DAYS, MAX_MINUTES, type Limit } from './limit.js'
import { addDays, type LocalDate } from './local-date.js'
import type { LocalTime } from './local-time.js'
import type { WorkCalendar } from './work-calendar.js'
import { moved, workingDaysAfter, type CountedDay } from './working-days.js'
import { atLocalTime, dayHolding, localDateOf, startOfDay, type TimeZone } from './zone.js'

/** When a limit is over, and what that rests on. */
export interface LimitAnswer {
  /** An elapsed or clock-time limit: its instant. An end-of-day limit: the start of the next day. */
  readonly limit: Instant
  /** Whether `limit` itself is still in time: yes for an elapsed or clock-time limit, no for an end-of-day limit. */
  readonly inclusive: boolean
  /** The day a person would name: the last one that is still in time, at least in part. */
  readonly lastDay: LocalDate
  /** The answer rests on a year whose calendar nobody has published: it may change. */
  readonly provisional: boolean
  /** The calendar versions it rests on; none where no calendar was needed. */
  readonly calendarVersions: ReadonlyArray<string>
}

const endOf = (zone: TimeZone, { date, provisional, versions }: CountedDay): LimitAnswer => ({
  limit: startOfDay(zone, addDays(date, 1)),
  inclusive: false,
  lastDay: date,
  provisional,
  calendarVersions: versions,
})

const timeOn = (zone: TimeZone, { date, provisional, versions }: CountedDay, time: LocalTime): LimitAnswer => ({
  limit: atLocalTime(zone, date, time),
  inclusive: true,
  lastDay: date,
  provisional,
  calendarVersions: versions,
})

/** A decoded limit is within its bounds already; one that was written in code is taken at the nearest whole number. */
const bounded = (count: number, max: number): number => Math.min(Math.max(Math.trunc(count) || 0, 0), max)

/**
 * When something that starts at `start` runs into `limit`, by the clocks of `zone` and the working days of `calendar`.
 * The day of the start is the one whose half-open interval holds it. Never earlier for a later start or a longer limit.
 */
export const limitOf = (limit: Limit, zone: TimeZone, calendar: WorkCalendar, start: Instant): LimitAnswer => {
  if (limit.kind === 'elapsed') {
    const end = addMillis(start, bounded(limit.minutes, MAX_MINUTES) * MILLIS_PER_MINUTE)
    return { limit: end, inclusive: true, lastDay: localDateOf(zone, end), provisional: false, calendarVersions: [] }
  }
  const day = dayHolding(zone, start)
  if (limit.kind === 'endOfWorkingDay')
    return endOf(zone, workingDaysAfter(calendar, day, bounded(limit.days, MAX_DAYS)))
  if (limit.kind === 'calendarDays')
    return endOf(zone, moved(calendar, addDays(day, bounded(limit.days, MAX_DAYS)), limit.move))
  if (limit.day === 'nextWorkingDay') return timeOn(zone, workingDaysAfter(calendar, day, 1), limit.time)
  return timeOn(zone, moved(calendar, addDays(day, limit.day === 'same' ? 0 : 1), 'none'), limit.time)
}

/** The first instant that is too late: from here on, what the limit asked for is breached if it has not come. */
export const firstInstantAfter = ({ limit, inclusive }: LimitAnswer): Instant =>
  inclusive ? addMillis(limit, 1) : limit
