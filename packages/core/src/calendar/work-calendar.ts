import { isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { weekdayOfDayNumber } from './gregorian.js'
import { dayNumberOf, type LocalDate } from './local-date.js'
import {
  coveredYear,
  holdTheSame,
  type CalendarProblem,
  type CoveredYear,
  type WorkCalendarYear,
} from './work-calendar-year.js'

/**
 * Which days are worked in one region: for each year it covers, the newest version. Of a year it does not cover it
 * says Monday to Friday, and calls that answer provisional.
 */
export interface WorkCalendar {
  readonly years: ReadonlyMap<number, CoveredYear>
}

/** What a calendar says of a day. */
export interface CalendarDay {
  readonly workday: boolean
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'makeUpDay'
  /** The name of the holiday, or of that which the make-up day is worked for. */
  readonly name: string | null
  /** Nobody has published that year yet: the answer may change. */
  readonly provisional: boolean
  /** The version that says so, `CN 2026 v1`; null when provisional. */
  readonly version: string | null
}

/** Each year in order, all of one region, and no version with two contents. */
export const inAgreement = (
  published: ReadonlyArray<WorkCalendarYear>,
): Either<CalendarProblem, ReadonlyArray<CoveredYear>> => {
  const taken = new Map<string, CoveredYear>()
  for (const each of published) {
    const covered = coveredYear(each)
    if (isLeft(covered)) return covered
    const { name } = covered.right
    const expected = published[0]?.region
    if (expected !== undefined && each.region !== expected)
      return left({ code: 'OTHER_REGION', calendar: name, expected })
    const known = taken.get(name)
    if (known !== undefined && !holdTheSame(known, covered.right))
      return left({ code: 'VERSION_REUSED', calendar: name })
    if (known === undefined) taken.set(name, covered.right)
  }
  return right([...taken.values()])
}

export const newestOfEachYear = (covered: ReadonlyArray<CoveredYear>): WorkCalendar => {
  const years = new Map<number, CoveredYear>()
  for (const each of covered) {
    const known = years.get(each.published.year)
    if (known === undefined || each.published.version > known.published.version) years.set(each.published.year, each)
  }
  return { years }
}

/**
 * The calendar of these years, taking the newest version of each. Refused, with the place, when a date lies in another
 * year, comes twice, or is holiday and make-up day at once; when a make-up day is a Monday to Friday; when the regions
 * differ, or one version has two contents. No years at all make a calendar that is provisional throughout.
 */
export const workCalendar = (published: ReadonlyArray<WorkCalendarYear>): Either<CalendarProblem, WorkCalendar> =>
  map(newestOfEachYear)(inAgreement(published))

/** Monday to Friday, and nothing published: every answer is provisional. */
export const noCalendar: WorkCalendar = newestOfEachYear([])

export const isRestDay = (year: CoveredYear | undefined, dayNumber: number): boolean => {
  const special = year?.days.get(dayNumber)
  return special === undefined ? weekdayOfDayNumber(dayNumber) > 5 : special.kind === 'holiday'
}

/** What the calendar says of `date`, and by which version. */
export const calendarDay = (calendar: WorkCalendar, date: LocalDate): CalendarDay => {
  const dayNumber = dayNumberOf(date)
  const year = calendar.years.get(Number(date.slice(0, 4)))
  const special = year?.days.get(dayNumber)
  return {
    workday: !isRestDay(year, dayNumber),
    kind: special?.kind ?? (weekdayOfDayNumber(dayNumber) > 5 ? 'weekend' : 'weekday'),
    name: special?.name ?? null,
    provisional: year === undefined,
    version: year?.name ?? null,
  }
}

/** Whether `date` is worked. `calendarDay` also says why, and whether that is certain. */
export const isWorkday = (calendar: WorkCalendar, date: LocalDate): boolean =>
  !isRestDay(calendar.years.get(Number(date.slice(0, 4))), dayNumberOf(date))
