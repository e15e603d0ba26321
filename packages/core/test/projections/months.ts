import fc from 'fast-check'
import type { History } from './histories.js'
import { inGlobalOrder, steps, told, type LedgerStep, type Placed, type Written } from './log.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.parse('2026-06-28T00:00:00.000Z')

// 08:00, 16:00, midnight and 00:30 in Shanghai: shift and month boundaries.
const boundaries = [0, 8 * HOUR, 16 * HOUR, 16.5 * HOUR]

/** The first boundary of shift or month after an instant. */
const boundaryAfter = (millis: number): number => {
  const day = Math.floor(millis / DAY) * DAY
  return [...boundaries.map((at) => day + at), day + DAY].find((at) => at > millis) ?? millis
}

/** On to some minutes later, or exactly to the next boundary, or a millisecond to either side of it. */
const pace = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((minutes) => (from: number) => from + minutes * MINUTE),
  fc.constantFrom(-1, 0, 1).map((beside) => (from: number) => Math.max(from, boundaryAfter(from) + beside)),
)

const instants = fc
  .tuple(fc.integer({ min: 0, max: 8 * 24 }), fc.array(pace, { minLength: 24, maxLength: 24 }))
  .map(([hours, paces]) => {
    const at: Array<number> = []
    let millis = START + hours * HOUR
    for (const on of paces) {
      millis = on(millis)
      at.push(millis)
    }
    return at
  })

const lag = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.integer({ min: 1, max: 72 }).map((hours) => hours * HOUR),
)

/** Cases of two desks over the end of a month, some of them written later than they happened. */
export const casesOver = (histories: ReadonlyArray<History>, most = 12): fc.Arbitrary<ReadonlyArray<Written>> =>
  fc
    .array(
      fc.record({
        history: fc.constantFrom(...histories),
        desk: fc.constantFrom('main', 'second'),
        currency: fc.constantFrom('CNY', 'USD'),
        at: instants,
        lag,
      }),
      { minLength: 1, maxLength: most },
    )
    .map((cases) =>
      cases.flatMap(({ history, desk, currency, at, lag: late }, index) =>
        told({ no: index + 1, history, desk, currency, at, lag: late }),
      ),
    )

const stepsOf = (month: string, from: number): fc.Arbitrary<ReadonlyArray<Written>> =>
  fc
    .record({
      first: fc.constantFrom('customerService' as const, 'finance' as const),
      hours: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }),
      again: fc.boolean(),
      crossing: fc.boolean(),
      archived: fc.boolean(),
    })
    .map(({ first, hours: [a = 1, b = 1, c = 1], again, crossing, archived }) => {
      const other = first === 'finance' ? ('customerService' as const) : ('finance' as const)
      const approval = { cut: { [first]: again ? 1 : 0, [other]: 0 } }
      const own: Array<LedgerStep> = [['Prepared', from + a * HOUR]]
      if (again) own.push(['Prepared', from + (a + b + c) * HOUR])
      if (archived) own.push(['HeadApproved', from + 91 * HOUR, approval], ['Archived', from + 93 * HOUR])
      const others: Array<LedgerStep> = [['Prepared', from + (a + b) * HOUR]]
      if (crossing && archived) others.push(['Prepared', from + 92 * HOUR])
      return steps(first, month, own).concat(steps(other, month, others))
    })

/** Cases, and the steps of the ledgers of June and July; June is archived, if it is, before July is prepared. */
export const months = (histories: ReadonlyArray<History>): fc.Arbitrary<ReadonlyArray<Placed>> =>
  fc
    .tuple(
      casesOver(histories),
      stepsOf('2026-06', Date.parse('2026-06-30T16:00:00.000Z')),
      stepsOf('2026-07', Date.parse('2026-07-05T16:00:00.000Z')),
    )
    .map(([cases, june, july]) => inGlobalOrder([...cases, ...june, ...july]))
