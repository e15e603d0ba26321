import type { EventLog, StoredEvent } from '../log/index.js'
import type { Filter } from '../reading/filter.js'
import { indexAt } from '../reading/stretch.js'
import type { Item, Source } from './source.js'

/** A place in the global order, as clients name it. */
export interface Position {
  readonly commit: number
  readonly prepare: number
}

/** What is sent of all events, and how often a client is told how far the server has looked. */
export interface Selection {
  readonly filter: Filter
  /** The most events that are looked at in one step. */
  readonly window: number
  /** Considered events from one checkpoint to the next. */
  readonly interval: number
}

/** The most events that a step finds. */
const PAGE = 32

/** Everything after a position, or what a filter leaves of it. */
export class AllSource implements Source {
  readonly #log: EventLog
  readonly #selection: Selection | undefined
  // Whether the start itself is still to be skipped.
  readonly #start: Position
  #index: number
  #at: Position
  #considered = 0

  constructor(log: EventLog, start: Position, selection?: Selection) {
    this.#log = log
    this.#selection = selection
    this.#start = start
    this.#at = start
    this.#index = indexAt(log, start.commit)
  }

  *catchUp(): Generator<Item, void> {
    const { window } = this.#selection ?? { window: PAGE }
    while (this.#index < this.#log.all.length) {
      const from = this.#at
      let [considered, found] = [0, 0]
      while (considered < window && found < PAGE) {
        const event = this.#take()
        if (event === undefined) break
        considered++
        if (!this.includes(event)) continue
        found++
        yield { event }
      }
      // A server is here after the last record it looked at, where the next one begins.
      this.#at = { commit: this.#log.all[this.#index]?.position ?? this.#log.end, prepare: 0 }
      if (this.#isDue(considered)) yield { checkpoint: from }
    }
  }

  *live(): Generator<Item, void> {
    for (let event = this.#take(); event !== undefined; event = this.#take()) {
      const { position } = event
      this.#at = { commit: position, prepare: position }
      if (this.includes(event)) yield { event }
      if (this.#isDue(1)) yield { checkpoint: this.#at }
    }
  }

  includes(event: StoredEvent): boolean {
    return this.#selection?.filter(event) ?? true
  }

  isMissing(): boolean {
    return false
  }

  // The next event after the start.
  #take(): StoredEvent | undefined {
    const { commit, prepare } = this.#start
    for (let event = this.#log.all[this.#index]; event !== undefined; event = this.#log.all[this.#index]) {
      this.#index++
      if (event.position > commit || (event.position === commit && prepare < commit)) return event
    }
    return undefined
  }

  #isDue(considered: number): boolean {
    if (this.#selection === undefined) return false
    this.#considered += considered
    if (this.#considered < this.#selection.interval) return false
    this.#considered %= this.#selection.interval
    return true
  }
}
