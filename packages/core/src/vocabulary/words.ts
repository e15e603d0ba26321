import * as t from 'io-ts'

/** A codec of a closed list of words. */
export const words = <W extends string>(name: string, ...list: ReadonlyArray<W>): t.KeyofC<Record<W, null>> => {
  const keys = Object.fromEntries(list.map((word) => [word, null]))
  // Object.fromEntries forgets which names it was given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly these names were put in
  return t.keyof(keys as Record<W, null>, name)
}
