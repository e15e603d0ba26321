import type { Limit } from '../../src/calendar/index.js'

const moves = {
  none: '',
  offWeekend: ', moved off Saturday and Sunday',
  offRestDays: ', moved off rest days',
} as const
const days = {
  same: 'the same day',
  nextCalendarDay: 'the next calendar day',
  nextWorkingDay: 'the next working day',
} as const

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

const ordinal = (count: number): string => `${count}${['th', 'st', 'nd', 'rd'][count] ?? 'th'}`

/** A limit as a person would say it. */
export const limitText = (limit: Limit): string => {
  switch (limit.kind) {
    case 'elapsed':
      return limit.minutes % 60 === 0
        ? `${counted(limit.minutes / 60, 'hour')} elapsed`
        : `${counted(limit.minutes, 'minute')} elapsed`
    case 'endOfWorkingDay':
      return `end of the ${ordinal(limit.days)} working day`
    case 'calendarDays':
      return `${counted(limit.days, 'calendar day')} from the next day${moves[limit.move]}`
    case 'timeOfDay':
      return `${limit.time} on ${days[limit.day]}`
  }
}
