import { addDays, atLocalTime, dayHolding, nearestInstant, type Instant, type LocalDate } from '../calendar/index.js'
import { remembering } from '../calendar/remembering.js'
import type { DeskPlan } from './plan.js'

/** One duty shift: its date is the day it starts, and it lasts from `from` up to, not including, `to`. */
export interface Shift {
  readonly desk: string
  readonly date: LocalDate
  readonly shift: string
  readonly from: Instant
  readonly to: Instant
}

interface Start {
  readonly date: LocalDate
  readonly shift: string
  readonly from: Instant
}

// The last instant there is: what is on duty then has no end.
const END_OF_TIME = nearestInstant(Number.MAX_SAFE_INTEGER)
// Where clocks are put forward over a whole day, that day's shifts take no time at all, and the one before is found.
const DAYS_LOOKED_AT = [0, 1, 2, 3]

type StartsOn = (date: LocalDate) => ReadonlyArray<Start>

const MAX_REMEMBERED_DAYS = 1_024
const known = new WeakMap<DeskPlan, StartsOn>()

const startsOf = ({ roster, timeZone }: DeskPlan): StartsOn => {
  const shifts = roster.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return remembering(MAX_REMEMBERED_DAYS, (date: LocalDate) =>
    shifts.map(({ name, from }) => ({ date, shift: name, from: atLocalTime(timeZone, date, from) })),
  )
}

/** Where the shifts of a date start, in order. Of a time that is skipped: at the jump, so that no instant is left out. */
const startsOn = (plan: DeskPlan, date: LocalDate): ReadonlyArray<Start> => {
  const starts = known.get(plan) ?? startsOf(plan)
  known.set(plan, starts)
  return starts(date)
}

/**
 * The shift of this plan that is on duty at `instant`, through the clocks of its zone: a shift over midnight keeps the
 * date it started on, and one in which clocks are put back lasts an hour longer.
 */
export const spanIn = (plan: DeskPlan, instant: Instant): Shift => {
  const day = dayHolding(plan.timeZone, instant)
  const { date, shift, from } = lastStart(plan, day, instant)
  return { desk: plan.desk, date, shift, from, to: startAfter(plan, date, from) }
}

const lastStart = (plan: DeskPlan, day: LocalDate, instant: Instant): Start => {
  for (const days of DAYS_LOOKED_AT) {
    const begun = startsOn(plan, addDays(day, -days)).findLast(({ from }) => from <= instant)
    if (begun !== undefined) return begun
  }
  // Before the first start of the first day there is.
  return { date: day, shift: startsOn(plan, day).at(-1)?.shift ?? '', from: nearestInstant(-Number.MAX_SAFE_INTEGER) }
}

const startAfter = (plan: DeskPlan, date: LocalDate, start: Instant): Instant => {
  for (const days of DAYS_LOOKED_AT) {
    const next = startsOn(plan, addDays(date, days)).find(({ from }) => from > start)
    if (next !== undefined) return next.from
  }
  return END_OF_TIME
}
