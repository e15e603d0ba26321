import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMillis,
  Instant,
  LocalDate,
  localDateTimeOf,
  millisBetween,
  nearestInstant,
  TimeZone,
} from '../calendar/index.js'
import { localTimeOfMinute } from '../calendar/local-time.js'
import type { DeskPlan } from './plan.js'
import { shiftAfter, shiftAt, shiftBefore, shiftOn } from './shifts.js'
import type { DeskPlans } from './state.js'
import { threeShifts } from './three-shifts.js'

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo', // clocks went forward at midnight
  'America/St_Johns', // clocks went back at 00:01
  'Australia/Lord_Howe', // by half an hour
  'Pacific/Apia', // no 2011-12-30
].filter(TimeZone.is)

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const plansOf = (...plans: ReadonlyArray<DeskPlan>): DeskPlans => ({
  versions: plans.map((plan) => ({ plan, digest: 'd' })),
})

/** A roster that begins its shifts at these minutes of the day. */
const rosterAt = (minutes: ReadonlyArray<number>): DeskPlan['roster'] => {
  const starts = minutes.toSorted((a, b) => a - b)
  return starts.map((start, index) => ({
    name: `s${index}`,
    from: localTimeOfMinute(start),
    to: localTimeOfMinute(starts[index + 1] ?? starts[0] ?? start),
  }))
}
const roster = fc.uniqueArray(fc.nat(1_439), { minLength: 1, maxLength: 5 }).map(rosterAt)
const plans = fc
  .record({ timeZone: fc.constantFrom(...ZONES), roster })
  .map((parts) => plansOf({ ...threeShifts('main'), ...parts }))

// Around the changes of clocks, where mistakes live.
const instant = fc
  .tuple(
    fc.constantFrom('03-08', '03-29', '04-05', '10-04', '10-25', '11-01', '02-15', '10-18', '12-30'),
    fc.integer({ min: 2005, max: 2027 }),
    fc.integer({ min: -8 * DAY, max: 8 * DAY }),
  )
  .map(([day, year, shift]) => nearestInstant(Date.parse(`${year}-${day}`) + shift))

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there')
  return value
}
const given = (text: string) => {
  if (!Instant.is(text)) throw new Error(text)
  return text
}

describe('rule 16: every instant lies in exactly one shift', () => {
  it('which begins where the one before ends, and ends where the next begins, whatever clocks do', () => {
    fc.assert(
      fc.property(plans, instant, (desk, at) => {
        const shift = defined(shiftAt(desk, at))
        const after = defined(shiftAfter(desk, shift))
        const before = defined(shiftBefore(desk, shift))
        expect(shift.from <= at && at < shift.to).toBe(true)
        expect(after.from).toBe(shift.to)
        expect(before.to).toBe(shift.from)
        expect(shiftBefore(desk, after)).toEqual(shift)
        expect(new Set([before, shift, after].map(({ date, shift: name }) => `${date} ${name}`)).size).toBe(3)
        expect(shiftOn(desk, shift.date, shift.shift)).toEqual(shift)
      }),
      { numRuns: 400 },
    )
  })

  it('and is the same for all its instants, the last one included and its end not', () => {
    fc.assert(
      fc.property(plans, instant, (desk, at) => {
        const shift = defined(shiftAt(desk, at))
        // A copy remembers no answer: what is remembered must be what would be computed.
        expect(shiftAt({ ...desk }, shift.from)).toEqual(shift)
        expect(shiftAt({ ...desk }, addMillis(shift.to, -1))).toEqual(shift)
        expect(shiftAt({ ...desk }, shift.to)).not.toEqual(shift)
      }),
      { numRuns: 200 },
    )
  })

  it('the one whose hours the wall shows, on the date on which they began', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), roster, instant, (timeZone, shifts, at) => {
        const shift = defined(shiftAt(plansOf({ ...threeShifts('main'), timeZone, roster: shifts }), at))
        const wall = localDateTimeOf(timeZone, at)
        const hours = defined(shifts.find(({ name }) => name === shift.shift))
        // Where clocks change within the shift, the wall may show an hour of another one.
        const changes = [shift.from, shift.to].some((end) => {
          const { time } = localDateTimeOf(timeZone, end)
          return time !== hours.from && time !== hours.to
        })
        fc.pre(!changes && millisBetween(shift.from, shift.to) <= DAY)
        const overMidnight = hours.to <= hours.from
        const isAfterMidnight = overMidnight && wall.time < hours.to
        expect(wall.time >= hours.from || isAfterMidnight).toBe(true)
        expect(overMidnight || wall.time < hours.to).toBe(true)
        if (hours.from !== hours.to) expect(shift.date).toBe(isAfterMidnight ? addDays(wall.date, -1) : wall.date)
      }),
      { numRuns: 300 },
    )
  })

  it('lasts an hour longer where clocks are put back in it, and an hour less where they are put forward', () => {
    const berlin = plansOf({ ...threeShifts('main'), timeZone: defined(ZONES[1]) })
    const hours = (text: string) => {
      const { from, to } = defined(shiftAt(berlin, given(text)))
      return millisBetween(from, to) / (60 * MINUTE)
    }
    expect(hours('2026-10-24T03:00:00.000Z')).toBe(7.5)
    expect(hours('2026-10-25T03:00:00.000Z')).toBe(8.5)
    expect(hours('2026-03-29T03:00:00.000Z')).toBe(6.5)
  })
})

describe('the shifts of a desk in Shanghai (S6)', () => {
  const desk = plansOf(threeShifts('main'))
  const of = (text: string) => {
    const { date, shift } = defined(shiftAt(desk, given(text)))
    return `${date} ${shift}`
  }

  it('keep the date on which they started when midnight passes', () => {
    expect(of('2026-06-30T15:59:59.999Z')).toBe('2026-06-30 中班')
    expect(of('2026-06-30T16:20:00.000Z')).toBe('2026-06-30 中班')
    expect(of('2026-06-30T16:29:59.999Z')).toBe('2026-06-30 中班')
    expect(of('2026-06-30T16:30:00.000Z')).toBe('2026-07-01 夜班')
  })

  it('are found by date and name, and not where the roster has none of that name', () => {
    const date = '2026-06-30'
    expect(LocalDate.is(date) && shiftOn(desk, date, '中班')).toEqual({
      desk: 'main',
      date: '2026-06-30',
      shift: '中班',
      from: '2026-06-30T08:00:00.000Z',
      to: '2026-06-30T16:30:00.000Z',
    })
    expect(LocalDate.is(date) && shiftOn(desk, date, '早班')).toBeUndefined()
    expect(shiftAt({ versions: [] }, given('2026-06-30T16:30:00.000Z'))).toBeUndefined()
  })
})
