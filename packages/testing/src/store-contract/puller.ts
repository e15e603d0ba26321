import type { Batch, Position, ReadAllOptions, RecordedEvent, Subscription } from '@refund-case/core'
import { keptPromises } from './global-order.js'
import { broken } from './same.js'
import type { Scene } from './scene.js'

/** A subscription that a case pulls by hand. */
export class Puller {
  readonly subscription: Subscription
  /** All events that came so far. */
  readonly events: Array<RecordedEvent> = []
  readonly #options: ReadAllOptions
  readonly #iterator: ReturnType<Subscription[typeof Symbol.asyncIterator]>
  #last: Batch | undefined

  constructor({ store }: Scene, options: ReadAllOptions) {
    this.subscription = store.subscribe(options)
    this.#options = options
    this.#iterator = this.subscription[Symbol.asyncIterator]()
  }

  /** The place it was read up to so far. */
  get upTo(): Position | undefined {
    return this.#last?.upTo
  }

  /** The next batch, whatever is in it. Breaks the case on an error, and where the subscription has ended. */
  async pull(): Promise<Batch> {
    const result = await this.#iterator.next()
    if (result.done === true) return broken('A batch was due', 'the end')
    const batch = keptPromises(result.value, this.#options, this.#last)
    this.#last = batch
    this.events.push(...batch.events)
    return batch
  }

  /** Pulls until so many events have come in all, and answers all that came. */
  async until(count: number): Promise<ReadonlyArray<RecordedEvent>> {
    if (this.events.length >= count) return this.events
    await this.pull()
    return this.until(count)
  }

  async untilCaughtUp(): Promise<ReadonlyArray<RecordedEvent>> {
    const { caughtUp } = await this.pull()
    return caughtUp ? this.events : this.untilCaughtUp()
  }

  /** Whether the next thing is the end. */
  async isAtItsEnd(): Promise<boolean> {
    return (await this.#iterator.next()).done === true
  }
}
