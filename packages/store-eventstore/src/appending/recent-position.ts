import { comparePositions, type Position } from '@refund-case/core'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'

/** How long the last answer tells where the log ends, in milliseconds. */
const FRESH_MS = 5

/**
 * The latest place in the log that an answer named. The server does not say whether it wrote a batch now or knew it
 * already, but then it answers with the place where it wrote it: one at or before a place that was known when the batch
 * was sent.
 */
export class RecentPosition {
  readonly #now: () => number
  readonly #readEnd: () => Promise<Either<unknown, Position | undefined>>
  #learning: Promise<boolean> | undefined
  #latest: Position | undefined
  #at = 0

  constructor(now: () => number, readEnd: () => Promise<Either<unknown, Position | undefined>>) {
    this.#now = now
    this.#readEnd = readEnd
  }

  /** The latest place so far. */
  get latest(): Position | undefined {
    return this.#latest
  }

  /**
   * Sees to it that the place is a new one, by asking where the log ends where no answer said so of late; once for all
   * who want to know at the same time. Answers whether it is known now.
   */
  async refresh(): Promise<boolean> {
    if (this.#latest !== undefined && this.#now() - this.#at <= FRESH_MS) return true
    this.#learning ??= this.#learn()
    return this.#learning
  }

  saw(position: Position | undefined): void {
    if (position === undefined) return
    this.#at = this.#now()
    if (this.#latest === undefined || comparePositions(this.#latest, position) < 0) this.#latest = position
  }

  async #learn(): Promise<boolean> {
    const known = this.#latest
    const end = await this.#readEnd()
    this.#learning = undefined
    if (isLeft(end)) return false
    // A log that ends before a place that was known has lost what stood there, and writes there again.
    if (known !== undefined && (end.right === undefined || comparePositions(end.right, known) < 0)) this.forget()
    this.saw(end.right)
    return true
  }

  /** After trouble: the server may have come back with an earlier log. */
  forget(): void {
    this.#latest = undefined
  }
}
