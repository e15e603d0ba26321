import {
  addDays,
  dayHolding,
  monthOf,
  startOfDay,
  type Instant,
  type LocalDate,
  type YearMonth,
} from '../../calendar/index.js'
import {
  deskPlanKind,
  monthAt,
  monthSpan,
  planAt,
  shiftAt,
  shiftBefore,
  threeShifts,
  type DeskPlan,
  type DeskPlanEvent,
  type DeskPlans,
  type Shift,
  type Span,
} from '../../desk-plan/index.js'
import { spanIn } from '../../desk-plan/shift-span.js'
import type { Stored } from '../../eventsourcing/index.js'
import { reading, type Reader } from '../runner/projection.js'

/** Where the instants of each desk lie: in which shift, month and day, by its plans as far as they are known. */
export interface DeskTimes {
  readonly reader: Reader
  readonly shiftAt: (desk: string, instant: Instant) => Shift
  readonly monthAt: (desk: string, instant: Instant) => YearMonth
  readonly dateAt: (desk: string, instant: Instant) => LocalDate
  readonly planAt: (desk: string, instant: Instant) => DeskPlan
  readonly newestPlan: (desk: string) => DeskPlan
  /** The shift that this one took over from; none at the beginning of time. */
  readonly shiftBefore: (shift: Shift) => Shift | undefined
  readonly plansOf: (desk: string) => DeskPlans
  /** The desks that have a plan, each with all it has published. */
  readonly save: () => Iterable<readonly [desk: string, plans: DeskPlans]>
}

interface Desk {
  readonly plans: DeskPlans
  month: { readonly is: YearMonth; readonly span: Span } | undefined
  day: { readonly is: LocalDate; readonly span: Span; readonly plan: DeskPlan } | undefined
}

/**
 * The times of desks, from their plans. A desk without one works by `usual`, from the beginning on; what it published
 * later holds for what comes later in the global order.
 */
export const deskTimes = (
  saved: Iterable<readonly [desk: string, plans: DeskPlans]> = [],
  usual: (desk: string) => DeskPlan = threeShifts,
): DeskTimes => {
  const desks = new Map<string, Desk>()
  const published = new Map<string, DeskPlans>(saved)
  for (const [desk, plans] of published) desks.set(desk, { plans, month: undefined, day: undefined })

  const deskOf = (desk: string): Desk => {
    const known = desks.get(desk)
    if (known !== undefined) return known
    const assumed: Desk = { plans: { versions: [{ plan: usual(desk), digest: '' }] }, month: undefined, day: undefined }
    desks.set(desk, assumed)
    return assumed
  }

  const take = (event: Stored<DeskPlanEvent>): undefined => {
    const { desk } = event.data.plan
    const plans = deskPlanKind.evolve(published.get(desk) ?? deskPlanKind.initial, event)
    published.set(desk, plans)
    desks.set(desk, { plans, month: undefined, day: undefined })
  }

  const planIn = (desk: string, instant: Instant): DeskPlan => planAt(deskOf(desk).plans, instant) ?? usual(desk)

  return {
    reader: reading(deskPlanKind, take),
    plansOf: (desk) => deskOf(desk).plans,
    planAt: planIn,
    newestPlan: (desk) => deskOf(desk).plans.versions.at(-1)?.plan ?? usual(desk),
    shiftBefore: (shift) => {
      const before = shiftBefore(deskOf(shift.desk).plans, shift)
      return before !== undefined && before.from < shift.from ? before : undefined
    },
    dateAt: (desk, instant) => {
      const known = deskOf(desk)
      const last = known.day
      const plan = planIn(desk, instant)
      if (last?.plan === plan && last.span.from <= instant && instant < last.span.to) return last.is
      const { timeZone } = plan
      const is = dayHolding(timeZone, instant)
      known.day = { is, span: { from: startOfDay(timeZone, is), to: startOfDay(timeZone, addDays(is, 1)) }, plan }
      return is
    },
    shiftAt: (desk, instant) => shiftAt(deskOf(desk).plans, instant) ?? spanIn(usual(desk), instant),
    monthAt: (desk, instant) => {
      const known = deskOf(desk)
      const last = known.month
      if (last !== undefined && last.span.from <= instant && instant < last.span.to) return last.is
      const is = monthAt(known.plans, instant) ?? monthOf(dayHolding(usual(desk).timeZone, instant))
      const span = monthSpan(known.plans, is)
      if (span !== undefined) known.month = { is, span }
      return is
    },
    save: () => published,
  }
}
