import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type { Connection, ReadCall } from '../wire/connection.js'
import { failureOf, noAnswer, noConnection, type Failure } from '../wire/failure.js'

/**
 * What comes over one read call, in its order, pulled by its reader: what is not taken stays with the network, and the
 * server sends no more. It never rejects.
 */
export class Incoming {
  #call: ReadCall | undefined
  #ended = false
  #failure: Failure | undefined
  #cancelled = false
  #wake: (() => void) | undefined

  constructor(connection: Connection, request: pb.ReadReq, requiresLeader: boolean) {
    connection.read(request, { requiresLeader }).then(
      (call) => this.#open(call),
      (error: unknown) => this.#fail(failureOf(error)),
    )
  }

  /** The next message that has arrived; undefined where none has yet, or none will. */
  take(): pb.ReadResp | undefined {
    const message: unknown = this.#cancelled ? null : (this.#call?.read() ?? null)
    return isMessage(message) ? message : undefined
  }

  /** Nothing more comes: the server has said all, or has failed, or nobody wants to hear it. */
  get isOver(): boolean {
    return this.#cancelled || this.#failure !== undefined || this.#ended
  }

  /** Why nothing more comes, where it is not that all was said. */
  get failure(): Failure | undefined {
    return this.#failure
  }

  /** Waits for something new. Answers whether it came within the time. */
  async arrived(timeoutMs: number): Promise<boolean> {
    if (this.isOver || (this.#call !== undefined && this.#call.readableLength > 0)) return true
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
    call.on('readable', () => this.#wakeUp())
    call.on('end', () => {
      this.#ended = true
      this.#wakeUp()
    })
    call.on('error', (error: unknown) => this.#fail(failureOf(error)))
    if (this.isOver) this.#stop()
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

const isMessage = (value: unknown): value is pb.ReadResp => value !== null
