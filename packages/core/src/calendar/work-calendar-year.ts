import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { weekdayOfDayNumber } from './gregorian.js'
import { dayNumberOf, LocalDate } from './local-date.js'

// Part of a stored format. An optional field may be added; any other change is a new schema version with an upcast.

const NamedDay = t.readonly(t.strict({ date: LocalDate, name: t.string }), 'NamedDay')
export type NamedDay = t.TypeOf<typeof NamedDay>

/**
 * The working days of one year in one region, as somebody published them: Monday to Friday, but for the holidays, and
 * the make-up days (调休上班), which are Saturdays and Sundays that are worked. A holiday may lie on a weekend, as the
 * notices have it; it then only gives the day its name. `source` is where the arrangement was published.
 */
export const WorkCalendarYear = t.readonly(
  t.strict({
    region: t.string,
    year: t.number,
    version: t.number,
    source: t.string,
    holidays: t.readonlyArray(NamedDay),
    makeUpDays: t.readonlyArray(NamedDay),
  }),
  'WorkCalendarYear',
)
export type WorkCalendarYear = t.TypeOf<typeof WorkCalendarYear>

type DayList = 'holidays' | 'makeUpDays'

/** Why calendars do not make sense, and where: a value, never thrown. `calendar` is the version's name. */
export type CalendarProblem =
  | {
      readonly code: 'DATE_IN_OTHER_YEAR' | 'DATE_TWICE' | 'HOLIDAY_AND_MAKE_UP_DAY' | 'MAKE_UP_DAY_ON_WEEKDAY'
      readonly calendar: string
      readonly list: DayList
      readonly index: number
      readonly date: LocalDate
    }
  | { readonly code: 'YEAR_OUT_OF_RANGE' | 'VERSION_OUT_OF_RANGE' | 'VERSION_REUSED'; readonly calendar: string }
  | { readonly code: 'OTHER_REGION'; readonly calendar: string; readonly expected: string }

export interface SpecialDay {
  readonly kind: 'holiday' | 'makeUpDay'
  readonly name: string
}

/** A year that was found in order, ready to be asked by day number. */
export interface CoveredYear {
  readonly name: string
  readonly published: WorkCalendarYear
  readonly days: ReadonlyMap<number, SpecialDay>
}

/** What one version of one year is called in answers and histories: `CN 2026 v1`. */
export const calendarVersionName = ({ region, year, version }: WorkCalendarYear): string =>
  `${region} ${year} v${version}`

export const coveredYear = (published: WorkCalendarYear): Either<CalendarProblem, CoveredYear> => {
  const { year, version, holidays, makeUpDays } = published
  const calendar = calendarVersionName(published)
  if (!Number.isInteger(year) || year < 1 || year > 9999) return left({ code: 'YEAR_OUT_OF_RANGE', calendar })
  if (!Number.isSafeInteger(version) || version < 1) return left({ code: 'VERSION_OUT_OF_RANGE', calendar })

  const days = new Map<number, SpecialDay>()
  const take = (
    list: DayList,
    kind: SpecialDay['kind'],
    named: ReadonlyArray<NamedDay>,
  ): CalendarProblem | undefined => {
    for (const [index, { date, name }] of named.entries()) {
      const dayNumber = dayNumberOf(date)
      const known = days.get(dayNumber)
      const place = { calendar, list, index, date }
      if (Number(date.slice(0, 4)) !== year) return { code: 'DATE_IN_OTHER_YEAR', ...place }
      if (known !== undefined) return { code: known.kind === kind ? 'DATE_TWICE' : 'HOLIDAY_AND_MAKE_UP_DAY', ...place }
      if (kind === 'makeUpDay' && weekdayOfDayNumber(dayNumber) <= 5)
        return { code: 'MAKE_UP_DAY_ON_WEEKDAY', ...place }
      days.set(dayNumber, { kind, name })
    }
    return undefined
  }
  const problem = take('holidays', 'holiday', holidays) ?? take('makeUpDays', 'makeUpDay', makeUpDays)
  return problem === undefined ? right({ name: calendar, published, days }) : left(problem)
}

/** Whether two years hold the same, in whatever order. */
export const holdTheSame = (a: CoveredYear, b: CoveredYear): boolean => {
  if (a.published.source !== b.published.source || a.days.size !== b.days.size) return false
  for (const [dayNumber, { kind, name }] of a.days) {
    const other = b.days.get(dayNumber)
    if (other?.kind !== kind || other.name !== name) return false
  }
  return true
}
