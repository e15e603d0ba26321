import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { Instant, LocalTime, TimeZone } from '../calendar/index.js'
import { localTimeOfMinute } from '../calendar/local-time.js'
import { checkDeskPlan } from './check-desk-plan.js'
import type { DeskPlan } from './plan.js'
import { publishDeskPlan } from './publish-desk-plan.js'
import type { DeskPlans } from './state.js'
import { threeShifts } from './three-shifts.js'

const given = (text: string): Instant => {
  if (!Instant.is(text)) throw new Error(text)
  return text
}
const clock = (text: string): LocalTime => {
  if (!LocalTime.is(text)) throw new Error(text)
  return text
}
const berlin = ['Europe/Berlin'].find(TimeZone.is) ?? 'UTC'
const now = given('2026-06-01T00:00:00.000Z')
const first = threeShifts('main')
const published: DeskPlans = { versions: [{ plan: first, digest: 'first' }] }
const shifts = (...hours: ReadonlyArray<readonly [string, string, string]>): DeskPlan['roster'] =>
  hours.map(([name, from, to]) => ({ name, from: clock(from), to: clock(to) }))

const problemOf = (roster: DeskPlan['roster']) => {
  const answer = checkDeskPlan({ ...first, roster })
  return isLeft(answer) ? answer.left.facts : 'sound'
}
const answerTo = (plan: DeskPlan, plans: DeskPlans = published, at = now) => {
  const answer = publishDeskPlan({ plan, digest: `v${plan.version}` }, plans, at)
  return isLeft(answer) ? answer.left.code : answer.right.map(({ type }) => type)
}

