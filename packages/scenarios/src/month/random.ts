/** Chance that repeats itself: the same seed draws the same. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  /** True so many times in a hundred. */
  readonly percent: (likelihood: number) => boolean
  readonly pick: <T>(first: T, ...others: ReadonlyArray<T>) => T
  /** Something of its own, which draws nothing of this one: adding a draw to one case leaves all others as they were. */
  readonly fork: (no: number) => Random
}

/** mulberry32: small, fast, and good enough to shuffle a shop's month. Never for secrets. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    percent: (likelihood) => next() * 100 < likelihood,
    pick: (first, ...others) => {
      const at = Math.floor(next() * (others.length + 1))
      return at === 0 ? first : (others[at - 1] ?? first)
    },
    fork: (no) => randomOf(Math.imul(seed ^ (no + 1), 0x9e3779b1) ^ (no << 7)),
  }
}
