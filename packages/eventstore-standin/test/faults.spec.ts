import { once } from 'node:events'
import { binaryEvent } from '@eventstore/db-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { errorNames, startStandin, type ErrorName } from '../src/index.js'
import {
  append,
  clientOf,
  collected,
  errorFrom,
  eventually,
  event,
  events,
  noAnswer,
  outcomeOf,
  paths,
  scene,
  typeOf,
  within,
} from './scene.js'

const where = scene()
afterEach(() => where.server.faults.clear())

/** What the client makes of each error, on either path. */
const asSeen: Readonly<Record<ErrorName, readonly [batch: string, classic: string]>> = {
  'access-denied': ['access-denied', 'access-denied'],
  'bad-request': ['unknown', 'unknown'],
  cancelled: ['cancelled', 'cancelled'],
  'commit-timeout': ['deadline-exceeded', 'timeout'],
  'consumer-too-slow': ['timeout', 'timeout'],
  'deadline-exceeded': ['deadline-exceeded', 'deadline-exceeded'],
  'forward-timeout': ['deadline-exceeded', 'timeout'],
  internal: ['unknown', 'unknown'],
  'invalid-position': ['unknown', 'unknown'],
  'maximum-append-event-size-exceeded': ['unknown', 'unknown'],
  'maximum-append-size-exceeded': ['maximum-append-size-exceeded', 'maximum-append-size-exceeded'],
  'no-leader-info': ['unknown', 'unknown'],
  'not-found': ['not-found', 'not-found'],
  'not-leader': ['not-leader', 'not-leader'],
  'prepare-timeout': ['deadline-exceeded', 'timeout'],
  reset: ['unknown', 'unknown'],
  'resource-exhausted': ['unknown', 'unknown'],
  'server-is-busy': ['unknown', 'unavailable'],
  'server-is-not-ready': ['unknown', 'unavailable'],
  'stream-deleted': ['stream-deleted', 'stream-deleted'],
  unauthenticated: ['access-denied', 'access-denied'],
  unavailable: ['unavailable', 'unavailable'],
  unimplemented: ['unknown', 'unknown'],
  unknown: ['unknown', 'unknown'],
  'wrong-expected-version': ['wrong-expected-version', 'wrong-expected-version'],
}

describe.each(paths)('an append on the %s path', (path) => {
  it.each(errorNames)('can be refused with %s', async (outcome) => {
    const stream = `refused-${path}-${outcome}`
    where.server.faults.inject({ on: 'append', outcome })
    const error = await errorFrom(append(where.client(path), stream, 'no_stream'))
    expect(error.type).toBe(asSeen[outcome][path === 'batch' ? 0 : 1])
    expect(where.server.stored(stream)).toEqual([])
    expect(await outcomeOf(append(where.client(path), stream, 'no_stream'))).toBe(0n)
  })
})

describe.each(paths)('on the %s path, an append', (path) => {
  const sent = event('11111111-1111-4111-8111-111111111111')
  const options = { expectedRevision: 'no_stream', deadline: 400 } as const

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('loses its connection %s the write, and a repeat settles which', async (when, written) => {
    const stream = `cut-${path}-${when}`
    const { server } = where
    server.faults.inject({ on: 'append', stream, when, outcome: 'cut' })
    const error = await errorFrom(where.client(path).appendToStream(stream, sent, options))
    expect([error.type, server.stored(stream).length]).toEqual(['unavailable', written])
    expect(await outcomeOf(append(where.client(path), stream, 'no_stream', sent))).toBe(0n)
    expect(server.stored(stream)).toHaveLength(1)
  })

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'gets no answer, stalled %s the write: the batch waits for ever, the classic until its deadline',
    async (when, written) => {
      const stream = `stalled-${path}-${when}`
      const { server } = where
      const fault = server.faults.inject({ on: 'append', stream, when, outcome: 'stall' })
      const answer = outcomeOf(where.client(path).appendToStream(stream, sent, options))
      expect(await within(600, answer)).toBe(path === 'batch' ? noAnswer : 'deadline-exceeded')
      expect([fault.struck, server.stored(stream).length]).toEqual([1, written])
    },
  )

  it('is answered late', async () => {
    const stream = `late-${path}`
    where.server.faults.inject({ on: 'append', stream, when: 'after', delay: 200 })
    const answer = outcomeOf(append(where.client(path), stream, 'no_stream'))
    expect(await within(50, answer)).toBe(noAnswer)
    expect(where.server.stored(stream)).toHaveLength(1)
    expect(await answer).toBe(0n)
  })

  it('meets a fault only where and as often as it was said', async () => {
    const stream = `counted-${path}`
    where.server.faults.inject({
      on: 'append',
      stream: (name) => name === stream,
      skip: 1,
      times: 2,
      outcome: 'server-is-busy',
    })
    const outcomes = []
    for (let n = 0; n < 5; n++) outcomes.push(await outcomeOf(append(where.client(path), stream, 'any')))
    const busy = path === 'batch' ? 'unknown' : 'unavailable'
    expect(outcomes).toEqual([0n, busy, busy, 1n, 2n])
    expect(await outcomeOf(append(where.client(path), `${stream}-other`, 'any'))).toBe(0n)
  })
})

