import type { Batch, EitherBatch, ReadAllOptions, StoreError, Subscription } from '@refund-case/core'
import { isLeft, right, type Left } from 'fp-ts/lib/Either.js'
import { Cursor, LOOKED_AT } from './cursor.js'
import type { EventLog } from './event-log.js'
import { selectionOf } from './selection.js'

type Result = IteratorResult<EitherBatch, undefined>

const ended: Result = { done: true, value: undefined }

/** Reads what is asked for, and goes on live. */
export const subscribe = (log: EventLog, options: ReadAllOptions): Subscription => {
  const selection = selectionOf(options, log.end)
  return isLeft(selection) ? refusedSubscription(selection) : new LiveReader(new Cursor(log, selection.right))
}

const refusedSubscription = (refusal: Left<StoreError>): Subscription => {
  const iterator = only(refusal)
  return { [Symbol.asyncIterator]: () => iterator, close: () => void iterator.return(undefined) }
}

async function* only(batch: EitherBatch): AsyncGenerator<EitherBatch, undefined> {
  yield batch
}

/**
 * A cursor that its reader moves on, and that waits at the end. Nothing is kept for a slow reader but its place, so that
 * there is nothing to overflow, to lose or to repeat.
 */
class LiveReader implements Subscription, AsyncIterator<EitherBatch, undefined> {
  readonly #cursor: Cursor
  // Who asked and has no answer yet, the first one first.
  readonly #asked: Array<(result: Result) => void> = []
  #toldUpTo: number
  #toldCaughtUp = false
  #closed = false

  constructor(cursor: Cursor) {
    this.#cursor = cursor
    this.#toldUpTo = cursor.upTo
  }

  [Symbol.asyncIterator](): AsyncIterator<EitherBatch, undefined> {
    return this
  }

  next(): Promise<Result> {
    return new Promise((answer) => {
      this.#asked.push(answer)
      this.#serve()
    })
  }

  return(): Promise<Result> {
    this.close()
    return Promise.resolve(ended)
  }

  close(): void {
    this.#closed = true
    this.#cursor.forget(this.#serve)
    this.#serve()
  }

  readonly #serve = (): void => {
    while (this.#asked.length > 0) {
      const batch = this.#closed ? undefined : this.#nextWorthTelling()
      if (batch === undefined && !this.#closed) return this.#cursor.wait(this.#serve)
      this.#asked.shift()?.(batch === undefined ? ended : { done: false, value: right(batch) })
    }
  }

  // Without events a batch tells only that the end was reached, the first time, or how far a long search has come.
  #nextWorthTelling(): Batch | undefined {
    const batch = this.#cursor.read()
    const isWorthIt =
      batch.events.length > 0 ||
      (batch.caughtUp && !this.#toldCaughtUp) ||
      this.#cursor.upTo - this.#toldUpTo >= LOOKED_AT
    if (!isWorthIt) return undefined
    this.#toldUpTo = this.#cursor.upTo
    this.#toldCaughtUp ||= batch.caughtUp
    return batch
  }
}
