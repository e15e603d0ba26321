import { Recorded } from './recorded.js'

/** Events in their global order, all or those of one category, and who waits for the next of them. */
export class Lane {
  readonly events: Array<Recorded> = []
  #waiting = new Set<() => void>()

  /** Calls back once, soon after the next event. */
  wait(wake: () => void): void {
    this.#waiting.add(wake)
  }

  forget(wake: () => void): void {
    this.#waiting.delete(wake)
  }

  /** Whoever waits reads in a turn of its own: no reader runs inside an append. */
  wakeAll(): void {
    if (this.#waiting.size === 0) return
    const waiting = this.#waiting
    this.#waiting = new Set()
    for (const wake of waiting) void Promise.resolve().then(wake)
  }

  /** The index of the first event after a place. */
  indexAfter(place: number): number {
    let low = 0
    let high = this.events.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const event = this.events[middle]
      if (event !== undefined && Recorded.placeOf(event) <= place) low = middle + 1
      else high = middle
    }
    return low
  }
}