describe('the batch stream', () => {
  it('ends with OK while an append waits: that one and all after it hang', async () => {
    const server = await startStandin()
    const client = clientOf(server.connectionString)
    server.faults.inject({ on: 'append', outcome: 'end' })
    const waiting = outcomeOf(append(client, 'ended', 'any'))
    expect(await within(200, waiting)).toBe(noAnswer)
    expect(await within(200, outcomeOf(append(client, 'ended', 'any')))).toBe(noAnswer)
    // Nor does `dispose` ever come back.
    await server.close()
  })

  it('is killed for all by a message over the limit', async () => {
    const big = binaryEvent({ type: 'T', data: new Uint8Array(17 * 1024 * 1024) })
    const client = where.client()
    await append(client, 'warm', 'any')
    where.server.faults.inject({ on: 'append', delay: 300, times: 3 })
    const small = [1, 2, 3].map((n) => outcomeOf(append(client, `small-${n}`, 'any')))
    const tooBig = errorFrom(client.appendToStream('big', big, { batchAppendSize: 64 * 1024 * 1024 }))
    expect(await Promise.all(small)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(await tooBig).toMatchObject({ type: 'unknown', code: 8 })
  })

  it('times out every append of a client whose clock is slower than its deadline', async () => {
    where.server.skewClock(11_000)
    expect(await outcomeOf(append(where.client(), 'skewed', 'any'))).toBe('deadline-exceeded')
    expect(await outcomeOf(append(where.client('classic'), 'skewed', 'any'))).toBe(0n)
    where.server.skewClock(0)
    expect(await outcomeOf(append(where.client(), 'skewed', 'any'))).toBe(1n)
  })
})

describe('what is read', () => {
  beforeAll(async () => {
    await append(where.client(), 'read', 'any', events(100))
  })

  it.each([
    ['cut', 'unavailable'],
    ['unavailable', 'unavailable'],
    ['end', 'ended'],
  ] as const)('stops after some events: %s', async (outcome, seen) => {
    where.server.faults.inject({ on: 'read', stream: 'read', afterEvents: 40, outcome })
    const revisions: Array<bigint | undefined> = []
    const read = async () => {
      for await (const { event: found } of where.client().readStream('read')) revisions.push(found?.revision)
      return 'ended'
    }
    const end = await read().catch(typeOf)
    expect(end).toBe(seen)
    if (outcome === 'cut') expect(revisions.length).toBeLessThanOrEqual(40)
    else expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => BigInt(index)))
  })

  it('waits in the middle, and goes on', async () => {
    where.server.faults.inject({ on: 'read', afterEvents: 40, delay: 100 })
    expect(await collected(where.client().readStream('read'))).toHaveLength(100)
  })

  it('is refused', async () => {
    where.server.faults.inject({ on: 'read', stream: '$all', outcome: 'server-is-not-ready' })
    expect(await errorFrom(collected(where.client().readAll()))).toMatchObject({ type: 'unavailable' })
  })

  it('frees its call when the client goes', async () => {
    const found = where.client().readAll()
    for await (const _ of found) break
    await found.cancel()
    await eventually(() => where.server.openCalls.filter(({ call }) => call === 'read')).toEqual([])
  })
})

describe('a subscription', () => {
  it.each([
    ['reset', { type: 'unknown', code: 13 }],
    ['unavailable', { type: 'unavailable', code: 14 }],
    ['cancelled', { type: 'cancelled', code: 1 }],
  ] as const)('is dropped: %s', async (how, error) => {
    const subscription = where.client().subscribeToStream('nobody', { fromRevision: 'end' })
    const ended = errorFrom(collected(subscription))
    await once(subscription, 'confirmation')
    where.server.dropSubscriptions(how)
    expect(await ended).toMatchObject(error)
  })

  it('is dropped after so many events', async () => {
    where.server.faults.inject({ on: 'subscribe', stream: 'read', afterEvents: 7, outcome: 'unavailable' })
    const seen: Array<unknown> = []
    const follow = async () => {
      for await (const resolved of where.client().subscribeToStream('read')) seen.push(resolved)
    }
    expect(await errorFrom(follow())).toMatchObject({ type: 'unavailable' })
    expect(seen).toHaveLength(7)
  })
})

describe('server features', () => {
  it('that failed once are remembered as failed by this client', async () => {
    const client = clientOf(where.server.connectionString)
    where.server.faults.inject({ on: 'server-features', outcome: 'internal' })
    expect((await errorFrom(append(client, 'features', 'any'))).message).toContain('INTERNAL')
    expect((await errorFrom(append(client, 'features', 'any'))).message).toContain('INTERNAL')
    await client.dispose()
  })
})

describe('a node that is no longer the leader', () => {
  it('names the one that is, and the client goes there', async () => {
    const other = await startStandin()
    const client = clientOf(where.server.connectionString)
    where.server.resign(other.endpoint)
    expect(await errorFrom(append(client, 'moved', 'any'))).toMatchObject({
      type: 'not-leader',
      leader: { address: other.endpoint.host, port: other.endpoint.port },
    })
    expect(await outcomeOf(append(client, 'moved', 'any'))).toBe(0n)
    expect([where.server.stored('moved').length, other.stored('moved').length]).toEqual([0, 1])
    where.server.lead()
    await client.dispose()
    await other.close()
  })
})
