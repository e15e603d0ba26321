/** What is still to happen: nothing of it, once the node has stopped. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>()

  /** With no delay, at once. */
  later(milliseconds: number, act: () => void): void {
    if (milliseconds <= 0) return act()
    const timer = setTimeout(() => {
      this.#pending.delete(timer)
      act()
    }, milliseconds)
    this.#pending.add(timer)
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer)
    this.#pending.clear()
  }
}
