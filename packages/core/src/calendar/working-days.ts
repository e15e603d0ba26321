import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { dateOfDayNumber, dayNumberOfDate, LAST_DAY_NUMBER } from './gregorian.js'
import { MAX_DAYS, type Move } from './limit.js'
import { addDays, dayNumberOf, dayOfWeek, localDateOfDayNumber, type LocalDate } from './local-date.js'
import { isRestDay, type WorkCalendar } from './work-calendar.js'

/** A day that a calendar was asked for. */
export interface CountedDay {
  readonly date: LocalDate
  /** Some day that was looked at lies in a year nobody has published: the answer may change. */
  readonly provisional: boolean
  /** The calendar versions of the days that were looked at, in order; none where no calendar was needed. */
  readonly versions: ReadonlyArray<string>
}

/** A number of days that is not a whole number from 0 to `max`. */
export interface DayCountProblem {
  readonly code: 'DAY_COUNT_OUT_OF_RANGE'
  readonly days: number
  readonly max: number
}

/**
 * The n-th working day from `first` on, `first` included. It ends: every covered year is finite, beyond them every week
 * has five working days, and 9999-12-31 is taken where time itself ends.
 */
const nthWorkingDayFrom = (calendar: WorkCalendar, first: number, n: number): CountedDay => {
  const versions: Array<string> = []
  let provisional = false
  let missing = n
  let day = first
  while (day <= LAST_DAY_NUMBER) {
    const { year } = dateOfDayNumber(day)
    const covered = calendar.years.get(year)
    if (covered === undefined) provisional = true
    else versions.push(covered.name)
    for (const newYear = dayNumberOfDate(year + 1, 1, 1); day < newYear; day++)
      if (!isRestDay(covered, day) && --missing <= 0) return { date: localDateOfDayNumber(day), provisional, versions }
  }
  return { date: localDateOfDayNumber(LAST_DAY_NUMBER), provisional, versions }
}

/** As `addWorkingDays`, for a number that is known to be whole and not negative. */
export const workingDaysAfter = (calendar: WorkCalendar, date: LocalDate, days: number): CountedDay =>
  nthWorkingDayFrom(calendar, dayNumberOf(date) + Math.min(days, 1), Math.max(days, 1))

/**
 * The n-th working day after `date`, which itself is not counted; with 0 days `date`, or the first working day after it
 * when it is a rest day. So the answer is never a rest day. Refused unless `days` is a whole number from 0 to 3660.
 */
export const addWorkingDays = (
  calendar: WorkCalendar,
  date: LocalDate,
  days: number,
): Either<DayCountProblem, CountedDay> =>
  Number.isInteger(days) && days >= 0 && days <= MAX_DAYS
    ? right(workingDaysAfter(calendar, date, days))
    : left({ code: 'DAY_COUNT_OUT_OF_RANGE', days, max: MAX_DAYS })

/** `date`, or the first working day after it when it is a rest day. */
export const nextWorkdayOnOrAfter = (calendar: WorkCalendar, date: LocalDate): CountedDay =>
  workingDaysAfter(calendar, date, 0)

/** LG1: `date`, or the Monday after it when it is a Saturday or Sunday, even one that is worked (调休). */
export const rollOffWeekend = (date: LocalDate): LocalDate => {
  const weekday = dayOfWeek(date)
  return weekday > 5 ? addDays(date, 8 - weekday) : date
}

/** `date`, moved forward as `move` says; only `offRestDays` asks the calendar. */
export const moved = (calendar: WorkCalendar, date: LocalDate, move: Move): CountedDay =>
  move === 'offRestDays'
    ? nextWorkdayOnOrAfter(calendar, date)
    : { date: move === 'offWeekend' ? rollOffWeekend(date) : date, provisional: false, versions: [] }
