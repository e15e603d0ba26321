import { meets, type Asked, type Fault } from './fault.js'

/** A fault that stands ready. */
export interface Injected {
  /** How many calls it has met so far. */
  readonly struck: number
  /** Takes it away. */
  readonly remove: () => void
}

interface Ready extends Injected {
  readonly fault: Fault
  struck: number
  passed: number
}

/** The faults of a stand-in, in the order in which they were given: each call meets one at most. */
export class Faults {
  readonly #ready = new Set<Ready>()

  /** Makes the stand-in misbehave from now on. */
  inject(fault: Fault): Injected {
    const ready: Ready = { fault, struck: 0, passed: 0, remove: () => void this.#ready.delete(ready) }
    this.#ready.add(ready)
    return ready
  }

  /** Makes it behave again. */
  clear(): void {
    this.#ready.clear()
  }

  /** The fault that a call meets. */
  meet(asked: Asked): Fault | undefined {
    for (const ready of this.#ready) {
      const { fault } = ready
      if (!meets(fault, asked)) continue
      if (ready.passed++ < (fault.skip ?? 0)) continue
      if (++ready.struck >= (fault.times ?? 1)) this.#ready.delete(ready)
      return fault
    }
    return undefined
  }
}
