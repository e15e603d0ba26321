import { right, type Either } from 'fp-ts/lib/Either.js'
import { millisOfTime } from '../calendar/local-time.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import type { DeskPlan, RosterShift } from './plan.js'

export type RosterInvalid = Refusal<
  'ROSTER_INVALID',
  {
    readonly problem: 'empty' | 'gap' | 'overlap' | 'nameRepeated'
    readonly shift?: string
    readonly to?: string
    readonly next?: string
    readonly from?: string
  }
>

const MILLIS_PER_DAY = 24 * 60 * 60 * 1_000

/** When the shift ends, counted from the 00:00 before it begins: one that ends when it begins lasts a whole day. */
const endOf = ({ from, to }: RosterShift): number => (to > from ? millisOfTime(to) : millisOfTime(to) + MILLIS_PER_DAY)

const invalid = (facts: RosterInvalid['facts']) => refuse('ROSTER_INVALID', '§8', facts)

/** Whether the roster covers the day without gap or overlap, each shift under a name of its own. */
export const checkDeskPlan = (plan: DeskPlan): Either<RosterInvalid, DeskPlan> => {
  const shifts = plan.roster.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [first] = shifts
  if (first === undefined) return invalid({ problem: 'empty' })
  for (const [index, shift] of shifts.entries()) {
    if (shifts.findIndex(({ name }) => name === shift.name) !== index)
      return invalid({ problem: 'nameRepeated', shift: shift.name })
    const next = shifts[index + 1]
    const begins = next === undefined ? millisOfTime(first.from) + MILLIS_PER_DAY : millisOfTime(next.from)
    const ends = endOf(shift)
    if (ends === begins) continue
    const { name, from } = next ?? first
    return invalid({ problem: ends < begins ? 'gap' : 'overlap', shift: shift.name, to: shift.to, next: name, from })
  }
  return right(plan)
}
