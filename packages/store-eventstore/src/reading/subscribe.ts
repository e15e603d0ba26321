import type { Batch, EitherBatch, Position, StoreError, Subscription } from '@refund-case/core'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { waitAfter } from '../appending/backoff.js'
import { badPlace, toStoreError } from '../wire/failure.js'
import { beforeAll, placeOf } from '../wire/position-token.js'
import type { LogReading } from './check-read-all.js'
import { LogFeed, type Fed } from './log-feed.js'
import { logEnd } from './log-end.js'
import { readPage } from './page-reader.js'
import type { ReadTools } from './read-tools.js'
import { interruption, type Interruption } from './until-it-works.js'

/** A subscription that broke and is taken up again by itself. */
export interface Reconnection {
  readonly reason: StoreError
  /** How often in a row it has been tried, from 1. */
  readonly attempt: number
  /** The place after which it goes on. */
  readonly after: Position
}

/** How a subscription stands. */
export interface SubscriptionStatus {
  readonly state: 'idle' | 'catchingUp' | 'live' | 'reconnecting' | 'ended'
  /** Everything up to here was handed to the reader. */
  readonly upTo: Position
  readonly reconnections: number
  /** Why it broke last. */
  readonly lastReason: StoreError | undefined
}

/** A subscription that can be asked how it stands. Its lag is the log between `upTo` and the store's `end`. */
export interface LiveSubscription extends Subscription {
  readonly status: () => SubscriptionStatus
}

type Result = IteratorResult<EitherBatch, undefined>
const ended: Result = { done: true, value: undefined }

/** After how long a silence it is looked whether there is nothing, or the server does not say so. */
const QUIET_MS = 2_000

/**
 * Reads the log after a place, and goes on live. Nothing is taken from the network that its reader has not asked for, so
 * that a slow one slows itself. When it breaks, it begins again after the last place it came to.
 */
export class LogSubscription implements LiveSubscription, AsyncIterator<EitherBatch, undefined> {
  readonly #tools: ReadTools
  readonly #reading: LogReading
  readonly #report: (reconnection: Reconnection) => void
  #upTo: Position
  #feed: LogFeed | undefined
  #end: Position | undefined
  #state: SubscriptionStatus['state'] = 'idle'
  #toldCaughtUp = false
  #failures = 0
  #reconnections = 0
  #lastReason: StoreError | undefined
  #broken: StoreError | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #wake: (() => void) | undefined

  constructor(tools: ReadTools, reading: LogReading, report: (reconnection: Reconnection) => void) {
    this.#tools = tools
    this.#reading = reading
    this.#report = report
    this.#upTo = reading.after
  }

  [Symbol.asyncIterator](): AsyncIterator<EitherBatch, undefined> {
    return this
  }

  /** Who asks several times at once is answered in the order of asking. */
  next(): Promise<Result> {
    const before = this.#turn
    const own = (async () => {
      await before
      return this.#next()
    })()
    this.#turn = own
    return own
  }

  return(): Promise<Result> {
    this.close()
    return Promise.resolve(ended)
  }

  close(): void {
    this.#state = 'ended'
    this.#feed?.cancel()
    this.#feed = undefined
    this.#wake?.()
  }

  readonly status = (): SubscriptionStatus => ({
    state: this.#state,
    upTo: this.#upTo,
    reconnections: this.#reconnections,
    lastReason: this.#lastReason,
  })

