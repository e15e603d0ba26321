import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spawnStandin } from '../src/index.js'
import { runProgram } from '../src/process/program.js'
import { append, clientOf, collected, event, outcomeOf, paths, within } from './scene.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'standin-process-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const run = async (args: ReadonlyArray<string>) => {
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const code = await runProgram(args, { out: (text) => out.push(text), err: (text) => err.push(text) })
  return { code, out: out.join(''), err: err.join('') }
}

describe('the program', () => {
  it('says what it does', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringMatching(/^eventstore-standin/), err: '' })
  })

  it.each([
    [['--port', 'high'], 2, 'high is no port.'],
    [['--version', '5'], 2, 'There is no version 5 here.'],
    [['--nonsense'], 2, '--nonsense'],
    [['--log', '/nowhere/at/all'], 1, '/nowhere/at/all'],
  ] as const)('refuses %j', async (args, code, text) => {
    const refused = await run(args)
    expect(refused).toMatchObject({ code, out: '', err: expect.stringContaining(text) })
    expect(refused.err).not.toMatch(/^\s+at /m)
  })
})

/** As it is built, in a process of its own. */
describe('eventstore-standin, started', () => {
  beforeAll(() => {
    const tsc = at('../../../node_modules/typescript/bin/tsc')
    spawnSync(process.execPath, [tsc, '-b', at('..')], { encoding: 'utf8' })
  }, 240_000)

  it('says where it listens, and ends with its input', () => {
    const program = at('../dist/main.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', input: '' })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false\n$/)
  })

  it.each(paths)('loses nothing that it acknowledged when it is killed, and writes nothing twice: %s', async (path) => {
    const log = { file: join(directory, path) }
    const sent = Array.from({ length: 300 }, (_, index) => ({ stream: `killed-${index}`, data: event() }))
    const acknowledged = new Set<string>()
    // Sixteen at a time; some appends in a batch never hear of the death of their server.
    const sendAll = async (connectionString: string, enough: () => void): Promise<void> => {
      const client = clientOf(connectionString, path)
      const before = acknowledged.size
      const left = sent.filter(({ data }) => !acknowledged.has(data.id)).values()
      const lane = async (): Promise<void> => {
        for (const { stream, data } of left) {
          if ((await within(1_000, outcomeOf(append(client, stream, 'no_stream', data)))) !== 0n) return
          if (acknowledged.add(data.id).size === before + 60) enough()
        }
      }
      await Promise.all(Array.from({ length: 16 }, lane))
      await client.dispose()
    }
    for (let round = 0; round < 2; round++) {
      const dying = await spawnStandin({ log })
      await sendAll(dying.connectionString, () => void dying.kill())
    }
    expect(acknowledged.size).toBeLessThan(sent.length)
    const server = await spawnStandin({ log })
    await sendAll(server.connectionString, () => undefined)
    expect(acknowledged.size).toBe(sent.length)
    const client = clientOf(server.connectionString)
    const stored = await collected(client.readAll())
    const ids = stored.flatMap(({ event: found }) => (found?.streamId.startsWith('killed-') === true ? [found.id] : []))
    expect(new Set(ids)).toEqual(new Set(sent.map(({ data }) => data.id)))
    expect(ids).toHaveLength(sent.length)
    await client.dispose()
    await server.stop()
  })
})
