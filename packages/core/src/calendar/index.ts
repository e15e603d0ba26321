export {
  calendarAsKnownAt,
  calendarHistory,
  KnownFrom,
  type CalendarHistory,
  type PublishedCalendarYear,
} from './calendar-history.js'
export { china2024 } from './china-2024.js'
export { china2025 } from './china-2025.js'
export { china2026 } from './china-2026.js'
export { instantAt, type InstantText } from './instant-at.js'
export {
  addMillis,
  earlier,
  Instant,
  instantFromMillis,
  later,
  millisBetween,
  millisOf,
  nearestInstant,
} from './instant.js'
export { firstInstantAfter, limitOf, type LimitAnswer } from './limit-of.js'
export { Limit, MAX_DAYS, MAX_MINUTES, Move } from './limit.js'
export { addDays, dayOfWeek, daysBetween, LocalDate } from './local-date.js'
export { LocalTime } from './local-time.js'
export { parseInstant, parseInstantIn } from './parse-instant.js'
export type { TimeProblem } from './time-problem.js'
export { calendarVersionName, WorkCalendarYear, type CalendarProblem, type NamedDay } from './work-calendar-year.js'
export {
  calendarDay,
  isWorkday,
  noCalendar,
  workCalendar,
  type CalendarDay,
  type WorkCalendar,
} from './work-calendar.js'
export {
  addWorkingDays,
  moved,
  nextWorkdayOnOrAfter,
  rollOffWeekend,
  type CountedDay,
  type DayCountProblem,
} from './working-days.js'
export { addMonths, firstDayOf, monthOf, YearMonth } from './year-month.js'
export {
  atLocalTime,
  dayHolding,
  localDateOf,
  localDateTimeOf,
  startOfDay,
  timeZone,
  TimeZone,
  type LocalDateTime,
} from './zone.js'
