import * as t from 'io-ts'
import { fourDigits, numberAt, twoDigits } from './digits.js'
import { dayNumberOfDate } from './gregorian.js'
import { localDateOfDayNumber, type LocalDate } from './local-date.js'

export interface YearMonthBrand {
  readonly YearMonth: unique symbol
}

/** A calendar month `YYYY-MM` of the years 1 to 9999; string order is time order. An identity codec. */
export const YearMonth = t.brand(
  t.string,
  (text): text is t.Branded<string, YearMonthBrand> => {
    const month = numberAt(text, 5, 7)
    return text.length === 7 && text[4] === '-' && numberAt(text, 0, 4) >= 1 && month >= 1 && month <= 12
  },
  'YearMonth',
)
export type YearMonth = t.TypeOf<typeof YearMonth>

const FIRST = 12
const LAST = 9999 * 12 + 11

/** Months counted from January of the year 0. */
const monthNumberOf = (month: YearMonth): number => numberAt(month, 0, 4) * 12 + numberAt(month, 5, 7) - 1

const yearMonthOfNumber = (number: number): YearMonth => {
  const within = Math.min(Math.max(Math.trunc(number), FIRST), LAST)
  const text = `${fourDigits(Math.floor(within / 12))}-${twoDigits((within % 12) + 1)}`
  // Only what is not a number writes no month: it counts as the first.
  return YearMonth.is(text) ? text : yearMonthOfNumber(FIRST)
}

/** The month `date` lies in. */
export const monthOf = (date: LocalDate): YearMonth =>
  yearMonthOfNumber(numberAt(date, 0, 4) * 12 + numberAt(date, 5, 7) - 1)

/** `months` later (earlier when negative); it stops at 0001-01 and 9999-12. */
export const addMonths = (month: YearMonth, months: number): YearMonth =>
  yearMonthOfNumber(monthNumberOf(month) + months)

/** The 1st of `month`: a month is the days from here up to, not including, the 1st of the next. */
export const firstDayOf = (month: YearMonth): LocalDate =>
  localDateOfDayNumber(dayNumberOfDate(numberAt(month, 0, 4), numberAt(month, 5, 7), 1))
