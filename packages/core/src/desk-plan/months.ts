import {
  addMillis,
  addMonths,
  dayHolding,
  firstDayOf,
  later,
  limitOf,
  monthOf,
  startOfDay,
  type Instant,
  type LimitAnswer,
  type WorkCalendar,
  type YearMonth,
} from '../calendar/index.js'
import { isInForce, planAt, type DeskPlans } from './state.js'

/** From `from` up to, not including, `to`. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The one month of the desk that `instant` lies in (rule 16); none only where the desk has no plan. */
export const monthAt = (plans: DeskPlans, instant: Instant): YearMonth | undefined => {
  const plan = planAt(plans, instant)
  return plan === undefined ? undefined : monthOf(dayHolding(plan.timeZone, instant))
}

/** Where the desk's month begins: by the first plan in whose time it does, a zone being changed only within a month. */
const beginOf = ({ versions }: DeskPlans, month: YearMonth): Instant | undefined => {
  for (const [index, { plan }] of versions.entries()) {
    const begin = startOfDay(plan.timeZone, firstDayOf(month))
    const next = versions[index + 1]?.plan
    if (next === undefined || !isInForce(next, begin))
      return plan.inForceFrom === 'beginning' ? begin : later(begin, plan.inForceFrom)
  }
  return undefined
}

/** The month in the desk's zone: the instants for which `monthAt` answers it. */
export const monthSpan = (plans: DeskPlans, month: YearMonth): Span | undefined => {
  const from = beginOf(plans, month)
  const to = beginOf(plans, addMonths(month, 1))
  return from === undefined || to === undefined ? undefined : { from, to }
}

// LG1: the day after the last of the month, that is the 1st.
const DAYS_AFTER_THE_LAST = 1

/**
 * By when the ledger of `month` is to be submitted (LG1): the end of the 1st of the next month, moved as the plan at the
 * month's end says, by the working days that `calendar` knows.
 */
export const ledgerDue = (plans: DeskPlans, calendar: WorkCalendar, month: YearMonth): LimitAnswer | undefined => {
  const end = monthSpan(plans, month)?.to
  if (end === undefined) return undefined
  const last = addMillis(end, -1)
  const plan = planAt(plans, last)
  if (plan === undefined) return undefined
  const limit = { kind: 'calendarDays', days: DAYS_AFTER_THE_LAST, move: plan.ledgerDue.rollForward } as const
  return limitOf(limit, plan.timeZone, calendar, last)
}
