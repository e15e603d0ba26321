import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { millisBetween, type Instant } from '../calendar/index.js'
import type { Refusal } from './refusal.js'

/** The clock is further behind the stream's last event than clocks of one shop may differ. */
export type TimeRunsBackwards = Refusal<
  'TIME_RUNS_BACKWARDS',
  { readonly now: Instant; readonly lastOccurredAt: Instant; readonly maxClockSkewMs: number }
>

/**
 * When a decision taken `now` occurs: now, or with the stream's last event where the clock is behind that by no more
 * than `maxClockSkewMs`, so that no stream runs backwards.
 */
export const occurredNow = (
  now: Instant,
  lastOccurredAt: Instant | undefined,
  maxClockSkewMs: number,
): Either<TimeRunsBackwards, Instant> => {
  if (lastOccurredAt === undefined || now >= lastOccurredAt) return right(now)
  if (millisBetween(now, lastOccurredAt) <= maxClockSkewMs) return right(lastOccurredAt)
  const facts = { now, lastOccurredAt, maxClockSkewMs }
  return left({ kind: 'refusal', code: 'TIME_RUNS_BACKWARDS', rule: '§2', facts })
}
