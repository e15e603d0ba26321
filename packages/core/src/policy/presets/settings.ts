import type { Policy } from '../policy.js'

/**
 * The other sides of what the sources leave open or contradict each other in: each takes a policy and gives it with one
 * thing changed, under the clause it comes from. They compose: `cashierSameDay(reviewWithinThreeWorkingDays(policy))`.
 * The result is another policy: give it an id or a version of its own.
 */
export type Setting = (policy: Policy) => Policy

const deadlines = (policy: Policy, changed: Partial<Policy['deadlines']>): Policy => ({
  ...policy,
  deadlines: { ...policy.deadlines, ...changed },
})

/** RV1 (D19 四.2): three working days to review instead of 24 hours. */
export const reviewWithinThreeWorkingDays: Setting = (policy) =>
  deadlines(policy, { review: { limit: { kind: 'endOfWorkingDay', days: 3 }, source: 'RV1' } })

/** PY4 (D14.1): a charge without an order goes back to its card within 24 hours. */
export const toCardWithin24Hours: Setting = (policy) =>
  deadlines(policy, { toCard: { limit: { kind: 'elapsed', minutes: 24 * 60 }, source: 'PY4' } })

/** PY2 (D3 四): what was approved is paid before duty ends that day. */
export const cashierSameDay: Setting = (policy) =>
  deadlines(policy, { cashierSameDay: { limit: { kind: 'timeOfDay', time: '18:00', day: 'same' }, source: 'PY2' } })

/** PY3: 第二天 read as the next working day. */
export const exceptionReportNextWorkingDay: Setting = (policy) =>
  deadlines(policy, {
    exceptionReport: { limit: { kind: 'timeOfDay', time: '10:00', day: 'nextWorkingDay' }, source: 'PY3' },
  })

/** IN17 (D15.2): ten working days from purchase, for every reason that has a window. */
export const returnWithinTenWorkingDaysOfPurchase: Setting = (policy) => ({
  ...policy,
  windows: policy.windows.map((window) => ({
    ...window,
    from: 'purchase',
    limit: { kind: 'endOfWorkingDay', days: 10 },
    source: 'IN17',
  })),
})

/** SH4: outbound freight goes back with the last goods whoever's fault it was, or never. */
export const outboundFreight =
  (rule: Policy['freight']['rule']): Setting =>
  (policy) => ({ ...policy, freight: { rule, source: 'SH4' } })

/** PY1: money goes back only the way it came. */
export const originalChannelOnly: Setting = (policy) => ({ ...policy, destinations: { methods: [], source: 'PY1' } })

/** AP2: the president as a further step above this amount (minor units). */
export const presidentAbove =
  (above: number): Setting =>
  (policy) => ({ ...policy, president: { above, source: 'AP2' } })
