/** Numbers from 0 to 1 that come in the same order for the same seed (mulberry32). */
export type Chance = () => number

export const chanceFrom = (seed: number): Chance => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const below = (chance: Chance, end: number): number => Math.floor(chance() * end)

export const oneOf = <A>(chance: Chance, all: readonly [A, ...ReadonlyArray<A>]): A =>
  all[below(chance, all.length)] ?? all[0]
