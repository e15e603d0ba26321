import type { DurationFigures } from './figures.js'

/**
 * How often something took so many whole minutes. Exact, adds up over periods, and no larger than the minutes that came,
 * however many events did.
 */
export type Durations = Record<string, number>

const MINUTE = 60_000

/** Counts one more, which took so many milliseconds. */
export const addDuration = (durations: Durations, millis: number): void => {
  const minutes = Math.max(0, Math.floor(millis / MINUTE))
  durations[minutes] = (durations[minutes] ?? 0) + 1
}

/** The figures over several periods. */
export const durationFigures = (all: ReadonlyArray<Durations>): DurationFigures => {
  const counts = new Map<number, number>()
  let count = 0
  for (const durations of all)
    for (const [minutes, times] of Object.entries(durations)) {
      counts.set(Number(minutes), (counts.get(Number(minutes)) ?? 0) + times)
      count += times
    }
  const sorted = [...counts].toSorted(([a], [b]) => a - b)
  const atRank = (rank: number): number | null => {
    let seen = 0
    for (const [minutes, times] of sorted) {
      seen += times
      if (seen >= rank) return minutes
    }
    return null
  }
  return {
    count,
    median: count === 0 ? null : atRank(Math.ceil(count / 2)),
    p90: count === 0 ? null : atRank(Math.ceil((count * 9) / 10)),
    longest: sorted.at(-1)?.[0] ?? null,
  }
}