describe('a roster', () => {
  it('covers the day without gap or overlap, in any order, one shift being a whole day', () => {
    expect(problemOf(first.roster)).toBe('sound')
    expect(problemOf(first.roster.toReversed())).toBe('sound')
    expect(problemOf(shifts(['白班', '09:00', '09:00']))).toBe('sound')
    expect(problemOf(shifts(['白班', '00:00', '12:00'], ['中班', '12:00', '00:00']))).toBe('sound')
  })

  it('is refused where nobody is on duty, or two shifts are, and says between which', () => {
    expect(problemOf([])).toEqual({ problem: 'empty' })
    expect(problemOf(shifts(['白班', '08:00', '16:00']))).toEqual({
      problem: 'gap',
      shift: '白班',
      to: '16:00',
      next: '白班',
      from: '08:00',
    })
    expect(problemOf(shifts(['白班', '08:00', '16:00'], ['中班', '16:30', '08:00']))).toEqual({
      problem: 'gap',
      shift: '白班',
      to: '16:00',
      next: '中班',
      from: '16:30',
    })
    expect(problemOf(shifts(['白班', '08:00', '17:00'], ['中班', '16:00', '08:00']))).toMatchObject({
      problem: 'overlap',
    })
    expect(problemOf(shifts(['白班', '08:00', '16:00'], ['中班', '16:00', '08:30']))).toMatchObject({
      problem: 'overlap',
    })
    expect(problemOf(shifts(['白班', '08:00', '08:00'], ['中班', '16:00', '08:00']))).toMatchObject({
      problem: 'overlap',
    })
    expect(problemOf(shifts(['白班', '08:00', '16:00'], ['白班', '16:00', '08:00']))).toEqual({
      problem: 'nameRepeated',
      shift: '白班',
    })
  })

  it('is sound exactly where each minute of the day has one shift', () => {
    const shift = fc.record({ from: fc.nat(23), to: fc.nat(23) })
    fc.assert(
      fc.property(fc.array(shift, { minLength: 1, maxLength: 3 }), (hours) => {
        const onDuty = Array.from({ length: 24 }, (_, hour) =>
          hours.filter(({ from, to }) => (from < to ? from <= hour && hour < to : hour >= from || hour < to)),
        )
        const roster = hours.map(({ from, to }, index) => ({
          name: `s${index}`,
          from: localTimeOfMinute(from * 60),
          to: localTimeOfMinute(to * 60),
        }))
        expect(problemOf(roster) === 'sound').toBe(onDuty.every(({ length }) => length === 1))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('publishing the plan of a desk', () => {
  it('begins with one that holds from the beginning', () => {
    expect(answerTo(first, { versions: [] })).toEqual(['DeskPlanPublished'])
    expect(answerTo({ ...first, inForceFrom: now }, { versions: [] })).toBe('DESK_PLAN_FIRST')
    expect(answerTo({ ...first, version: 2 })).toBe('DESK_PLAN_FIRST')
  })

  it('is harmless when it is there already, and refused for another plan of the same version', () => {
    expect(isRight(publishDeskPlan({ plan: first, digest: 'first' }, published, now))).toBe(true)
    expect(answerTo(first)).toBe('DESK_PLAN_VERSION_REUSED')
  })

  // 08:00 in Shanghai, where one shift of each plan begins.
  const next: DeskPlan = {
    ...first,
    version: 2,
    inForceFrom: given('2026-07-01T00:00:00.000Z'),
    roster: shifts(['白班', '08:00', '20:00'], ['晚班', '20:00', '08:00']),
  }

  it('goes on at a boundary of both rosters that has not passed', () => {
    expect(answerTo(next)).toEqual(['DeskPlanPublished'])
    expect(answerTo(next, published, given('2026-07-01T00:00:00.000Z'))).toEqual(['DeskPlanPublished'])
    expect(answerTo(next, published, given('2026-07-01T00:00:00.001Z'))).toBe('DESK_PLAN_NOT_LATER')
    expect(answerTo({ ...next, inForceFrom: given('2026-07-01T08:00:00.000Z') })).toBe('NOT_A_SHIFT_BOUNDARY')
    expect(answerTo({ ...next, inForceFrom: given('2026-07-01T12:00:00.000Z') })).toBe('NOT_A_SHIFT_BOUNDARY')
    expect(answerTo({ ...next, inForceFrom: given('2026-07-01T00:00:00.001Z') })).toBe('NOT_A_SHIFT_BOUNDARY')
  })

  it('never goes back: neither in version nor in time', () => {
    const both: DeskPlans = { versions: [...published.versions, { plan: { ...next, version: 5 }, digest: 'v5' }] }
    expect(answerTo({ ...next, version: 4, inForceFrom: given('2026-08-01T00:00:00.000Z') }, both)).toBe(
      'DESK_PLAN_NOT_LATER',
    )
    expect(answerTo({ ...next, version: 6 }, both)).toBe('DESK_PLAN_NOT_LATER')
    expect(answerTo({ ...next, version: 6, inForceFrom: given('2026-08-01T00:00:00.000Z') }, both)).toEqual([
      'DeskPlanPublished',
    ])
  })

  it('is refused where a date would have two shifts of one name', () => {
    // The old plan has worked a 夜班 on that date, from 00:30 on.
    expect(answerTo({ ...next, roster: shifts(['夜班', '08:00', '20:00'], ['白班', '20:00', '08:00']) })).toBe(
      'SHIFT_REPEATED',
    )
  })

  it('is refused where another zone would take the desk to another month', () => {
    // 08:00 on 1 July in Shanghai is 02:00 in Berlin, 02:00 in the same month; 00:30 there is 18:30 of 30 June.
    const inBerlin = { ...next, timeZone: berlin, roster: shifts(['日', '02:00', '02:00']) }
    expect(answerTo(inBerlin)).toEqual(['DeskPlanPublished'])
    const before = {
      ...inBerlin,
      roster: shifts(['日', '18:30', '18:30']),
      inForceFrom: given('2026-06-30T16:30:00.000Z'),
    }
    expect(answerTo(before)).toBe('ZONE_CHANGE_MOVES_MONTH')
  })
})
