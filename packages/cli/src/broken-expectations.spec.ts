import { isLeft } from 'fp-ts/lib/Either.js'
import { readScenario } from '@refund-case/scenarios'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inMemory } from './store-options/index.js'
import { nobody, playAll } from './playing.js'
import { workedCases } from './worked-cases.js'

// The files are only worth something if a wrong figure in them is found. So figures, dates and events of what they
// expect are broken, one at a time, and each time the file must fail.

interface Breakage {
  readonly what: string
  readonly text: string
}

const texts = readdirSync(workedCases)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(join(workedCases, name), 'utf8')] as const)

const indentOf = (line: string): number => line.length - line.trimStart().length

/** For each line, from which column on it belongs to something expected; -1 where nothing of it does. */
const expectedFrom = (lines: ReadonlyArray<string>): ReadonlyArray<number> => {
  let inside = -1
  return lines.map((line) => {
    if (line.trim() === '') return -1
    if (inside >= 0 && indentOf(line) > inside) return 0
    inside = /^\s*(?:expect|finally):\s*$/.test(line) ? indentOf(line) : -1
    return inside >= 0 ? line.length : line.indexOf('expect: {')
  })
}

/** Every place in what is expected that the pattern fits, with that place changed. */
const breakages = (text: string, pattern: RegExp, change: (found: string) => string): ReadonlyArray<Breakage> => {
  const lines = text.split('\n')
  const from = expectedFrom(lines)
  return lines.flatMap((line, index) => {
    const start = from[index] ?? -1
    if (start < 0) return []
    return [...line.matchAll(pattern)]
      .filter((match) => match.index >= start)
      .map((match) => {
        const changed = line.slice(0, match.index) + change(match[0]) + line.slice(match.index + match[0].length)
        return {
          what: `line ${index + 1}: ${match[0].trim()} → ${change(match[0]).trim()}`,
          text: [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n'),
        }
      })
  })
}

const oneCentMore = (amount: string): string => {
  const cents = Math.round(Number(amount) * 100) + 1
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** At most so many, from all over the list, the same ones every time. */
const spread = <T>(list: ReadonlyArray<T>, most: number): ReadonlyArray<T> =>
  list.filter((_, index) => Math.floor((index * most) / list.length) !== Math.floor(((index - 1) * most) / list.length))

/** Whether a file with this text still comes out as expected. A text that is no scenario any more does not. */
const comesOut = async (name: string, text: string): Promise<boolean> => {
  const read = readScenario(name, text)
  if (isLeft(read)) return false
  const scenario = read.right
  // One play after another, up to the first that fails: most breakages are in the first.
  for (const play of [scenario, ...scenario.variants]) {
    const run = await playAll({ ...scenario, ...play, variants: [] }, nobody, inMemory)
    if (isLeft(run) || !run.right.passed) return false
  }
  return true
}

const unnoticed = async (name: string, broken: ReadonlyArray<Breakage>): Promise<ReadonlyArray<string>> => {
  const found: Array<string> = []
  for (const { what, text } of broken) if (await comesOut(name, text)) found.push(what)
  return found
}

describe.each(texts)('%s with one thing wrong', { timeout: 120_000 }, (name, text) => {
  it('fails for an amount that is a cent off', async () => {
    const broken = breakages(text, /(?<![\d.-])\d+\.\d\d(?![\d-])/g, oneCentMore)
    expect(broken.length).toBeGreaterThan(3)
    expect(await unnoticed(name, spread(broken, 4))).toEqual([])
  })

  it('fails for a deadline that is a day off', async () => {
    const broken = breakages(text, /(?<=: )\d{4}-\d\d-\d\d(?=[ ,}]|$)/g, nextDay)
    expect(await unnoticed(name, spread(broken, 2))).toEqual([])
  })

  it('fails for an event that is not expected, and for one that does not come', async () => {
    const dropped = breakages(text, /(?<=events: \[)[A-Z]\w+(?=\])/g, () => '')
    const more = breakages(text, /(?<=events: \[)[A-Z]\w+(?=\])/g, (event) => `${event}, Noted`)
    const other = breakages(text, /(?<=events: \[)[A-Z]\w+/g, (event) => (event === 'Noted' ? 'Shipped' : 'Noted'))
    const broken = [...spread(dropped, 1), ...spread(more, 1), ...spread(other, 2)]
    expect(broken.length).toBeGreaterThan(0)
    expect(await unnoticed(name, broken)).toEqual([])
  })

  it('fails for another situation or refusal', async () => {
    const situations = breakages(text, /(?<=situation: )\w+/g, (word) => (word === 'declined' ? 'paid' : 'declined'))
    const refusals = breakages(text, /(?<=refused: (?:\{ code: )?)[A-Z_]+/g, (code) =>
      code === 'CASE_ENDED' ? 'NOT_PAID' : 'CASE_ENDED',
    )
    expect(await unnoticed(name, [...spread(situations, 1), ...spread(refusals, 1)])).toEqual([])
  })
})
