import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { dayNumberOfDate } from './gregorian.js'
import { addMillis, millisBetween, nearestInstant } from './instant.js'
import { firstInstantAfter, limitOf } from './limit-of.js'
import type { Limit } from './limit.js'
import { addDays, dayOfWeek, localDateOfDayNumber, type LocalDate } from './local-date.js'
import { localTimeOfMinute } from './local-time.js'
import type { NamedDay, WorkCalendarYear } from './work-calendar-year.js'
import { isWorkday, workCalendar, type WorkCalendar } from './work-calendar.js'
import { localDateOf, startOfDay, TimeZone } from './zone.js'

// Rule 20: deadlines are monotone in start and in limit; a working-day deadline never falls on a rest day; an added rest
// day never makes one earlier, an added make-up workday never later.

const YEARS = [2025, 2026] // 2027 is looked at too, and never covered

const named = (year: number, dates: ReadonlySet<LocalDate>): ReadonlyArray<NamedDay> =>
  [...dates].filter((date) => date.startsWith(`${year}`)).map((date) => ({ date, name: '' }))

const calendarOf = (holidays: ReadonlySet<LocalDate>, makeUpDays: ReadonlySet<LocalDate>): WorkCalendar => {
  const calendar = workCalendar(
    YEARS.map((year): WorkCalendarYear => ({
      region: 'X',
      year,
      version: 1,
      source: '',
      holidays: named(year, holidays),
      makeUpDays: named(year, makeUpDays),
    })),
  )
  if (isLeft(calendar)) throw new Error(JSON.stringify(calendar.left))
  return calendar.right
}

/** Dates near the turn of the year, so that few days off are enough to matter. */
const date = fc
  .integer({ min: dayNumberOfDate(2025, 11, 1), max: dayNumberOfDate(2026, 2, 28) })
  .map(localDateOfDayNumber)
const isWeekend = (day: LocalDate) => dayOfWeek(day) > 5
const specialDays = fc.record({
  holidays: fc
    .array(
      date.filter((day) => !isWeekend(day)),
      { maxLength: 40 },
    )
    .map((days) => new Set(days)),
  makeUpDays: fc.array(date.filter(isWeekend), { maxLength: 15 }).map((days) => new Set(days)),
})
const calendar = specialDays.map(({ holidays, makeUpDays }) => calendarOf(holidays, makeUpDays))

const zone = fc.constantFrom(...['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'].filter(TimeZone.is))
const start = fc.integer({ min: Date.parse('2025-10-20'), max: Date.parse('2026-03-31') }).map(nearestInstant)
// clocks went back over midnight there, in the night to 2010-11-07
const anyStart = fc.oneof(
  start,
  fc.integer({ min: -7_200_000, max: 7_200_000 }).map((ms) => nearestInstant(Date.parse('2010-11-07T03:00:00Z') + ms)),
)
const time = fc.nat(1439).map(localTimeOfMinute)
const days = fc.nat(30)
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ kind: fc.constant('elapsed' as const), minutes: fc.nat(50_000) }),
  fc.record({ kind: fc.constant('endOfWorkingDay' as const), days }),
  fc.record({
    kind: fc.constant('calendarDays' as const),
    days,
    move: fc.constantFrom('none' as const, 'offWeekend' as const, 'offRestDays' as const),
  }),
  fc.record({
    kind: fc.constant('timeOfDay' as const),
    time,
    day: fc.constantFrom('same' as const, 'nextCalendarDay' as const, 'nextWorkingDay' as const),
  }),
)

/** The same kind of limit, allowing as much or more. */
const loosened = (strict: Limit, by: number): Limit => {
  if (strict.kind === 'elapsed') return { ...strict, minutes: strict.minutes + by }
  if (strict.kind === 'timeOfDay')
    return { ...strict, day: strict.day === 'same' ? 'nextCalendarDay' : 'nextWorkingDay' }
  return { ...strict, days: strict.days + by }
}

