import { isLeft } from 'fp-ts/lib/Either.js'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScenarios } from './files/load.js'
import { inMemory } from './store-options/index.js'
import { nobody, playAll } from './playing.js'
import { workedCases } from './worked-cases.js'

const files = readdirSync(workedCases).filter((name) => name.endsWith('.yaml'))

/** What was not as expected, as somebody would want to read it. */
const played = async (file: string) => {
  const loaded = await loadScenarios([join(workedCases, file)])
  if (isLeft(loaded)) return loaded.left
  const [scenario] = loaded.right
  if (scenario === undefined) return ['nothing there']
  const all = await playAll(scenario, nobody, inMemory)
  if (isLeft(all)) return [all.left.message]
  const run = all.right
  return [run, ...run.variants].flatMap((play) =>
    [...play.steps.flatMap((step) => step.mismatches), ...play.mismatches].map(
      ({ line, about, diff }) => `${play.name} ${file}:${line} ${about}\n${diff.join('\n')}`,
    ),
  )
}

describe('the twelve worked cases', { timeout: 60_000 }, () => {
  it('are there', () => {
    expect(files.map((name) => name.slice(0, 3))).toEqual(
      Array.from({ length: 12 }, (_, index) => `s${String(index + 1).padStart(2, '0')}`),
    )
  })

  it.each(files)('%s comes out as its acceptance text says, every variant too', async (file) => {
    expect(await played(file)).toEqual([])
  })
})
