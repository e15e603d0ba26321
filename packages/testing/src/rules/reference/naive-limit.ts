import type { WorkCalendarYear } from '@refund-case/core'
import type { PolicyLimit } from '../../arbitraries/limits.js'

// When a limit is over, counted day by day on a list of dates, and with the engine's own knowledge of time zones.

const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, format)
  return format
}

/** `YYYY-MM-DD HH:mm` as a clock in the zone shows it. */
const wallOf = (zone: string, ms: number): string => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const of = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '00'
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`
}

/** The first minute at which the wall shows this or anything later, looked for in steps of a quarter of an hour. */
const firstShowing = (zone: string, wall: string): number => {
  const greenwich = Date.parse(`${wall.replace(' ', 'T')}:00.000Z`)
  for (let ms = greenwich - 15 * 3_600_000; ; ms += 900_000)
    if (wallOf(zone, ms) >= wall) {
      let first = ms - 900_000
      while (wallOf(zone, first) < wall) first += 60_000
      return first
    }
}

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** Which days are worked, as lists of dates say it; Monday to Friday where a year has none. */
export type Worked = (date: string) => boolean

export const workedBy = (years: ReadonlyArray<WorkCalendarYear>): Worked => {
  const newest = new Map<number, WorkCalendarYear>()
  for (const year of years) if ((newest.get(year.year)?.version ?? 0) < year.version) newest.set(year.year, year)
  const off = new Set([...newest.values()].flatMap(({ holidays }) => holidays.map(({ date }): string => date)))
  const on = new Set([...newest.values()].flatMap(({ makeUpDays }) => makeUpDays.map(({ date }): string => date)))
  return (date) => {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    return on.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date))
  }
}

const nextWorked = (date: string, worked: Worked): string => {
  let day = date
  while (!worked(day)) day = dateAfter(day, 1)
  return day
}

const nthWorkedAfter = (date: string, count: number, worked: Worked): string => {
  let day = date
  for (let left = count; left > 0; left--) day = nextWorked(dateAfter(day, 1), worked)
  return count === 0 ? nextWorked(day, worked) : day
}

const offWeekend = (date: string): string => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return dateAfter(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** The first millisecond that is too late. */
export const tooLateFrom = (limit: PolicyLimit, zone: string, worked: Worked, start: string): number => {
  const startMs = Date.parse(start)
  const today = wallOf(zone, startMs).slice(0, 10)
  const endOf = (date: string): number => firstShowing(zone, `${dateAfter(date, 1)} 00:00`)
  switch (limit.kind) {
    case 'elapsed':
      return startMs + limit.minutes * 60_000 + 1
    case 'endOfWorkingDay':
      return endOf(nthWorkedAfter(today, limit.days, worked))
    case 'calendarDays': {
      const day = dateAfter(today, limit.days)
      const moved =
        limit.move === 'offRestDays' ? nextWorked(day, worked) : limit.move === 'offWeekend' ? offWeekend(day) : day
      return endOf(moved)
    }
    case 'timeOfDay': {
      const day =
        limit.day === 'same'
          ? today
          : limit.day === 'nextCalendarDay'
            ? dateAfter(today, 1)
            : nthWorkedAfter(today, 1, worked)
      return firstShowing(zone, `${day} ${limit.time}`) + 1
    }
  }
}
