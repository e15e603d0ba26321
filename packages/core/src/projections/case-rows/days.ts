import { addDays, dayHolding, startOfDay, type Instant, type LocalDate, type TimeZone } from '../../calendar/index.js'

/** The days on the wall of one zone. Whoever asks for the day of one event mostly asks for the next of the same day. */
export const daysIn = (timeZone: TimeZone): ((instant: Instant) => LocalDate) => {
  let last: { readonly date: LocalDate; readonly from: Instant; readonly to: Instant } | undefined
  return (instant) => {
    if (last !== undefined && last.from <= instant && instant < last.to) return last.date
    const date = dayHolding(timeZone, instant)
    last = { date, from: startOfDay(timeZone, date), to: startOfDay(timeZone, addDays(date, 1)) }
    return date
  }
}
