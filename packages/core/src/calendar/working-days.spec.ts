import fc from 'fast-check'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { china2025 } from './china-2025.js'
import { china2026 } from './china-2026.js'
import { dayNumberOfDate } from './gregorian.js'
import { MAX_DAYS } from './limit.js'
import { addDays, dayOfWeek, localDateOfDayNumber } from './local-date.js'
import type { WorkCalendarYear } from './work-calendar-year.js'
import { isWorkday, noCalendar, workCalendar } from './work-calendar.js'
import { addWorkingDays, nextWorkdayOnOrAfter, rollOffWeekend, workingDaysAfter } from './working-days.js'

const found = workCalendar([china2025, china2026])
if (isLeft(found)) throw new Error(found.left.code)
const china = found.right

const date = fc
  .integer({ min: dayNumberOfDate(2024, 6, 1), max: dayNumberOfDate(2027, 6, 1) })
  .map(localDateOfDayNumber)
const days = fc.nat(300)

/** A year without a single working day. */
const allHolidays = (year: number): WorkCalendarYear => ({
  region: 'X',
  year,
  version: 1,
  source: 'absurd',
  holidays: Array.from({ length: dayNumberOfDate(year + 1, 1, 1) - dayNumberOfDate(year, 1, 1) }, (_, at) => ({
    date: localDateOfDayNumber(dayNumberOfDate(year, 1, 1) + at),
    name: '休',
  })),
  makeUpDays: [],
})

describe('counting working days', () => {
  it('is counting on one’s fingers: the n-th day after that is worked', () => {
    fc.assert(
      fc.property(date, days, (from, n) => {
        let on = n === 0 ? from : addDays(from, 1)
        for (let fingers = Math.max(n, 1); ; on = addDays(on, 1)) if (isWorkday(china, on) && --fingers === 0) break
        expect(workingDaysAfter(china, from, n).date).toBe(on)
      }),
      { numRuns: 300 },
    )
  })

  it('adds up: m days and then n days are m + n days', () => {
    fc.assert(
      fc.property(date, days, days, (from, m, n) => {
        const first = workingDaysAfter(china, from, m).date
        if (n === 0 || m > 0)
          expect(workingDaysAfter(china, first, n).date).toBe(workingDaysAfter(china, from, m + n).date)
      }),
    )
  })

  it('names the versions of the years it looked at, and is provisional just when it looked beyond them', () => {
    fc.assert(
      fc.property(date, days, (from, n) => {
        const { date: to, provisional, versions } = workingDaysAfter(china, from, n)
        const first = n === 0 ? from : addDays(from, 1)
        const looked = [2024, 2025, 2026, 2027, 2028].filter(
          (year) => `${year}-12-31` >= first && `${year}-01-01` <= to,
        )
        expect(provisional).toBe(looked.some((year) => year !== 2025 && year !== 2026))
        expect(versions).toEqual(looked.filter((year) => year === 2025 || year === 2026).map((year) => `CN ${year} v1`))
      }),
    )
  })

  it('is refused for a number of days that is none', () => {
    const from = localDateOfDayNumber(dayNumberOfDate(2026, 1, 1))
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_DAYS + 1])
      expect(addWorkingDays(china, from, n)).toEqual(left({ code: 'DAY_COUNT_OUT_OF_RANGE', days: n, max: MAX_DAYS }))
    expect(addWorkingDays(china, from, 3)).toEqual(right(workingDaysAfter(china, from, 3)))
  })

  it('comes to an end even where years hold nothing but holidays, and where time ends', () => {
    const absurd = workCalendar([2026, 2027, 2028, 9998, 9999].map(allHolidays))
    if (isLeft(absurd)) throw new Error(absurd.left.code)
    const first = localDateOfDayNumber(dayNumberOfDate(2025, 12, 31))
    const end = localDateOfDayNumber(dayNumberOfDate(9998, 1, 1))
    expect(workingDaysAfter(absurd.right, first, 1)).toMatchObject({ date: '2029-01-01', provisional: true })
    expect(workingDaysAfter(absurd.right, end, MAX_DAYS)).toMatchObject({ date: '9999-12-31', provisional: false })
    expect(workingDaysAfter(noCalendar, end, MAX_DAYS)).toMatchObject({ date: '9999-12-31', provisional: true })
  })
})

describe('moving off days that are not worked', () => {
  it('gives the day itself when it is worked, else the first that is', () => {
    fc.assert(
      fc.property(date, (from) => {
        const to = nextWorkdayOnOrAfter(china, from).date
        expect(isWorkday(china, to)).toBe(true)
        for (let on = from; on < to; on = addDays(on, 1)) expect(isWorkday(china, on)).toBe(false)
      }),
    )
  })

  it('LG1: moves Saturday and Sunday to Monday, worked or not, and nothing else', () => {
    fc.assert(
      fc.property(date, (from) => {
        const to = rollOffWeekend(from)
        expect(to).toBe(addDays(from, dayOfWeek(from) === 6 ? 2 : dayOfWeek(from) === 7 ? 1 : 0))
      }),
    )
  })
})
