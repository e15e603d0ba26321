import type { EventLog, StoredEvent } from '../log/index.js'
import { readable } from '../reading/readable.js'
import { streamDeleted } from '../protocol/failure.js'
import type { Item, Source } from './source.js'

/** One stream, from a revision on. */
export class StreamSource implements Source {
  readonly #log: EventLog
  readonly #name: string
  readonly #clock: () => number
  #next: number

  constructor(log: EventLog, name: string, clock: () => number, from: number | 'end') {
    this.#log = log
    this.#name = name
    this.#clock = clock
    this.#next = from === 'end' ? this.#length : from
  }

  *catchUp(): Generator<Item, void> {
    const slice = readable(this.#log, this.#name, this.#clock())
    if (slice.kind === 'deleted') yield { failure: streamDeleted(this.#name) }
    // Of a soft-deleted stream nothing that is there will ever be read.
    const first = slice.kind === 'readable' ? slice.first : this.#length
    if (this.#next < first) this.#next = first
    if (slice.kind === 'readable') yield* this.#events()
  }

  // Whoever is live is also sent the tombstone.
  *live(): Generator<Item, void> {
    yield* this.#events()
    const tombstone = this.#log.find(this.#name)?.tombstone
    if (tombstone === undefined) return
    yield { event: tombstone }
    yield { failure: streamDeleted(this.#name) }
  }

  includes({ stream }: StoredEvent): boolean {
    return stream === this.#name
  }

  isMissing(): boolean {
    return readable(this.#log, this.#name, this.#clock()).kind === 'missing'
  }

  get #length(): number {
    return this.#log.find(this.#name)?.events.length ?? 0
  }

  *#events(): Generator<Item, void> {
    const events = this.#log.find(this.#name)?.events ?? []
    for (let event = events[this.#next]; event !== undefined; event = events[this.#next]) {
      this.#next++
      yield { event }
    }
  }
}
