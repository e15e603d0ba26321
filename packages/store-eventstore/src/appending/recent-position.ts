import { comparePositions, type Position } from '@refund-case/core'

/** How long the last answer tells where the log ends, in milliseconds. */
const FRESH_MS = 5

/**
 * The latest place in the log that an answer named. The server does not say whether it wrote a batch now or knew it
 * already, but then it answers with the place where it wrote it: one at or before a place that was known when the batch
 * was sent.
 */
export class RecentPosition {
  readonly #now: () => number
  #latest: Position | undefined
  #at = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The latest place so far. */
  get latest(): Position | undefined {
    return this.#latest
  }

  /** Whether it is so new that nobody else can have written a batch and this process have learnt of it since. */
  get isFresh(): boolean {
    return this.#latest !== undefined && this.#now() - this.#at <= FRESH_MS
  }

  saw(position: Position | undefined): void {
    if (position === undefined) return
    this.#at = this.#now()
    if (this.#latest === undefined || comparePositions(this.#latest, position) < 0) this.#latest = position
  }

  /** After trouble: the server may have come back with an earlier log. */
  forget(): void {
    this.#latest = undefined
  }
}
