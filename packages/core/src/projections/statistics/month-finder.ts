import {
  addMonths,
  firstDayOf,
  localDateOf,
  monthOf,
  startOfDay,
  type Instant,
  type TimeZone,
  type YearMonth,
} from '../../calendar/index.js'

/** The month each instant lies in, by the calendar on the wall: quick while instants keep to a month. */
export const monthFinder = (zone: TimeZone): ((instant: Instant) => YearMonth) => {
  let month: YearMonth | undefined
  let from: Instant | undefined
  let to: Instant | undefined
  return (instant) => {
    if (month !== undefined && from !== undefined && to !== undefined && from <= instant && instant < to) return month
    const found = monthOf(localDateOf(zone, instant))
    month = found
    from = startOfDay(zone, firstDayOf(found))
    to = startOfDay(zone, firstDayOf(addMonths(found, 1)))
    return found
  }
}
