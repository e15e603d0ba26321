import {
  comparePositions,
  type Batch,
  type EitherBatch,
  type Position,
  type RecordedEvent,
  type StoreError,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { badPlace } from '../wire/failure.js'
import { beforeAll, placeOf } from '../wire/position-token.js'
import type { LogReading } from './check-read-all.js'
import { LogFeed } from './log-feed.js'
import { logEnd } from './log-end.js'
import { readPage } from './page-reader.js'
import type { ReadTools } from './read-tools.js'
import { forGood, interruption, untilItWorks, type Interruption } from './until-it-works.js'

/** From how many bytes of log on it is worth to have the server filter them. */
const WORTH_A_FEED = 262_144n
/** After how many places without an event a reader is told how far the search has come. */
const TOLD_EVERY = 8

/**
 * Reads the log up to its end. The client's own reading of it has no filter: what is far from the end comes over a
 * subscription until that has caught up, and the last stretch in plain pages, which end by themselves. So it ends on
 * every server, also on those that never say that they have caught up, or where they are.
 */
export async function* readAll(tools: ReadTools, reading: LogReading): AsyncGenerator<EitherBatch, undefined> {
  const reader = new ReaderToEnd(tools, reading)
  try {
    let goesOn = true
    while (goesOn) {
      const batch = await reader.next()
      goesOn = !isLeft(batch) && !batch.right.caughtUp
      yield batch
    }
  } finally {
    reader.stop()
  }
}

class ReaderToEnd {
  readonly #tools: ReadTools
  readonly #reading: LogReading
  #upTo: Position
  #read: ReadonlyArray<RecordedEvent> = []
  #taken = 0
  #broken: StoreError | undefined
  #feed: LogFeed | undefined
  #goal: Position | undefined
  #pages = false
  #endSeen = false
  #hushed = 0

  constructor(tools: ReadTools, reading: LogReading) {
    this.#tools = tools
    this.#reading = reading
    this.#upTo = reading.after
  }

  stop(): void {
    this.#feed?.cancel()
    this.#feed = undefined
  }

  async next(): Promise<EitherBatch> {
    const { batchSize } = this.#reading
    const events: Array<RecordedEvent> = []
    // What was at its end when an earlier batch was asked for may have gone on since.
    this.#endSeen = false
    for (;;) {
      while (events.length < batchSize && this.#taken < this.#read.length) {
        const event = this.#read[this.#taken++]
        if (event !== undefined) events.push(event)
      }
      if (events.length === batchSize) return right(this.#batch(events, false))
      if (this.#broken !== undefined) return events.length > 0 ? right(this.#batch(events, false)) : left(this.#broken)
      if (this.#endSeen) return right(this.#batch(events, true))
      if (events.length === 0 && this.#hushed >= TOLD_EVERY) {
        this.#hushed = 0
        return right(this.#batch(events, false))
      }
      const { now, deadlineMs } = this.#tools
      const more = await untilItWorks(this.#tools, now() + deadlineMs, () => this.#fetch())
      if (isLeft(more)) return more
    }
  }

  // Where events are left over, the batch goes no further than its own last one.
  #batch(events: ReadonlyArray<RecordedEvent>, caughtUp: boolean): Batch {
    const isAll = this.#taken === this.#read.length
    return { events, upTo: isAll ? this.#upTo : (events.at(-1)?.position ?? this.#upTo), caughtUp }
  }

  async #fetch(): Promise<Either<Interruption, void>> {
    if (this.#feed !== undefined) return this.#fromFeed(this.#feed)
    if (this.#pages) return this.#fromPage()
    const end = await logEnd(this.#tools, true)
    if (isLeft(end)) return end
    if (end.right === undefined || comparePositions(end.right, this.#upTo) <= 0) {
      this.#endSeen = true
      return right(undefined)
    }
    const [from, to] = [placeOf(this.#upTo), placeOf(end.right)]
    if (isLeft(from) || isLeft(to)) return left(interruption(badPlace))
    if ((to.right?.commit ?? 0n) - (from.right?.commit ?? 0n) < WORTH_A_FEED) return this.#fromPage()
    this.#goal = end.right
    this.#feed = new LogFeed(this.#tools, this.#reading.wanted, this.#upTo, from.right, true)
    return this.#fromFeed(this.#feed)
  }

  async #fromPage(): Promise<Either<Interruption, void>> {
    const page = await readPage(this.#tools, this.#reading.wanted, this.#upTo, true)
    if (isLeft(page)) return this.#asPlace(page)
    const { events, upTo, isLast, broken } = page.right
    this.#hold(events, upTo, broken)
    this.#pages = !isLast
    this.#endSeen = isLast
    return right(undefined)
  }

  async #fromFeed(feed: LogFeed): Promise<Either<Interruption, void>> {
    const { batchSize } = this.#reading
    const events: Array<RecordedEvent> = []
    let inTime = true
    let isThrough = false
    let broken: StoreError | undefined
    // A whole batch at a time: each turn costs more than an event.
    do {
      inTime = await feed.arrived(this.#tools.silenceMs)
      const fed = feed.take(batchSize - events.length)
      for (const event of fed.events) events.push(event)
      if (fed.caughtUp) feed.passed(this.#goal)
      this.#hushed += fed.checkpoints
      broken = fed.broken
      isThrough = fed.caughtUp || (this.#goal !== undefined && comparePositions(feed.upTo, this.#goal) >= 0)
    } while (
      inTime &&
      !isThrough &&
      !feed.isOver &&
      broken === undefined &&
      events.length < batchSize &&
      this.#hushed < TOLD_EVERY
    )
    if (events.length > 0) this.#hushed = 0
    this.#hold(events, feed.upTo, broken)
    // A server that says nothing may have nothing more to say: pages find out.
    this.#pages = !inTime
    if (isThrough || !inTime || feed.isOver) this.stop()
    return feed.failure === undefined || events.length > 0
      ? right(undefined)
      : this.#asPlace(left(interruption(feed.failure)))
  }

  #hold(events: ReadonlyArray<RecordedEvent>, upTo: Position, broken: StoreError | undefined): void {
    this.#read = events
    this.#taken = 0
    this.#upTo = upTo
    this.#broken = broken
  }

  // Servers before 24.2 say of a place that is none only that something was wrong.
  #asPlace<A>(trouble: Either<Interruption, A>): Either<Interruption, A> {
    const isUnexplained = isLeft(trouble) && trouble.left.error.code === 'STORE_FAILED'
    const isGivenPlace = this.#upTo === this.#reading.after && this.#upTo !== beforeAll
    return isUnexplained && isGivenPlace ? left(forGood(interruption(badPlace).error)) : trouble
  }
}
