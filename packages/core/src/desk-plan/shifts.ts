import { addMillis, atLocalTime, type Instant, type LocalDate } from '../calendar/index.js'
import { spanIn, type Shift } from './shift-span.js'
import { planAt, type DeskPlans } from './state.js'

// Whoever asks for the shift of one event mostly asks for the next event of the same shift afterwards.
const lastAnswer = new WeakMap<DeskPlans, Shift>()

/** The one shift on duty at `instant` (rule 16); none only where the desk has no plan. */
export const shiftAt = (plans: DeskPlans, instant: Instant): Shift | undefined => {
  const last = lastAnswer.get(plans)
  if (last !== undefined && last.from <= instant && instant < last.to) return last
  const plan = planAt(plans, instant)
  if (plan === undefined) return undefined
  const shift = spanIn(plan, instant)
  lastAnswer.set(plans, shift)
  return shift
}

/** The shift of that date and name; none where the roster of that day does not have it. */
export const shiftOn = (plans: DeskPlans, date: LocalDate, name: string): Shift | undefined => {
  for (const { plan } of plans.versions) {
    const entry = plan.roster.find((shift) => shift.name === name)
    if (entry === undefined) continue
    const found = shiftAt(plans, atLocalTime(plan.timeZone, date, entry.from))
    if (found?.date === date && found.shift === name) return found
  }
  return undefined
}

/** The shift that takes over from this one. */
export const shiftAfter = (plans: DeskPlans, { to }: Shift): Shift | undefined => shiftAt(plans, to)

/** The shift that this one took over from. */
export const shiftBefore = (plans: DeskPlans, { from }: Shift): Shift | undefined => shiftAt(plans, addMillis(from, -1))
