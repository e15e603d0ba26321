import type { Lane } from './lane.js'
import { Recorded } from './recorded.js'

/** A reader's place in one lane. */
export class LaneReader {
  readonly lane: Lane
  #index: number

  constructor(lane: Lane, after: number) {
    this.lane = lane
    this.#index = lane.indexAfter(after)
  }

  /** The number of the next event in the global order; infinite when there is none yet. */
  get nextPlace(): number {
    const next = this.lane.events[this.#index]
    return next === undefined ? Infinity : Recorded.placeOf(next)
  }

  take(): Recorded | undefined {
    const next = this.lane.events[this.#index]
    if (next !== undefined) this.#index += 1
    return next
  }
}
