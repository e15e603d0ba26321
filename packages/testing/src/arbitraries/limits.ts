import type { Policy } from '@refund-case/core'
import fc from 'fast-check'

/** A time limit as a policy has it. */
export type PolicyLimit = NonNullable<Policy['deadlines']['review']>['limit']

export interface LimitConstraints {
  /** Default 12. */
  readonly maxDays?: number
}

const times = ['10:00', '18:00', '00:00', '23:59'] as const

/** A limit of any kind, short enough to be missed. */
export const limits = ({ maxDays = 12 }: LimitConstraints = {}): fc.Arbitrary<PolicyLimit> => {
  const days = fc.nat(maxDays)
  return fc.oneof(
    fc.record({ kind: fc.constant('elapsed' as const), minutes: fc.nat(maxDays * 24 * 60) }),
    fc.record({ kind: fc.constant('endOfWorkingDay' as const), days }),
    fc.record({
      kind: fc.constant('calendarDays' as const),
      days,
      move: fc.constantFrom('none' as const, 'offWeekend' as const, 'offRestDays' as const),
    }),
    fc.record({
      kind: fc.constant('timeOfDay' as const),
      time: fc.constantFrom(...times),
      day: fc.constantFrom('same' as const, 'nextCalendarDay' as const, 'nextWorkingDay' as const),
    }),
  )
}
