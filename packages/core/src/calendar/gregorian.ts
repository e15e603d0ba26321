// The proleptic Gregorian calendar as whole numbers. A day number counts days from 1970-01-01, which is 0.

export const MILLIS_PER_SECOND = 1_000
export const MILLIS_PER_MINUTE = 60_000
export const MILLIS_PER_DAY = 86_400_000

/** 0001-01-01 and 9999-12-31: the days that four digits of a year can write. */
export const FIRST_DAY_NUMBER = -719_162
export const LAST_DAY_NUMBER = 2_932_896

const DAYS_PER_ERA = 146_097
const DAYS_TO_MARCH_YEAR_0 = 719_468

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Both directions count years from 1 March, so that the leap day is the last of its year, and group them into eras of
// 400 years, which are all equally long (Hinnant, "chrono-compatible low-level date algorithms").

export const dayNumberOfDate = (year: number, month: number, day: number): number => {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_MARCH_YEAR_0
}

export const dateOfDayNumber = (dayNumber: number): YearMonthDay => {
  const shifted = dayNumber + DAYS_TO_MARCH_YEAR_0
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day }
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOfDayNumber = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1
