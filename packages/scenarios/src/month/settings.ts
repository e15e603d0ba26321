import {
  china2026,
  chinaRetail,
  threeShifts,
  type DeskPlan,
  type Policy,
  type WorkCalendarYear,
} from '@refund-case/core'

/** Which month is played, and how large the shop is. */
export interface MonthSettings {
  /** Another seed is another month (default 1). */
  readonly seed?: number
  /** `YYYY-MM` (default 2026-06, with the Dragon Boat holiday). */
  readonly month?: string
  /** Requests in the month (default 2,000); freight compensations come on top. */
  readonly cases?: number
  readonly desks?: ReadonlyArray<DeskPlan>
  readonly policy?: Policy
  readonly calendars?: ReadonlyArray<WorkCalendarYear>
}

export const monthDefaults: Required<MonthSettings> = {
  seed: 1,
  month: '2026-06',
  cases: 2_000,
  desks: [threeShifts('east'), threeShifts('west')],
  policy: chinaRetail,
  calendars: [china2026],
}
