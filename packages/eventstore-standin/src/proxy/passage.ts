/** From the client to the server, or back. */
export type Way = 'to-server' | 'to-client'

/** What may pass one way, over all connections together. */
export class Passage {
  #bytes = 0
  #allowed = Number.POSITIVE_INFINITY
  #isFrozen = false

  get bytes(): number {
    return this.#bytes
  }

  get isFrozen(): boolean {
    return this.#isFrozen
  }

  allow(bytes: number): void {
    this.#allowed = bytes
  }

  freeze(): void {
    this.#isFrozen = true
  }

  thaw(): void {
    this.#isFrozen = false
  }

  /** How many of these bytes pass. Once some do not, the passage is free again. */
  take(length: number): number {
    const passing = Math.min(length, this.#allowed)
    this.#bytes += passing
    this.#allowed = passing < length ? Number.POSITIVE_INFINITY : this.#allowed - passing
    return passing
  }
}