describe('rule 20', () => {
  it('a deadline is no earlier for a later start', () => {
    fc.assert(
      fc.property(limit, zone, calendar, anyStart, fc.nat(4 * 86_400_000), (allowed, where, known, from, wait) => {
        const answer = limitOf(allowed, where, known, from)
        const later = limitOf(allowed, where, known, addMillis(from, wait))
        expect(firstInstantAfter(answer) <= firstInstantAfter(later)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a deadline is no earlier for a longer limit', () => {
    fc.assert(
      fc.property(limit, zone, calendar, start, fc.nat(10), (allowed, where, known, from, by) => {
        const answer = limitOf(allowed, where, known, from)
        const longer = limitOf(loosened(allowed, by), where, known, from)
        expect(firstInstantAfter(answer) <= firstInstantAfter(longer)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a later time of day, and a day that may move, make no deadline earlier', () => {
    fc.assert(
      fc.property(zone, calendar, start, days, time, time, (where, known, from, n, a, b) => {
        const [one, other] = a <= b ? [a, b] : [b, a]
        const on = (clock: typeof a) =>
          limitOf({ kind: 'timeOfDay', time: clock, day: 'nextWorkingDay' }, where, known, from).limit
        expect(on(one) <= on(other)).toBe(true)
        const by = (move: 'none' | 'offWeekend' | 'offRestDays') =>
          limitOf({ kind: 'calendarDays', days: n, move }, where, known, from).limit
        expect(by('none') <= by('offWeekend') && by('none') <= by('offRestDays')).toBe(true)
      }),
    )
  })

  it('a working-day deadline never falls on a rest day', () => {
    const onWorkingDays: fc.Arbitrary<Limit> = fc.oneof(
      fc.record({ kind: fc.constant('endOfWorkingDay' as const), days }),
      fc.record({ kind: fc.constant('calendarDays' as const), days, move: fc.constant('offRestDays' as const) }),
      fc.record({ kind: fc.constant('timeOfDay' as const), time, day: fc.constant('nextWorkingDay' as const) }),
    )
    fc.assert(
      fc.property(onWorkingDays, zone, calendar, start, (allowed, where, known, from) => {
        expect(isWorkday(known, limitOf(allowed, where, known, from).lastDay)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('an added rest day makes none earlier, an added make-up workday none later', () => {
    fc.assert(
      fc.property(limit, zone, specialDays, date, start, (allowed, where, { holidays, makeUpDays }, added, from) => {
        const before = limitOf(allowed, where, calendarOf(holidays, makeUpDays), from)
        if (isWeekend(added)) {
          const worked = limitOf(allowed, where, calendarOf(holidays, new Set([...makeUpDays, added])), from)
          expect(worked.limit <= before.limit).toBe(true)
        } else {
          const off = limitOf(allowed, where, calendarOf(new Set([...holidays, added]), makeUpDays), from)
          expect(off.limit >= before.limit).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a limit', () => {
  it('is in time on its last day, and on no instant of the day after', () => {
    fc.assert(
      fc.property(limit, zone, calendar, start, (allowed, where, known, from) => {
        const answer = limitOf(allowed, where, known, from)
        const tooLate = firstInstantAfter(answer)
        expect(localDateOf(where, addMillis(tooLate, -1))).toBe(answer.lastDay)
        expect(tooLate <= startOfDay(where, addDays(answer.lastDay, 1))).toBe(true)
        expect(millisBetween(answer.limit, tooLate)).toBe(answer.inclusive ? 1 : 0)
      }),
      { numRuns: 500 },
    )
  })

  it('is certain only where every year it rests on is published', () => {
    fc.assert(
      fc.property(limit, zone, calendar, start, (allowed, where, known, from) => {
        const { provisional, calendarVersions, lastDay } = limitOf(allowed, where, known, from)
        const asksCalendar =
          allowed.kind === 'endOfWorkingDay' ||
          (allowed.kind === 'calendarDays' && allowed.move === 'offRestDays') ||
          (allowed.kind === 'timeOfDay' && allowed.day === 'nextWorkingDay')
        expect(provisional).toBe(asksCalendar && lastDay >= '2027')
        expect(calendarVersions.length > 0).toBe(asksCalendar)
      }),
    )
  })
})
