import { numberAt } from './digits.js'
import { dayNumberOfDate } from './gregorian.js'
import { localDateOfDayNumber } from './local-date.js'
import type { NamedDay, WorkCalendarYear } from './work-calendar-year.js'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type MonthAndDay = `${`0${Digit}` | '10' | '11' | '12'}-${'0' | '1' | '2' | '3'}${Digit}`

/** One clause of a notice: a holiday from its first to its last day off, and the weekend days worked for it. */
interface Clause {
  readonly name: string
  readonly off: readonly [first: MonthAndDay, last: MonthAndDay]
  readonly worked?: ReadonlyArray<MonthAndDay>
}

/** A year of mainland China as the State Council's General Office gave notice of it (部分节假日安排的通知). */
export const chinaNotice = (year: number, source: string, clauses: ReadonlyArray<Clause>): WorkCalendarYear => {
  const dayNumber = (day: MonthAndDay): number => dayNumberOfDate(year, numberAt(day, 0, 2), numberAt(day, 3, 5))
  const days = (name: string, [first, last]: Clause['off']): ReadonlyArray<NamedDay> =>
    Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, at) => ({
      date: localDateOfDayNumber(dayNumber(first) + at),
      name,
    }))
  return {
    region: 'CN',
    year,
    version: 1,
    source,
    holidays: clauses.flatMap(({ name, off }) => days(name, off)),
    makeUpDays: clauses.flatMap(({ name, worked = [] }) => worked.flatMap((day) => days(name, [day, day]))),
  }
}
