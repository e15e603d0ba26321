/** How long to wait between attempts, in milliseconds. */
export interface Backoff {
  /** Before the second attempt, at most. */
  readonly firstMs: number
  /** Before any attempt, at most. */
  readonly mostMs: number
}

/**
 * The wait after `failed` attempts: at most twice as long each time, and anything from half of it up, so that those who
 * failed together do not come back together. `chance` is from 0 to 1, 1 excluded.
 */
export const waitAfter = ({ firstMs, mostMs }: Backoff, failed: number, chance: number): number => {
  const most = Math.min(mostMs, firstMs * 2 ** Math.min(failed - 1, 30))
  return most / 2 + (most / 2) * chance
}
