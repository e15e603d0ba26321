import { positionAt, type Batch } from '@refund-case/core'
import type { EventLog } from './event-log.js'
import { LaneReader } from './lane-reader.js'
import { Recorded } from './recorded.js'
import type { Selection } from './selection.js'

/** How many events a batch looks at, at most: who asks for a rare type still gives way to others. */
export const LOOKED_AT = 4_096

/** One reader's place in the log. */
export class Cursor {
  readonly #log: EventLog
  readonly #lanes: ReadonlyArray<LaneReader>
  readonly #types: ReadonlySet<string> | undefined
  readonly #batchSize: number
  #upTo: number

  constructor(log: EventLog, { after, categories, types, batchSize }: Selection) {
    const lanes = categories === undefined ? [log.all] : Array.from(categories, (name) => log.category(name))
    this.#log = log
    this.#lanes = lanes.map((lane) => new LaneReader(lane, after))
    this.#types = types
    this.#batchSize = batchSize
    this.#upTo = after
  }

  /** The number of the last event that was looked at, or lies in no lane of this reader. */
  get upTo(): number {
    return this.#upTo
  }

  /** The next stretch, perhaps without events. */
  read(): Batch {
    const events: Array<Recorded> = []
    let reader = this.#earliest()
    for (let looked = 0; reader !== undefined && looked < LOOKED_AT && events.length < this.#batchSize; looked++) {
      const event = reader.take()
      if (event !== undefined) {
        this.#upTo = Recorded.placeOf(event)
        if (this.#types?.has(event.envelope.type) ?? true) events.push(event)
      }
      reader = this.#earliest()
    }
    const caughtUp = reader === undefined
    if (caughtUp) this.#upTo = this.#log.end
    return { events, upTo: positionAt(this.#upTo), caughtUp }
  }

  /** Calls back once, soon after the next event in any lane of this reader. */
  wait(wake: () => void): void {
    for (const { lane } of this.#lanes) lane.wait(wake)
  }

  forget(wake: () => void): void {
    for (const { lane } of this.#lanes) lane.forget(wake)
  }

  // The lane whose next event comes first in the global order.
  #earliest(): LaneReader | undefined {
    let earliest: LaneReader | undefined
    for (const reader of this.#lanes) if (reader.nextPlace < (earliest?.nextPlace ?? Infinity)) earliest = reader
    return earliest
  }
}
