import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startStandin } from '../src/index.js'
import { append, clientOf, collected, errorFrom, event, events, outcomeOf, paths, scene } from './scene.js'

const directory = mkdtempSync(join(tmpdir(), 'standin-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe.each(paths)('after a restart, on the %s path', (path) => {
  const where = scene()
  const known = event('22222222-2222-4222-8222-222222222222')

  it.each([
    ['no_stream', 0n, 1],
    ['any', 1n, 2],
  ] as const)('what was written expecting %s is sent again', async (expected, next, stored) => {
    const stream = `repeated-${expected}`
    await append(where.client(path), stream, expected, known)
    expect(await outcomeOf(append(where.client(path), stream, expected, known))).toBe(0n)
    await where.server.restart()
    expect(await outcomeOf(append(where.client(path), stream, expected, known))).toBe(next)
    expect(where.server.stored(stream)).toHaveLength(stored)
  })

  it('the first call succeeds, and nothing is there if the data are lost', async () => {
    await append(where.client(path), 'gone', 'no_stream')
    await where.server.restart({ data: 'lost' })
    expect(await errorFrom(collected(where.client(path).readStream('gone')))).toMatchObject({
      type: 'stream-not-found',
    })
    expect(await outcomeOf(append(where.client(path), 'gone', 'no_stream'))).toBe(0n)
  })
})

describe('while it is down', () => {
  it('the batch path fails with a raw error, all else is unavailable', async () => {
    const server = await startStandin()
    await server.stop()
    const [batch, classic] = [clientOf(server.connectionString), clientOf(server.connectionString, 'classic')]
    const raw = await errorFrom(append(batch, 's', 'any'))
    expect([raw.code, raw.type]).toEqual([14, undefined])
    expect(await errorFrom(append(classic, 's', 'any'))).toMatchObject({ type: 'unavailable' })
    await server.start()
    expect(await outcomeOf(append(classic, 's', 'any'))).toBe(0n)
    await Promise.all([batch.dispose(), classic.dispose()])
    await server.close()
  })

  it.each([
    ['killed', 'unavailable'],
    ['orderly', 'unknown'],
  ] as const)('a subscription has ended: %s', async (how, type) => {
    const server = await startStandin()
    const client = clientOf(server.connectionString)
    const subscription = client.subscribeToStream('s')
    const ended = errorFrom(collected(subscription))
    await once(subscription, 'confirmation')
    await server.stop(how)
    expect(await ended).toMatchObject({ type })
    await client.dispose()
    await server.close()
  })
})

describe('a log in a file', () => {
  it('holds what was acknowledged', async () => {
    const file = join(directory, 'kept')
    const first = await startStandin({ log: { file } })
    const client = clientOf(first.connectionString)
    await append(client, 'kept', 'no_stream', events(3))
    await client.setStreamMetadata('kept', { truncateBefore: 1 })
    await client.tombstoneStream('buried')
    const before = first.stored()
    await client.dispose()
    await first.close()
    const second = await startStandin({ log: { file } })
    const again = clientOf(second.connectionString)
    expect(second.stored()).toEqual(before)
    expect((await collected(again.readStream('kept'))).map(({ event: found }) => found?.revision)).toEqual([1n, 2n])
    expect(await outcomeOf(append(again, 'buried', 'any'))).toBe('stream-deleted')
    expect(await outcomeOf(append(again, 'kept', 2n))).toBe(3n)
    await again.dispose()
    await second.close()
  })

  it('forgets a write that was cut off at any byte, whole', async () => {
    const file = join(directory, 'whole')
    const server = await startStandin({ log: { file } })
    const client = clientOf(server.connectionString)
    await append(client, 'first', 'no_stream')
    const short = readFileSync(file).length
    await append(client, 'second', 'no_stream', events(2))
    await client.dispose()
    await server.close()
    const whole = readFileSync(file)
    for (let length = short; length <= whole.length; length += 7) {
      writeFileSync(file, whole)
      truncateSync(file, length)
      const cut = await startStandin({ log: { file } })
      expect([length, cut.stored('first').length, cut.stored('second').length]).toEqual([
        length,
        1,
        length === whole.length ? 2 : 0,
      ])
      await cut.close()
      expect(readFileSync(file)).toHaveLength(length === whole.length ? length : short)
    }
  })
})
