import { isLeft } from 'fp-ts/lib/Either.js'
import { expect, it, vi } from 'vitest'
import type { Data } from '../../test/data-path.js'
import { dataOf, mutantsOf } from '../../test/mutants.js'
import { complaints, fixture } from '../../test/play.js'
import { scenarioFrom } from '../format/read-scenario.js'
import { readSource } from '../source/source.js'
import { playScenario } from './run-scenario.js'

// A busy machine plays slowly.
vi.setConfig({ testTimeout: 60_000 })

/** Files in which every kind of expectation is fulfilled, and how many changes to one must be found. */
const files = [
  ['every-expectation.yaml', 150],
  ['every-paper.yaml', 60],
] as const

const problemAt = (path: string, message: string) => ({ file: '', line: 1, column: 1, path, message })

/** As it is read from a file, or why it is none; and whether it passed. */
const verdict = async (data: Data): Promise<'no scenario' | 'passed' | 'failed'> => {
  const scenario = scenarioFrom({ file: '', data, numberText: () => undefined, problemAt })
  if (isLeft(scenario)) return 'no scenario'
  return (await playScenario(scenario.right)).allPassed ? 'passed' : 'failed'
}

it.each(files)('finds nothing wrong with a file in which every kind of expectation is fulfilled: %s', async (name) => {
  expect(await complaints(fixture(name))).toEqual([])
})

it.each(files)(
  'finds each single value, order, number and date that is changed in %s',
  async (name, least) => {
    const source = readSource(name, fixture(name))
    const data = isLeft(source) ? {} : dataOf(source.right)
    expect(await verdict(data)).toBe('passed')
    const verdicts = { 'no scenario': 0, passed: 0, failed: 0 }
    const passed: Array<string> = []
    for (const mutant of mutantsOf(data)) {
      const found = await verdict(mutant.data)
      verdicts[found] += 1
      if (found === 'passed') passed.push(mutant.what)
    }
    expect(passed).toEqual([])
    expect(verdicts.failed).toBeGreaterThan(least)
  },
  120_000,
)
