export { addMillis, earlier, Instant, instantFromMillis, later, millisBetween, millisOf } from './instant.js'
export { addDays, dayOfWeek, daysBetween, LocalDate } from './local-date.js'
export { LocalTime } from './local-time.js'
export { parseInstant, parseInstantIn } from './parse-instant.js'
export type { TimeProblem } from './time-problem.js'
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
