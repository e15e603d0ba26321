import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  addMillis,
  addMonths,
  china2026,
  dayHolding,
  firstDayOf,
  monthOf,
  nearestInstant,
  noCalendar,
  startOfDay,
  TimeZone,
  workCalendar,
  YearMonth,
  type Move,
} from '../calendar/index.js'
import { ledgerDue, monthAt, monthSpan } from './months.js'
import type { DeskPlan } from './plan.js'
import { threeShifts } from './three-shifts.js'

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Apia', 'America/St_Johns'].filter(TimeZone.is)
const zone = fc.constantFrom(...zones)
const plansOf = (...plans: ReadonlyArray<DeskPlan>) => ({ versions: plans.map((plan) => ({ plan, digest: 'd' })) })
const given = (text: string): YearMonth => {
  if (!YearMonth.is(text)) throw new Error(text)
  return text
}
const millis = fc.integer({ min: Date.parse('2005-01-01'), max: Date.parse('2030-01-01') })

describe('rule 16: every instant lies in exactly one month of its desk', () => {
  it('whose span begins where the month before ends', () => {
    fc.assert(
      fc.property(zone, millis.map(nearestInstant), (timeZone, at) => {
        const desk = plansOf({ ...threeShifts('main'), timeZone })
        const month = monthAt(desk, at) ?? given('0001-01')
        const span = monthSpan(desk, month)
        expect(span !== undefined && span.from <= at && at < span.to).toBe(true)
        expect(monthSpan(desk, addMonths(month, 1))?.from).toBe(span?.to)
      }),
    )
  })

  it('also where the desk moved to another zone within a month', () => {
    fc.assert(
      fc.property(zone, zone, millis.map(nearestInstant), millis.map(nearestInstant), (before, after, moved, at) => {
        const monthIn = (timeZone: TimeZone) => monthOf(dayHolding(timeZone, moved))
        fc.pre(monthIn(before) === monthIn(after))
        const first = { ...threeShifts('main'), timeZone: before }
        const desk = plansOf(first, { ...first, version: 2, timeZone: after, inForceFrom: moved })
        const month = monthAt(desk, at) ?? given('0001-01')
        const span = monthSpan(desk, month)
        expect(span !== undefined && span.from <= at && at < span.to).toBe(true)
        expect(monthSpan(desk, addMonths(month, 1))?.from).toBe(span?.to)
      }),
    )
  })

  it('and a move at the very start of a month leaves no instant out', () => {
    const [shanghai, utc] = zones
    if (shanghai === undefined || utc === undefined) throw new Error('no zones')
    const june = given('2026-06')
    const july = startOfDay(shanghai, firstDayOf(given('2026-07')))
    const first = { ...threeShifts('main'), timeZone: utc }
    // In Shanghai July begins eight hours earlier: by UTC it is June still.
    const moved = addMillis(july, 8 * 3_600_000)
    const desk = plansOf(first, { ...first, version: 2, timeZone: shanghai, inForceFrom: moved })
    expect(monthSpan(desk, june)?.to).toBe('2026-07-01T00:00:00.000Z')
    expect(monthAt(desk, addMillis(moved, -1))).toBe('2026-06')
    expect(monthAt(desk, moved)).toBe('2026-07')
  })
})

describe('by when a ledger is due (LG1)', () => {
  const calendar = workCalendar([china2026])
  const dueOf = (month: string, rollForward: Move = 'offWeekend') => {
    const desk = plansOf({ ...threeShifts('main'), ledgerDue: { rollForward } })
    const answer = ledgerDue(desk, isLeft(calendar) ? noCalendar : calendar.right, given(month))
    return answer === undefined ? undefined : `${answer.lastDay}${answer.provisional ? ' provisional' : ''}`
  }

  it('is the 1st of the next month, the whole day', () => {
    const answer = ledgerDue(plansOf(threeShifts('main')), noCalendar, given('2026-06'))
    expect(answer).toEqual({
      limit: '2026-07-01T16:00:00.000Z',
      inclusive: false,
      lastDay: '2026-07-01',
      provisional: false,
      calendarVersions: [],
    })
  })

  it('moved off Saturday and Sunday, a worked Sunday too, but not off a holiday', () => {
    expect(dueOf('2026-07')).toBe('2026-08-03')
    expect(dueOf('2026-01')).toBe('2026-02-02')
    expect(dueOf('2026-04')).toBe('2026-05-01')
    expect(dueOf('2026-09')).toBe('2026-10-01')
    expect(dueOf('2025-12')).toBe('2026-01-01')
    expect(dueOf('2026-02')).toBe('2026-03-02')
  })

  it('or moved to the next working day, make-up days being worked', () => {
    expect(dueOf('2026-04', 'offRestDays')).toBe('2026-05-06')
    expect(dueOf('2026-09', 'offRestDays')).toBe('2026-10-08')
    expect(dueOf('2025-12', 'offRestDays')).toBe('2026-01-04')
    expect(dueOf('2026-12', 'offRestDays')).toBe('2027-01-01 provisional')
  })

  it('or on the 1st whatever day it is', () => {
    expect(dueOf('2026-07', 'none')).toBe('2026-08-01')
  })

  it('is nothing where the desk has no plan', () => {
    expect(ledgerDue({ versions: [] }, noCalendar, given('2026-07'))).toBeUndefined()
  })
})
