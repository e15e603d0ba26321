import type { Incoming } from './reading/incoming.js'

/** The calls under way, so that closing ends those that would go on and waits for those that would end. */
export class Calls {
  readonly #incoming = new Set<Incoming>()
  readonly #appends = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  get isClosed(): boolean {
    return this.#closing !== undefined
  }

  /** Counts a read call among those that end with the store, until it is forgotten. */
  readonly track = (incoming: Incoming): (() => void) => {
    this.#incoming.add(incoming)
    return () => void this.#incoming.delete(incoming)
  }

  /** Counts an append among those that are waited for. */
  during<Answer>(append: Promise<Answer>): Promise<Answer> {
    this.#appends.add(append)
    void append.finally(() => this.#appends.delete(append))
    return append
  }

  /** Closes once, however often it is called. */
  close(...last: ReadonlyArray<() => void | Promise<void>>): Promise<void> {
    this.#closing ??= this.#close(last)
    return this.#closing
  }

  async #close(last: ReadonlyArray<() => void | Promise<void>>): Promise<void> {
    // In a turn of its own, so that the store counts as closed by then.
    await Promise.resolve()
    for (const incoming of this.#incoming) incoming.cancel()
    await Promise.allSettled(this.#appends)
    for (const step of last) await step()
  }
}
