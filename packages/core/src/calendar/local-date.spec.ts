import fc from 'fast-check'
import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, MILLIS_PER_DAY } from './gregorian.js'
import { addDays, dayNumberOf, dayOfWeek, daysBetween, LocalDate, localDateOfDayNumber } from './local-date.js'
import { LocalTime, localTimeOfMinute, millisOfTime } from './local-time.js'
import { addMonths, firstDayOf, monthOf, YearMonth } from './year-month.js'

const dayNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER })
const date = dayNumber.map(localDateOfDayNumber)
const fewDays = fc.integer({ min: -5_000, max: 5_000 })

describe('a date', () => {
  it('is written as ECMAScript writes it, and counted back to the same day', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const written = localDateOfDayNumber(day)
        expect(written).toBe(new Date(day * MILLIS_PER_DAY).toISOString().slice(0, 10))
        expect(dayNumberOf(written)).toBe(day)
        expect(LocalDate.decode(written)).toEqual(right(written))
      }),
      { numRuns: 1_000 },
    )
  })

  it('moves by days and back, in step with string order', () => {
    fc.assert(
      fc.property(date, fewDays, (from, days) => {
        const to = addDays(from, days)
        if (to === '0001-01-01' || to === '9999-12-31') return
        expect(daysBetween(from, to)).toBe(days)
        expect(addDays(to, -days)).toBe(from)
        expect(Math.sign(days)).toBe(to > from ? 1 : to < from ? -1 : 0)
        expect(Math.abs((dayOfWeek(to) - dayOfWeek(from) - days) % 7)).toBe(0)
      }),
    )
  })

  it('stops at the first and the last there is', () => {
    fc.assert(
      fc.property(date, (from) => {
        expect([addDays(from, -1e9), addDays(from, 1e9)]).toEqual(['0001-01-01', '9999-12-31'])
        expect(LocalDate.is(addDays(from, Number.NaN))).toBe(true)
      }),
    )
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-01', '2026-01-00', '2026-1-1', '0000-01-01', '2026-01-01T'])(
    'is not %j',
    (text) => {
      expect(LocalDate.is(text)).toBe(false)
    },
  )
})

describe('a month', () => {
  it('is every day from its 1st up to the 1st of the next, and no other', () => {
    fc.assert(
      fc.property(date, (day) => {
        const month = monthOf(day)
        expect(day.startsWith(month)).toBe(true)
        expect(firstDayOf(month) <= day).toBe(true)
        if (month < '9999-12') expect(firstDayOf(addMonths(month, 1)) > day).toBe(true)
      }),
    )
  })

  it('moves by months and back', () => {
    fc.assert(
      fc.property(date.map(monthOf), fewDays, (from, months) => {
        const to = addMonths(from, months)
        expect(YearMonth.is(to)).toBe(true)
        if (to !== '0001-01' && to !== '9999-12') expect(addMonths(to, -months)).toBe(from)
      }),
    )
  })

  it.each(['2026-13', '2026-00', '0000-01', '2026-1', '2026-01-01', ''])('is not %j', (text) => {
    expect(YearMonth.is(text)).toBe(false)
  })
})

describe('a time on the wall', () => {
  it('is one of the minutes of a day', () => {
    for (let minute = 0; minute < 1440; minute++) expect(millisOfTime(localTimeOfMinute(minute))).toBe(minute * 60_000)
    expect(['24:00', '7:00', '07:60', '07:00:00', ''].filter(LocalTime.is)).toEqual([])
    expect([-1, 1440, 0.5, Number.NaN].map(localTimeOfMinute)).toEqual(['00:00', '00:00', '00:00', '00:00'])
  })
})
