import type { Say, Told } from '../../src/refusals/told.js'

/** The names of the facts that a sentence may read, whichever way it goes. */
export const factsRead = (say: Say): ReadonlySet<string> => {
  const names = new Set<string>()
  const read = (...given: ReadonlyArray<string>): string => {
    for (const name of given) names.add(name)
    return 'said'
  }
  const answers = (has: boolean, other: boolean): Told => ({
    text: read,
    money: read,
    count: read,
    total: read,
    word: (_kind, name) => read(name),
    texts: (name) => read(name),
    each: (name) => read(name),
    has: (name) => read(name) === 'said' && has,
    none: (...given) => read(...given) === 'said' && other,
    is: (name) => read(name) === 'said' && other,
  })
  for (const has of [true, false]) for (const other of [true, false]) say(answers(has, other))
  return names
}
