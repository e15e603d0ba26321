import { readFileSync } from 'node:fs'
import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStandin, type ServerVersion, type Standin } from '../src/index.js'
import { play, type Script } from './recorded-script.js'

const recording = readFileSync(new URL('../../testing/fixtures/recorded.jsonl', import.meta.url), 'utf8')
const scripts = recording
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Script)

const versions: ReadonlyArray<ServerVersion> = ['23.10', '24.2']

describe.each(versions)('500 scripts get the answers of a real server from %s', (version) => {
  let server: Standin
  beforeAll(async () => {
    server = await startStandin({ version })
  })
  afterAll(() => server.close())

  test.each(['batch', 'classic'] as const)('on the %s path', async (path) => {
    const client = EventStoreDBClient.connectionString(server.connectionString)
    if (path === 'classic') Object.assign(client, { supports: () => Promise.resolve(false) })
    const played = await Promise.all(scripts.map((script) => play(client, script)))
    const differing = scripts.flatMap(({ name, steps }, index) => {
      const at = steps.findIndex((step, place) => !isSame(step.result, played[index]?.[place]))
      return at === -1 ? [] : [{ name, step: steps[at], answer: played[index]?.[at] }]
    })
    expect(differing).toEqual([])
    await client.dispose()
  })
})

const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [one, other].map((value) => JSON.stringify(value, Object.keys({ ...(value as object) }).toSorted()))
  return a === b
}
