import { addDays, dayOfWeek, LocalDate, type WorkCalendarYear } from '@refund-case/core'
import fc from 'fast-check'

export interface CalendarConstraints {
  /** Default CN. */
  readonly region?: string
  /** Default 2026. */
  readonly year?: number
  /** Default 1. */
  readonly version?: number
  /** Default 40. */
  readonly maxHolidays?: number
  /** Default 12. */
  readonly maxMakeUpDays?: number
}

const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) > 5

const firstDay = (year: number): LocalDate => {
  const text = `${String(year).padStart(4, '0')}-01-01`
  if (LocalDate.is(text)) return text
  throw new RangeError(`no year of the calendar: ${year}`)
}

const named = (dates: ReadonlyArray<LocalDate>, name: string) => dates.map((date) => ({ date, name }))

/** The published working days of a year: any holidays, and any weekend days that are worked. */
export const calendarYears = (constraints: CalendarConstraints = {}): fc.Arbitrary<WorkCalendarYear> => {
  const { region = 'CN', year = 2026, version = 1, maxHolidays = 40, maxMakeUpDays = 12 } = constraints
  const day = fc.nat(364).map((offset) => addDays(firstDay(year), offset))
  return fc
    .record({
      holidays: fc.uniqueArray(day, { maxLength: maxHolidays }),
      makeUpDays: fc.uniqueArray(day.filter(isWeekend), { maxLength: maxMakeUpDays }),
    })
    .map(({ holidays, makeUpDays }) => ({
      region,
      year,
      version,
      source: 'generated',
      holidays: named(
        holidays.filter((date) => !makeUpDays.includes(date)),
        'day off',
      ),
      makeUpDays: named(makeUpDays, 'worked'),
    }))
}
