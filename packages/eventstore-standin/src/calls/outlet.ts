import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'
import type { Failure } from '../protocol/failure.js'
import type { ReadAnswer } from '../protocol/read-answers.js'

export type ReadCall = ServerWritableStream<streams.ReadReq, ReadAnswer>

/** The way out of a read: it takes only as much as the client does. */
export class Outlet {
  readonly #call: ReadCall
  #isFull = false
  #isClosed = false
  #wake: (() => void) | undefined

  constructor(call: ReadCall) {
    this.#call = call
    call.on('drain', () => {
      this.#isFull = false
      this.#wake?.()
    })
    for (const end of ['cancelled', 'close', 'error'] as const) call.on(end, () => this.#close())
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Whether the client has to take something first. */
  get isFull(): boolean {
    return this.#isFull
  }

  send(answer: ReadAnswer): void {
    if (!this.#isClosed) this.#isFull = !this.#call.write(answer)
  }

  /** Resolves once there is room, or never will be. */
  room(): Promise<void> {
    if (!this.#isFull || this.#isClosed) return Promise.resolve()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  /** Calls back once, when the call has ended. */
  onClose(wake: () => void): void {
    this.#call.once('cancelled', wake)
    this.#call.once('close', wake)
  }

  end(): void {
    if (!this.#isClosed) this.#call.end()
    this.#close()
  }

  fail(failure: Failure): void {
    if (!this.#isClosed) this.#call.emit('error', failure)
    this.#close()
  }

  #close(): void {
    this.#isClosed = true
    this.#wake?.()
  }
}
