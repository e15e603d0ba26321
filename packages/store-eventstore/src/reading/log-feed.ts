import { comparePositions, type Position, type RecordedEvent, type StoreError } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Failure } from '../wire/failure.js'
import { positionToken, type LogPosition } from '../wire/position-token.js'
import { Incoming } from './incoming.js'
import { pick } from './page-reader.js'
import { subscriptionRequest } from './read-request.js'
import type { ReadTools } from './read-tools.js'
import type { Wanted } from './server-filter.js'

/** What a feed brought, in its order. */
export interface Fed {
  readonly events: ReadonlyArray<RecordedEvent>
  /** The server says that it has sent everything there is. It may say so many times. */
  readonly caughtUp: boolean
  /** How often the server said where it is, with nothing to send. */
  readonly checkpoints: number
  /** What came after these events is asked for and cannot be read. */
  readonly broken: StoreError | undefined
}

/** One subscription to the log, filtered by the server. It brings each event once, and none at or before its start. */
export class LogFeed {
  readonly #wanted: Wanted
  readonly #incoming: Incoming
  readonly #forget: () => void
  #upTo: Position
  #isAhead = false
  #saysCaughtUp = false

  constructor(
    tools: ReadTools,
    wanted: Wanted,
    after: Position,
    place: LogPosition | undefined,
    requiresLeader: boolean,
  ) {
    this.#wanted = wanted
    this.#upTo = after
    this.#incoming = new Incoming(tools.connection, subscriptionRequest(place, wanted.server), requiresLeader)
    this.#forget = tools.track(this.#incoming)
  }

  /** The last place that the server has passed. */
  get upTo(): Position {
    return this.#upTo
  }

  get isOver(): boolean {
    return this.#incoming.isOver
  }

  get failure(): Failure | undefined {
    return this.#incoming.failure
  }

  arrived(timeoutMs: number): Promise<boolean> {
    return this.#incoming.arrived(timeoutMs)
  }

  cancel(): void {
    this.#forget()
    this.#incoming.cancel()
  }

  /** Takes what has arrived, up to so many events, and up to where the server says that it has caught up. */
  take(most: number): Fed {
    const events: Array<RecordedEvent> = []
    let checkpoints = 0
    if (this.#saysCaughtUp) {
      this.#saysCaughtUp = false
      return { events, caughtUp: true, checkpoints, broken: undefined }
    }
    while (events.length < most) {
      const message = this.#incoming.take()
      if (message === undefined) break
      const event = message.getEvent()?.getEvent()
      if (event !== undefined) {
        const position = positionToken(event.getCommitPosition(), event.getPreparePosition())
        if (!this.#isFurther(position)) continue
        const picked = pick(this.#wanted, event)
        if (picked !== undefined && isLeft(picked)) return { events, caughtUp: false, checkpoints, broken: picked.left }
        this.#upTo = position
        if (picked !== undefined) events.push(picked.right)
      } else if (message.hasCaughtUp()) return { events, caughtUp: true, checkpoints, broken: undefined }
      else {
        const checkpoint = message.getCheckpoint()
        if (checkpoint === undefined) continue
        const position = positionToken(checkpoint.getCommitPosition(), checkpoint.getPreparePosition())
        if (comparePositions(position, this.#upTo) > 0) this.#upTo = position
        checkpoints += 1
      }
    }
    return { events, caughtUp: false, checkpoints, broken: undefined }
  }

  /** What lies before a place that was passed lies before everything that follows. */
  passed(place: Position | undefined): void {
    if (place !== undefined && comparePositions(this.#upTo, place) < 0) this.#upTo = place
  }

  /** It was found out that nothing is missing, though the server did not say so. */
  caughtUpSilently(): void {
    this.#saysCaughtUp = true
  }

  // Only at its start can a subscription give what was there before.
  #isFurther(position: Position): boolean {
    this.#isAhead ||= comparePositions(position, this.#upTo) > 0
    return this.#isAhead
  }
}
