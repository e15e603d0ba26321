import * as t from 'io-ts'
import { fourDigits, numberAt, twoDigits } from './digits.js'
import {
  dateOfDayNumber,
  dayNumberOfDate,
  daysInMonth,
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  weekdayOfDayNumber,
} from './gregorian.js'
import { remembering } from './remembering.js'

export interface LocalDateBrand {
  readonly LocalDate: unique symbol
}

/** The pattern of a date, but for the length of its month: one regular expression is the fastest check there is. */
export const DATE_PATTERN = String.raw`(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const WHOLE_DATE = new RegExp(`^${DATE_PATTERN}$`)

/** Whether the month has the day, in a text that begins like a date. */
export const monthHasDay = (text: string): boolean => {
  const day = numberAt(text, 8, 10)
  return day <= 28 || day <= daysInMonth(numberAt(text, 0, 4), numberAt(text, 5, 7))
}

/**
 * A calendar date `YYYY-MM-DD` without a place, from 0001-01-01 to 9999-12-31; string order is time order.
 * An identity codec: nothing but a real date is let through, and nothing is changed.
 */
export const LocalDate = t.brand(
  t.string,
  (text): text is t.Branded<string, LocalDateBrand> => WHOLE_DATE.test(text) && monthHasDay(text),
  'LocalDate',
)
export type LocalDate = t.TypeOf<typeof LocalDate>

/** Days from 1970-01-01 to the date `text` begins with. */
export const dayNumberIn = (text: string): number =>
  dayNumberOfDate(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10))

/** Days from 1970-01-01 to `date`, negative before it. */
export const dayNumberOf = (date: LocalDate): number => dayNumberIn(date)

// The days that a shop is busy with are few, and writing one takes longer than finding it.
const dateOn: (dayNumber: number) => LocalDate = remembering(4_096, (dayNumber) => {
  const { year, month, day } = dateOfDayNumber(dayNumber)
  const text = `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`
  // Only what is not a number writes no date: it counts as 0.
  return LocalDate.is(text) ? text : dateOn(0)
})

/** The date `dayNumber` days after 1970-01-01, at the first or last date there is when it lies outside. */
export const localDateOfDayNumber = (dayNumber: number): LocalDate =>
  dateOn(Math.min(Math.max(Math.trunc(dayNumber), FIRST_DAY_NUMBER), LAST_DAY_NUMBER))

/** `days` whole days later (earlier when negative); it stops at 0001-01-01 and 9999-12-31. */
export const addDays = (date: LocalDate, days: number): LocalDate => localDateOfDayNumber(dayNumberOf(date) + days)

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const dayOfWeek = (date: LocalDate): number => weekdayOfDayNumber(dayNumberOf(date))