  async #next(): Promise<Result> {
    for (;;) {
      if (this.#hasEnded()) return ended
      if (this.#broken !== undefined) return this.#endWith(this.#broken)
      const trouble = this.#feed === undefined ? await this.#open() : undefined
      if (trouble !== undefined) {
        if (!(await this.#takeUpAgain(trouble))) return this.#hasEnded() ? ended : this.#endWith(trouble.error)
        continue
      }
      const feed = this.#feed
      if (feed === undefined) continue
      const batch = this.#batchFrom(feed)
      if (batch !== undefined) return { done: false, value: right(batch) }
      if (this.#broken !== undefined) continue
      if (feed.isOver) {
        const reason = interruption(feed.failure ?? endedByServer)
        if (!(await this.#takeUpAgain(this.#asPlace(reason))))
          return this.#hasEnded() ? ended : this.#endWith(this.#asPlace(reason).error)
        continue
      }
      const inTime = await feed.arrived(this.#state === 'live' ? Infinity : Math.min(QUIET_MS, this.#tools.silenceMs))
      if (!inTime) await this.#lookWhetherCaughtUp(feed)
    }
  }

  #hasEnded(): boolean {
    if (this.#state !== 'ended' && this.#tools.closed() !== undefined) this.close()
    return this.#state === 'ended'
  }

  #endWith(error: StoreError): Result {
    this.close()
    return { done: false, value: left(error) }
  }

  // The end of the log as it was before: with it, what was passed is known where the server does not say.
  async #open(): Promise<Interruption | undefined> {
    if (this.#state === 'idle') this.#state = 'catchingUp'
    const end = await logEnd(this.#tools, false)
    if (isLeft(end)) return end.left
    const place = placeOf(this.#upTo)
    if (isLeft(place)) return { error: place.left, passes: false }
    if (this.#hasEnded()) return undefined
    this.#end = end.right
    this.#feed = new LogFeed(this.#tools, this.#reading.wanted, this.#upTo, place.right, false)
    return undefined
  }

  #batchFrom(feed: LogFeed): Batch | undefined {
    const fed = feed.take(this.#reading.batchSize)
    if (fed.caughtUp) {
      feed.passed(this.#end)
      this.#state = 'live'
    }
    const isFurther = fed.events.length > 0 || fed.checkpoints > 0
    if (isFurther || fed.caughtUp) this.#failures = 0
    this.#upTo = feed.upTo
    this.#broken = fed.broken
    const tells = isFurther || (fed.caughtUp && !this.#toldCaughtUp)
    if (!tells) return undefined
    const caughtUp = this.#isAtEnd(fed)
    this.#toldCaughtUp ||= caughtUp
    return { events: fed.events, upTo: feed.upTo, caughtUp }
  }

  // Live, a batch that is not full took everything there was.
  #isAtEnd({ events, caughtUp, broken }: Fed): boolean {
    if (broken !== undefined) return false
    return caughtUp || (this.#state === 'live' && events.length < this.#reading.batchSize)
  }

  async #takeUpAgain({ error, passes }: Interruption): Promise<boolean> {
    this.#feed?.cancel()
    this.#feed = undefined
    if (!passes || this.#hasEnded()) return false
    this.#state = 'reconnecting'
    this.#failures += 1
    this.#reconnections += 1
    this.#lastReason = error
    try {
      this.#report({ reason: error, attempt: this.#failures, after: this.#upTo })
    } catch {
      // What a report does is its own affair.
    }
    const { backoff, chance, sleep } = this.#tools
    const closed = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    await Promise.race([sleep(waitAfter(backoff, this.#failures, chance())), closed])
    return !this.#hasEnded()
  }

  // Some servers never say that they have caught up. Where a plain reading finds nothing more, they have.
  async #lookWhetherCaughtUp(feed: LogFeed): Promise<void> {
    const page = await readPage(this.#tools, this.#reading.wanted, feed.upTo, false)
    if (isLeft(page) || this.#feed !== feed) return
    const { events, upTo, isLast } = page.right
    if (events.length > 0 || !isLast) return
    feed.passed(upTo)
    this.#end = upTo
    this.#state = 'live'
    feed.caughtUpSilently()
  }

  #asPlace(trouble: Interruption): Interruption {
    const isGivenPlace = this.#upTo === this.#reading.after && this.#upTo !== beforeAll
    return trouble.error.code === 'STORE_FAILED' && isGivenPlace && this.#lastReason?.code === 'STORE_FAILED'
      ? { error: toStoreError(badPlace), passes: false }
      : trouble
  }
}

const endedByServer = {
  code: 'STORE_UNAVAILABLE',
  acted: 'no',
  passes: true,
  message: 'The server ended the subscription. It is taken up again by itself.',
  facts: {},
} as const
