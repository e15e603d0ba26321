import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startForwarder, startStandin, type Forwarder, type Standin } from '../src/index.js'
import {
  append,
  clientOf,
  collected,
  errorFrom,
  event,
  events,
  noAnswer,
  outcomeOf,
  paths,
  there,
  within,
} from './scene.js'

let server: Standin | undefined
let forwarder: Forwarder | undefined
const through = () => `esdb://${there(forwarder).endpoint.host}:${there(forwarder).endpoint.port}?tls=false`

beforeAll(async () => {
  server = await startStandin()
  forwarder = await startForwarder({ to: server.endpoint })
})
afterEach(() => forwarder?.resume())
afterAll(async () => {
  await forwarder?.close()
  await server?.close()
})

describe.each(paths)('a connection on the %s path', (path) => {
  it.each(['to-server', 'to-client'] as const)(
    'is cut at any byte %s; afterwards the event is there at most once, and a repeat settles it',
    async (way) => {
      let [lost, kept] = [0, 0]
      for (let bytes = 0; bytes < 400; bytes += 37) {
        const stream = `cut-${path}-${way}-${bytes}`
        const client = clientOf(through(), path)
        await append(client, stream, 'no_stream')
        const once = event()
        there(forwarder).cutAfter(way, bytes)
        const outcome = await outcomeOf(append(client, stream, 0n, once))
        const stored = there(server).stored(stream).length
        expect([1, 2]).toContain(stored)
        if (outcome !== 1n) [lost, kept] = stored === 1 ? [lost + 1, kept] : [lost, kept + 1]
        there(forwarder).cutAfter(way, Infinity)
        expect(await outcomeOf(append(clientOf(there(server).connectionString, path), stream, 0n, once))).toBe(1n)
        expect(there(server).stored(stream)).toHaveLength(2)
        await client.dispose()
      }
      expect(way === 'to-server' ? lost : kept).toBeGreaterThan(0)
    },
  )
})

describe('a forwarder', () => {
  it('lets exactly so many bytes through', async () => {
    const client = clientOf(through())
    await append(client, 'counted', 'any')
    const before = there(forwarder).bytes['to-server']
    there(forwarder).cutAfter('to-server', 50)
    await errorFrom(append(client, 'counted', 'any', events(20)))
    expect(there(forwarder).bytes['to-server'] - before).toBeGreaterThanOrEqual(50)
    expect(there(server).stored('counted')).toHaveLength(1)
    await client.dispose()
  })

  it('freezes one way: the write is made, the answer comes once it goes on', async () => {
    const client = clientOf(through())
    await append(client, 'frozen', 'any')
    there(forwarder).freeze('to-client')
    const answer = outcomeOf(append(client, 'frozen', 0n))
    expect(await within(150, answer)).toBe(noAnswer)
    expect(there(server).stored('frozen')).toHaveLength(2)
    there(forwarder).resume()
    expect(await answer).toBe(1n)
    await client.dispose()
  })

  it('refuses connections, and takes them again', async () => {
    await there(forwarder).refuse()
    const client = clientOf(through(), 'classic')
    expect(await errorFrom(append(client, 'refused', 'any'))).toMatchObject({ type: 'unavailable' })
    await there(forwarder).accept()
    expect(await outcomeOf(append(client, 'refused', 'any'))).toBe(0n)
    await client.dispose()
  })

  it('cuts a long read in the middle', async () => {
    const client = clientOf(through())
    await append(client, 'long', 'no_stream', events(500))
    there(forwarder).cutAfter('to-client', 20_000)
    expect(await errorFrom(collected(client.readStream('long')))).toMatchObject({ type: 'unavailable' })
    expect(await collected(client.readStream('long'))).toHaveLength(500)
    await client.dispose()
  })
})
