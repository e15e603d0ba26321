import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type { Connection, ReadCall } from '../wire/connection.js'
import { failureOf, noAnswer, noConnection, type Failure } from '../wire/failure.js'

/** How many messages wait here for their reader before no more are taken from the network. */
const MOST_WAITING = 64

/**
 * What comes over one read call, in its order, pulled by its reader: but for a few, what is not taken stays with the
 * network, and the server sends no more. It never rejects.
 */
export class Incoming {
  #call: ReadCall | undefined
  #waiting: Array<pb.ReadResp> = []
  #taken = 0
  #ended = false
  #failure: Failure | undefined
  #cancelled = false
  #wake: (() => void) | undefined
  #willWake = false

  constructor(connection: Connection, request: pb.ReadReq, requiresLeader: boolean) {
    connection.read(request, { requiresLeader }).then(
      (call) => this.#open(call),
      (error: unknown) => this.#fail(failureOf(error)),
    )
  }

  /** The next message that has arrived; undefined where none has yet, or none will. */
  take(): pb.ReadResp | undefined {
    const message = this.#waiting[this.#taken]
    if (message === undefined) return undefined
    this.#taken += 1
    if (this.#taken === this.#waiting.length) {
      this.#waiting = []
      this.#taken = 0
      if (this.#call?.isPaused() === true) this.#call.resume()
    }
    return message
  }

  /** Nothing more comes: the server has said all, or has failed, or nobody wants to hear it. */
  get isOver(): boolean {
    return this.#cancelled || (this.#waiting.length === 0 && (this.#failure !== undefined || this.#ended))
  }

  /** Why nothing more comes, where it is not that all was said. */
  get failure(): Failure | undefined {
    return this.isOver ? this.#failure : undefined
  }

  /** Waits for something new. Answers whether it came within the time. */
  async arrived(timeoutMs: number): Promise<boolean> {
    if (this.isOver || this.#waiting.length > 0) return true
    let timer: NodeJS.Timeout | undefined
    const inTime = await new Promise<boolean>((resolve) => {
      this.#wake = () => resolve(true)
      if (timeoutMs !== Infinity) timer = setTimeout(() => resolve(false), timeoutMs)
    })
    clearTimeout(timer)
    this.#wake = undefined
    return inTime
  }

  /** Ends the call on the server too. */
  cancel(): void {
    if (this.#cancelled) return
    this.#cancelled = true
    this.#waiting = []
    this.#stop()
    this.#wakeUp()
  }

  /** Ends it for having been silent too long. */
  giveUp(): void {
    this.#fail(this.#call === undefined ? noConnection : noAnswer)
    this.#stop()
  }

  #open(call: ReadCall): void {
    this.#call = call
    call.on('data', (message: pb.ReadResp) => this.#keep(call, message))
    call.on('end', () => {
      this.#ended = true
      this.#wakeUp()
    })
    call.on('error', (error: unknown) => this.#fail(failureOf(error)))
    if (this.isOver) this.#stop()
  }

  // Messages come in bursts, and waking the reader costs more than a message: it is woken once for a burst.
  #keep(call: ReadCall, message: pb.ReadResp): void {
    if (this.#cancelled) return
    this.#waiting.push(message)
    if (this.#waiting.length >= MOST_WAITING) {
      call.pause()
      this.#wakeUp()
    } else if (!this.#willWake) {
      this.#willWake = true
      setImmediate(() => {
        this.#willWake = false
        this.#wakeUp()
      })
    }
  }

  // Cancelled in the same turn as it began, a call may be left open.
  #stop(): void {
    const call = this.#call
    if (call !== undefined) setImmediate(() => call.cancel())
  }

  #fail(failure: Failure): void {
    this.#failure ??= failure
    this.#wakeUp()
  }

  #wakeUp(): void {
    this.#wake?.()
  }
}
