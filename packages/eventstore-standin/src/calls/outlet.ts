import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'
import type { Failure } from '../protocol/failure.js'
import type { ReadAnswer } from '../protocol/read-answers.js'

export type ReadCall = ServerWritableStream<streams.ReadReq, ReadAnswer>

/** The way out of a read: it takes only as much as the client does. */
export class Outlet {
  readonly #call: ReadCall
  readonly #closing = new Set<() => void>()
  #isFull = false
  #isHeld = false
  #isClosed = false
  #wake: (() => void) | undefined
  #brake: { left: number; readonly strike: () => void } | undefined

  constructor(call: ReadCall) {
    this.#call = call
    call.on('drain', () => {
      this.#isFull = false
      if (!this.#isHeld) this.#wake?.()
    })
    for (const end of ['cancelled', 'close'] as const) call.on(end, () => this.#close())
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Whether the client has to take something first. */
  get isFull(): boolean {
    return this.#isFull || this.#isHeld
  }

  /** Says something that is no event. */
  say(answer: ReadAnswer): void {
    if (!this.#isClosed) this.#isFull = !this.#call.write(answer)
  }

  sendEvent(answer: ReadAnswer): void {
    this.say(answer)
    if (this.#brake !== undefined && --this.#brake.left <= 0) this.#hold(this.#brake.strike)
  }

  /** Resolves once there is room, or never will be. */
  room(): Promise<void> {
    if (!this.isFull || this.#isClosed) return Promise.resolve()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  /** Stops after so many events and does something; `release` lets it go on. */
  brake(events: number, strike: () => void): void {
    if (events <= 0) this.#hold(strike)
    else this.#brake = { left: events, strike }
  }

  release(): void {
    this.#isHeld = false
    if (!this.#isFull) this.#wake?.()
  }

  /** Calls back once, when the call has ended. */
  onClose(closed: () => void): void {
    if (this.#isClosed) closed()
    else this.#closing.add(closed)
  }

  end(): void {
    if (!this.#isClosed) this.#call.end()
    this.#close()
  }

  fail(failure: Failure): void {
    if (!this.#isClosed) this.#call.emit('error', failure)
    this.#close()
  }

  #hold(strike: () => void): void {
    this.#brake = undefined
    this.#isHeld = true
    strike()
  }

  #close(): void {
    this.#isClosed = true
    this.#wake?.()
    for (const closed of this.#closing) closed()
    this.#closing.clear()
  }
}
