import { categoryOf, type Envelope, type Instant, type StreamName } from '@refund-case/core'
import { Lane } from './lane.js'
import { Recorded } from './recorded.js'

/** One stream: its events by revision, and the lane of its category. */
export interface Stream {
  readonly name: StreamName
  readonly category: Lane
  readonly events: Array<Recorded>
}

/** Everything that was written: by stream, by category, and all of it in its global order. */
export class EventLog {
  readonly all = new Lane()
  readonly #categories = new Map<string, Lane>()
  readonly #streams = new Map<string, Stream>()
  #firstById: Map<string, Recorded> | undefined

  /** The number of the last event in the global order: 0 before the first. */
  get end(): number {
    return this.all.events.length
  }

  find(name: StreamName): Stream | undefined {
    return this.#streams.get(name)
  }

  category(name: string): Lane {
    const known = this.#categories.get(name)
    if (known !== undefined) return known
    const lane = new Lane()
    this.#categories.set(name, lane)
    return lane
  }

  /** The first event that was written with this id, in any stream. */
  firstWithId(id: string): Recorded | undefined {
    // Only appends that name no revision ask. Until one does, the log goes without the index and its memory.
    if (this.#firstById === undefined) {
      this.#firstById = new Map()
      for (const event of this.all.events) this.#index(event, this.#firstById)
    }
    return this.#firstById.get(id)
  }

  /** Adds the events, of which there is one at least, to the end of the stream. */
  write(name: StreamName, recordedAt: Instant, envelopes: ReadonlyArray<Envelope>): Stream {
    const known = this.#streams.get(name)
    const category = known?.category ?? this.category(categoryOf(name))
    const stored = known?.name ?? name
    const before = known?.events.length ?? 0
    // The first events come in a list of just their number: one that is begun empty has room for many at once, and most
    // of what is held of a short stream would be that room.
    const written = envelopes.map(
      (envelope, index) => new Recorded(stored, before + index, this.end + 1 + index, recordedAt, envelope),
    )
    const stream = known ?? { name, category, events: written }
    if (known === undefined) this.#streams.set(name, stream)
    for (const event of written) {
      if (known !== undefined) known.events.push(event)
      category.events.push(event)
      this.all.events.push(event)
      if (this.#firstById !== undefined) this.#index(event, this.#firstById)
    }
    category.wakeAll()
    this.all.wakeAll()
    return stream
  }

  #index(event: Recorded, firstById: Map<string, Recorded>): void {
    if (!firstById.has(event.envelope.id)) firstById.set(event.envelope.id, event)
  }
}
