import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant, LocalDate, YearMonth } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import { monthSpan } from './months.js'
import type { Shift } from './shift-span.js'
import { shiftOn } from './shifts.js'
import type { DeskPlans } from './state.js'

type DeskUnknown = Refusal<'DESK_UNKNOWN', { readonly desk: string }>
type ShiftUnknown = Refusal<
  'SHIFT_UNKNOWN',
  { readonly desk: string; readonly date: LocalDate; readonly shift: string }
>

/** The shift that is named, as the desk's plans have it. */
export const findShift = (
  plans: DeskPlans,
  { desk, date, shift }: Pick<Shift, 'desk' | 'date' | 'shift'>,
): Either<DeskUnknown | ShiftUnknown, Shift> => {
  if (plans.versions.length === 0) return refuse('DESK_UNKNOWN', '§8', { desk })
  const found = shiftOn(plans, date, shift)
  return found === undefined ? refuse('SHIFT_UNKNOWN', '§8', { desk, date, shift }) : right(found)
}

/** From when on the month is over at the desk. */
export const endOfMonth = (plans: DeskPlans, desk: string, month: YearMonth): Either<DeskUnknown, Instant> => {
  const span = monthSpan(plans, month)
  return span === undefined ? refuse('DESK_UNKNOWN', '§8', { desk }) : right(span.to)
}
