import { right, type Either } from 'fp-ts/lib/Either.js'
import { addMillis, dayHolding, later, monthOf, type Instant } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import type { DeskPlan } from './plan.js'
import { spanIn, type Shift } from './shift-span.js'
import type { DeskPlans } from './state.js'

export type ChangeOverRefusal =
  | Refusal<
      'DESK_PLAN_NOT_LATER',
      { readonly desk: string; readonly version: number; readonly newest: number; readonly from: Instant }
    >
  | Refusal<
      'NOT_A_SHIFT_BOUNDARY',
      {
        readonly desk: string
        readonly version: number
        readonly shift: string
        readonly from: Instant
        readonly to: Instant
      }
    >
  | Refusal<'SHIFT_REPEATED', { readonly desk: string; readonly date: string; readonly shift: string }>
  | Refusal<'ZONE_CHANGE_MOVES_MONTH', { readonly desk: string; readonly from: Instant }>

// Zones differ by little more than a day: the shifts of two days on each side are all whose dates can meet.
const MILLIS_LOOKED_AT = 2 * 24 * 60 * 60 * 1_000

const shiftsBefore = (plan: DeskPlan, instant: Instant): ReadonlyArray<Shift> => {
  const earliest = addMillis(instant, -MILLIS_LOOKED_AT)
  const shifts: Array<Shift> = []
  for (let at = instant; at > earliest; at = shifts.at(-1)?.from ?? earliest)
    shifts.push(spanIn(plan, addMillis(at, -1)))
  return shifts
}

const shiftsFrom = (plan: DeskPlan, instant: Instant): ReadonlyArray<Shift> => {
  const latest = addMillis(instant, MILLIS_LOOKED_AT)
  const shifts: Array<Shift> = []
  for (let at = instant; at < latest; at = shifts.at(-1)?.to ?? latest) shifts.push(spanIn(plan, at))
  return shifts
}

/** Whether `plan` may take over from the newest one: shifts and months go on without a cut, a gap or a repetition. */
export const changeOver = ({ versions }: DeskPlans, plan: DeskPlan, now: Instant): Either<ChangeOverRefusal, true> => {
  const newest = versions.at(-1)?.plan
  const { desk, version, inForceFrom } = plan
  if (newest === undefined || inForceFrom === 'beginning') return right(true)
  const from = newest.inForceFrom === 'beginning' ? now : later(now, newest.inForceFrom)
  if (version <= newest.version || inForceFrom < from || inForceFrom === newest.inForceFrom)
    return refuse('DESK_PLAN_NOT_LATER', '§8', { desk, version, newest: newest.version, from })
  for (const each of [newest, plan]) {
    const { shift, from: begins, to } = spanIn(each, inForceFrom)
    if (begins !== inForceFrom)
      return refuse('NOT_A_SHIFT_BOUNDARY', '§8', { desk, version: each.version, shift, from: begins, to })
  }
  const monthIn = ({ timeZone }: DeskPlan) => monthOf(dayHolding(timeZone, inForceFrom))
  if (monthIn(plan) !== monthIn(newest)) return refuse('ZONE_CHANGE_MOVES_MONTH', '§8', { desk, from: inForceFrom })
  const before = shiftsBefore(newest, inForceFrom)
  const twice = shiftsFrom(plan, inForceFrom).find((shift) =>
    before.some(({ date, shift: name }) => date === shift.date && name === shift.shift),
  )
  return twice === undefined
    ? right(true)
    : refuse('SHIFT_REPEATED', '§8', { desk, date: twice.date, shift: twice.shift })
}
