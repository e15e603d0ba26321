import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { startStandin } from '../src/index.js'
import { play, type Script } from './recorded-script.js'
import { clientOf } from './scene.js'

const recording = readFileSync(new URL('../../testing/fixtures/recorded.jsonl', import.meta.url), 'utf8')
const scripts = recording
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Script)

describe('500 scripts get the answers of a real server', () => {
  test.each([
    ['batch', '23.10'],
    ['classic', '24.2'],
  ] as const)('on the %s path, from %s', async (path, version) => {
    const server = await startStandin({ version })
    const client = clientOf(server.connectionString, path)
    const played = await Promise.all(scripts.map((script) => play(client, script)))
    const differing = scripts.flatMap(({ name, steps }, index) => {
      const at = steps.findIndex((step, place) => !isSame(step.result, played[index]?.[place]))
      return at === -1 ? [] : [{ name, step: steps[at], answer: played[index]?.[at] }]
    })
    expect(differing).toEqual([])
    await client.dispose()
    await server.close()
  })
})

const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [one, other].map((value) => JSON.stringify(value, Object.keys({ ...(value as object) }).toSorted()))
  return a === b
}
