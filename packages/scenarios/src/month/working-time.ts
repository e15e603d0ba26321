import {
  addDays,
  atLocalTime,
  isWorkday,
  localDateOf,
  millisOf,
  nearestInstant,
  type LocalTime,
  type TimeZone,
  type WorkCalendar,
} from '@refund-case/core'

/** When somebody gets to something: at any hour, when customers are awake, or in the office on a working day. */
export type Hours = 'anytime' | 'daytime' | 'office'

const open: { readonly [H in Exclude<Hours, 'anytime'>]: readonly [from: LocalTime, to: LocalTime] } = {
  daytime: ['08:00', '22:30'],
  office: ['09:00', '18:00'],
}

/** The first moment from `millis` on that lies within these hours; what falls outside waits for their beginning. */
export const withinHours = (millis: number, hours: Hours, zone: TimeZone, calendar: WorkCalendar): number => {
  if (hours === 'anytime') return millis
  const [from, to] = open[hours]
  let date = localDateOf(zone, nearestInstant(millis))
  for (;;) {
    const begins = millisOf(atLocalTime(zone, date, from))
    if ((hours === 'daytime' || isWorkday(calendar, date)) && millis < millisOf(atLocalTime(zone, date, to)))
      return Math.max(millis, begins)
    date = addDays(date, 1)
  }
}
