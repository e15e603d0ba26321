import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { china2024 } from './china-2024.js'
import { china2025 } from './china-2025.js'
import { china2026 } from './china-2026.js'
import { dayNumberOfDate, MILLIS_PER_DAY } from './gregorian.js'
import { LocalDate } from './local-date.js'
import { calendarDay, isWorkday, workCalendar } from './work-calendar.js'

const found = workCalendar([china2024, china2025, china2026])
if (isLeft(found)) throw new Error(found.left.code)
const china = found.right

/**
 * What two independent packages hold (chinese-days 1.5.7 and chinese-workday 1.16.1, which agree on each of these 1096
 * days): every Monday to Friday off, and every Saturday and Sunday worked.
 */
const exceptions = {
  2024: {
    off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
}

const daysOf = (year: number): ReadonlyArray<LocalDate> => {
  const days: Array<string> = []
  for (let day = dayNumberOfDate(year, 1, 1); day < dayNumberOfDate(year + 1, 1, 1); day++)
    days.push(new Date(day * MILLIS_PER_DAY).toISOString().slice(0, 10))
  return days.filter(LocalDate.is)
}

const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

describe('the published calendars of mainland China', () => {
  it.each([
    [2024, exceptions[2024]],
    [2025, exceptions[2025]],
    [2026, exceptions[2026]],
  ] as const)('%i is worked and off as independent packages have it, day by day', (year, { off, worked }) => {
    const expected = (day: string) => (weekend(day) ? worked.includes(day.slice(5)) : !off.includes(day.slice(5)))
    const days = daysOf(year)
    expect(days.filter((day) => isWorkday(china, day))).toEqual(days.filter(expected))
    expect(days.filter((day) => calendarDay(china, day).provisional)).toEqual([])
  })

  it('hold each notice whole: days off and days made up', () => {
    const counts = [china2024, china2025, china2026].map(({ source, holidays, makeUpDays }) => [
      source,
      holidays.length,
      makeUpDays.length,
    ])
    expect(counts).toEqual([
      ['国办发明电〔2023〕7号', 28, 8],
      ['国办发明电〔2024〕12号', 28, 5],
      ['国办发明电〔2025〕7号', 33, 6],
    ])
  })

  it('name the holiday, and that which a weekend is worked for', () => {
    const said = ['2026-10-01', '2026-10-03', '2026-10-10', '2026-10-12', '2026-10-17'].filter(LocalDate.is)
    expect(said.map((date) => [calendarDay(china, date).kind, calendarDay(china, date).name])).toEqual([
      ['holiday', '国庆节'],
      ['holiday', '国庆节'],
      ['makeUpDay', '国庆节'],
      ['weekday', null],
      ['weekend', null],
    ])
  })

  it('end with 2026: New Year 2027 is a Friday like any other, and provisional', () => {
    const newYear = daysOf(2027)[0]
    expect(newYear && calendarDay(china, newYear)).toEqual({
      workday: true,
      kind: 'weekday',
      name: null,
      provisional: true,
      version: null,
    })
  })
})
