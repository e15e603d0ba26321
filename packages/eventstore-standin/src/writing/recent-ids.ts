/** Where an event was written. */
export interface Place {
  readonly stream: string
  readonly revision: number
}

// An id, a number and a reference; the name counts as UTF-16.
const costOf = ({ stream }: Place): number => 28 + 2 * stream.length

/**
 * The ids that were written lately and where each was first: all that a server asks when a writer expects no revision.
 * It holds 8 MiB, forgets the oldest, and is gone with the process.
 */
export class RecentIds {
  readonly #places = new Map<string, Place>()
  readonly #capacity: number
  #size = 0

  constructor(capacity = 8 * 1024 * 1024) {
    this.#capacity = capacity
  }

  placeOf(id: string, stream: string): Place | undefined {
    const place = this.#places.get(id)
    return place?.stream === stream ? place : undefined
  }

  add(id: string, place: Place): void {
    if (this.#places.has(id)) return
    this.#places.set(id, place)
    this.#size += costOf(place)
    for (const [oldest, at] of this.#places) {
      if (this.#size <= this.#capacity) return
      this.#places.delete(oldest)
      this.#size -= costOf(at)
    }
  }

  forget(): void {
    this.#places.clear()
    this.#size = 0
  }
}
