import { addMillis, nearestInstant, type Instant } from '@refund-case/core'
import fc from 'fast-check'

export interface InstantConstraints {
  /** Default 2026-01-05T00:00:00.000Z. */
  readonly from?: Instant
  /** Default 2026-10-20T00:00:00.000Z: the long holidays of 2026 lie between. */
  readonly to?: Instant
}

const millis = (text: string): number => Date.parse(text)

/** An instant, to the millisecond; often just before or after a midnight of Shanghai. */
export const instants = ({ from, to }: InstantConstraints = {}): fc.Arbitrary<Instant> => {
  const min = millis(from ?? '2026-01-05T00:00:00.000Z')
  const max = millis(to ?? '2026-10-20T00:00:00.000Z')
  const any = fc.integer({ min, max })
  const within = (ms: number) => Math.min(Math.max(ms, min), max)
  const nearMidnight = fc
    .tuple(any, fc.integer({ min: -2, max: 2 }))
    .map(([ms, off]) => within(Math.floor(ms / 86_400_000) * 86_400_000 - 28_800_000 + off))
  return fc.oneof({ arbitrary: any, weight: 3 }, nearMidnight).map(nearestInstant)
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export interface WaitConstraints {
  /** Whether the clock may be set back, by less and by more than a stream allows (default true). */
  readonly backwards?: boolean
}

/**
 * How much time passes before something happens, in milliseconds: none, seconds, minutes, hours, sometimes days; seldom
 * the clock is set back.
 */
export const waits = ({ backwards = true }: WaitConstraints = {}): fc.Arbitrary<number> =>
  fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 90 * MINUTE }), weight: 8 },
    { arbitrary: fc.integer({ min: 0, max: 30 * SECOND }), weight: 4 },
    { arbitrary: fc.integer({ min: 0, max: 26 * HOUR }), weight: 4 },
    { arbitrary: fc.integer({ min: 0, max: 9 * DAY }), weight: 1 },
    ...(backwards ? [{ arbitrary: fc.integer({ min: 1, max: 9_000 }).map((ms) => -ms), weight: 1 }] : []),
  )

/** The clock after a wait. */
export const afterWait = (now: Instant, wait: number): Instant => addMillis(now, wait)
