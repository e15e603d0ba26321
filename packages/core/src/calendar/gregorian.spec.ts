import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOfDayNumber,
  dayNumberOfDate,
  daysInMonth,
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  MILLIS_PER_DAY,
  weekdayOfDayNumber,
} from './gregorian.js'

// The oracle is ECMAScript's own calendar, which was written by others.
const oracle = (dayNumber: number) => {
  const date = new Date(dayNumber * MILLIS_PER_DAY)
  return {
    date: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    weekday: date.getUTCDay() || 7,
  }
}
const agrees = (dayNumber: number) => {
  const { date, weekday } = oracle(dayNumber)
  expect(dateOfDayNumber(dayNumber)).toEqual(date)
  expect(dayNumberOfDate(date.year, date.month, date.day)).toBe(dayNumber)
  expect(weekdayOfDayNumber(dayNumber)).toBe(weekday)
}

describe('the Gregorian calendar in whole numbers', () => {
  it('is that of ECMAScript, on every day of 1896 to 2104', () => {
    for (let day = dayNumberOfDate(1896, 1, 1); day < dayNumberOfDate(2104, 1, 1); day++) {
      const { date } = oracle(day)
      if (dayNumberOfDate(date.year, date.month, date.day) !== day) agrees(day)
      const read = dateOfDayNumber(day)
      if (read.year !== date.year || read.month !== date.month || read.day !== date.day) agrees(day)
    }
  })

  it('is that of ECMAScript, on any day of the years 1 to 9999', () => {
    fc.assert(fc.property(fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER }), agrees), { numRuns: 2_000 })
    agrees(FIRST_DAY_NUMBER)
    agrees(LAST_DAY_NUMBER)
  })

  it('gives each month its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = month === 12 ? dayNumberOfDate(year + 1, 1, 1) : dayNumberOfDate(year, month + 1, 1)
        expect(daysInMonth(year, month)).toBe(next - dayNumberOfDate(year, month, 1))
      }),
    )
  })
})
