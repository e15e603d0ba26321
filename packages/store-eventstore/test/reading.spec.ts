import { binaryEvent, EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client'
import { comparePositions, type Batch, type Position } from '@refund-case/core'
import { startStandin, type ErrorName, type Fault, type Standin } from '@refund-case/eventstore-standin'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventStore, type EventStoreDb, type EventStoreOptions, type Reconnection } from '../src/index.js'
import { allIn, event, events, freshStream, held } from './events.js'

const stores: Array<EventStoreDb> = []
const quick: EventStoreOptions = { deadlineMs: 5_000, attemptMs: 300, backoff: { firstMs: 5, mostMs: 40 } }
let standin: Standin
let client: EventStoreDBClient

const open = (options: EventStoreOptions = {}, to: Standin = standin): EventStoreDb => {
  const store = held(eventStore(to.connectionString, { ...quick, ...options }))
  stores.push(store)
  return store
}
const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  standin = await startStandin()
  client = EventStoreDBClient.connectionString(standin.connectionString)
})
afterEach(async () => {
  standin.faults.clear()
  await Promise.all(stores.splice(0).map((store) => store.close()))
})
afterAll(async () => {
  await client.dispose()
  await standin.close()
})

const passing = [
  'unavailable',
  'cancelled',
  'internal',
  'unknown',
  'server-is-busy',
  'server-is-not-ready',
  'no-leader-info',
  'reset',
] satisfies ReadonlyArray<ErrorName>
const breaks: { readonly [name: string]: Fault } = {
  'the connection is cut': { outcome: 'cut' },
  'nothing comes': { outcome: 'stall' },
  'the connection is cut halfway': { outcome: 'cut', afterEvents: 3 },
  'nothing more comes halfway': { outcome: 'stall', afterEvents: 3 },
  ...Object.fromEntries(passing.map((outcome) => [`the server answers ${outcome}`, { outcome }])),
}

describe('reading a stream', () => {
  it.each(Object.keys(breaks))('gives all of it, once, when %s', async (name) => {
    const store = open()
    const stream = freshStream()
    const batch = events(7)
    held(await store.append(stream, 'no_stream', batch)())
    standin.faults.inject({ on: 'read', stream, ...breaks[name] })
    const slice = held(await store.readStream(stream)())
    expect(slice.events.map(({ envelope }) => envelope.id)).toEqual(batch.map(({ id }) => id))
  })

  it('ends in time, and says why, when it never comes to an end', async () => {
    const store = open({ deadlineMs: 500 })
    standin.faults.inject({ on: 'read', times: Infinity, outcome: 'stall' })
    expect(await store.readStream(freshStream())()).toMatchObject(left({ code: 'STORE_TIMEOUT', written: 'no' }))
  })

  it('says of a stream that was deleted softly that it is not there, and of one deleted for good that it was', async () => {
    const store = open()
    const [soft, hard] = [freshStream(), freshStream()]
    for (const stream of [soft, hard]) held(await store.append(stream, 'no_stream', events(2))())
    await client.deleteStream(soft)
    await client.tombstoneStream(hard)
    expect(held(await store.readStream(soft)())).toEqual({ events: [], lastRevision: 'no_stream' })
    expect(await store.append(soft, 'stream_exists', events(1))()).toMatchObject(
      left({ kind: 'conflict', actual: 'no_stream' }),
    )
    const gone = left({ code: 'STREAM_DELETED', written: 'no' })
    expect(await store.readStream(hard)()).toMatchObject(gone)
    expect(await store.append(hard, 1, events(1))()).toMatchObject(gone)
    expect(await store.append(hard, 'stream_exists', events(1))()).toMatchObject(gone)
  })

  it('knows how long a truncated stream is, also where nothing of it is left', async () => {
    const store = open()
    const stream = freshStream()
    held(await store.append(stream, 'no_stream', events(10))())
    await client.setStreamMetadata(stream, { truncateBefore: 6 })
    const slice = held(await store.readStream(stream)())
    expect([slice.events.map(({ revision }) => revision), slice.lastRevision]).toEqual([[6, 7, 8, 9], 9])
    await client.setStreamMetadata(stream, { truncateBefore: 10 })
    expect(held(await store.readStream(stream)())).toEqual({ events: [], lastRevision: 9 })
    expect(held(await store.append(stream, 9, events(1))())).toMatchObject({ revision: 10 })
  })

  it('names the place of what is none of ours', async () => {
    const store = open()
    const whole = {
      $correlationId: 'c',
      $causationId: 'c',
      schemaVersion: 1,
      occurredAt: 'some day',
      actor: { id: 'a', role: 'b' },
    }
    const strangers: ReadonlyArray<readonly [EventData, string]> = [
      [jsonEvent({ type: 'OrderPlaced', data: { a: 1 } }), '/metadata'],
      [binaryEvent({ type: 'Reviewed', data: Buffer.from('x') }), '/data'],
      [jsonEvent({ type: 'Reviewed', data: 'text' }), '/data'],
      [
        jsonEvent({ type: 'Reviewed', data: {}, metadata: { ...whole, restedOn: {}, previousHash: 'x', hash: 'y' } }),
        '/occurredAt',
      ],
    ]
    for (const [stranger, path] of strangers) {
      const stream = freshStream()
      held(await store.append(stream, 'no_stream', events(1))())
      await client.appendToStream(stream, stranger)
      const refused = left({ code: 'EVENT_UNREADABLE', facts: { stream, revision: 1, path } })
      expect(await store.readStream(stream)()).toMatchObject(refused)
      expect(await store.append(stream, 0, events(1))()).toMatchObject(refused)
      const [category = ''] = stream.split('-')
      const read: Array<unknown> = []
      for await (const batch of store.readAll({ filter: { categories: [category] } }))
        read.push(isLeft(batch) ? batch.left.code : batch.right.events.length)
      expect(read).toEqual([1, 'EVENT_UNREADABLE'])
      // Whoever names no category is given what is ours, among whatever else the server holds.
      if (path === '/metadata') for await (const batch of store.readAll()) held(batch)
    }
  })
})

describe('positions', () => {
  it('have both numbers of the server, and refuse those of another store', async () => {
    const store = open()
    const { position } = held(await store.append(freshStream(), 'no_stream', events(1))())
    expect(position).toMatch(/^\d+\/\d+$/)
    expect(await store.end()).toEqual(right(position))
    for (const after of ['5/9', '1/2/3', `${2n ** 64n}/0`]) {
      for await (const batch of store.readAll({ after: after as Position }))
        expect(batch).toMatchObject(left({ code: 'BAD_POSITION' }))
    }
  })
})

describe.each(['23.10', '24.2'] as const)('on a server %s', (version) => {
  let server: Standin
  beforeAll(async () => {
    server = await startStandin({ version })
  })
  afterAll(() => server.close())

  it('reads past what matches nothing, and says how far it came', async () => {
    const store = open({}, server)
    const last = held(await store.append(freshStream('others'), 'no_stream', events(900))())
    let upTo: Position | undefined
    for await (const batch of store.readAll({ filter: { categories: ['none'] } })) upTo = held(batch).upTo
    expect(upTo !== undefined && last.position !== undefined && comparePositions(upTo, last.position)).toBe(0)
  })

  it('filters on the server what is far from the end, and reads on where that breaks', async () => {
    const store = open({}, server)
    const [mine, others] = [freshStream('mine'), freshStream('others')]
    const padded = { data: { text: 'x'.repeat(2_000) } }
    const wanted: Array<string> = []
    for (let round = 0; round < 6; round++) {
      const batch = events(40, padded)
      held(await store.append(mine, round === 0 ? 'no_stream' : round * 40 - 1, batch)())
      held(await store.append(others, round === 0 ? 'no_stream' : round * 40 - 1, events(40, padded))())
      wanted.push(...batch.map(({ id }) => id))
    }
    const { struck } = server.faults.inject({ on: 'subscribe', outcome: 'cut', afterEvents: 50 })
    const injected = server.faults.inject({ on: 'subscribe', outcome: 'cancelled', afterEvents: 20 })
    expect((await allIn(store, 'mine')).map(({ envelope }) => envelope.id)).toEqual(wanted)
    expect(injected.struck + struck).toBeGreaterThan(0)
    const seen: Array<Batch> = []
    for await (const batch of store.readAll({ filter: { types: ['Reviewed'] }, batchSize: 33 })) seen.push(held(batch))
    expect(seen.flatMap((batch) => batch.events).filter(({ stream }) => stream === mine)).toHaveLength(240)
  })

  it('goes on live over every break, gives each event once, and says why it broke', async () => {
    const told: Array<Reconnection> = []
    const store = open({ onReconnect: (each) => told.push(each) }, server)
    const writer = open({}, server)
    const stream = freshStream('live')
    const subscription = store.subscribe({ filter: { categories: ['live'] } })
    const seen: Array<string> = []
    const reading = (async () => {
      for await (const batch of subscription) {
        seen.push(...held(batch).events.map(({ envelope }) => envelope.id))
        if (seen.length === 60) break
      }
    })()
    const wanted: Array<string> = []
    const troubles = ['consumer-too-slow', 'end', 'unavailable', 'cancelled', 'internal', 'cut'] as const
    for (let at = 0; at < 60; at++) {
      const next = event()
      wanted.push(next.id)
      held(await writer.append(stream, at === 0 ? 'no_stream' : at - 1, [next])())
      if (at % 10 === 5) {
        await soon(30)
        const trouble = troubles[(at - 5) / 10] ?? 'end'
        if (trouble === 'cut') server.cutConnections()
        else server.dropSubscriptions(trouble)
      }
    }
    await reading
    expect(seen).toEqual(wanted)
    expect(told.length).toBeGreaterThanOrEqual(5)
    expect(told.map(({ reason }) => reason.code)).toContain('STORE_TIMEOUT')
    expect(subscription.status()).toMatchObject({ state: 'ended' })
  })

  it('holds up nobody but itself when its reader is slow', async () => {
    const store = open({}, server)
    const stream = freshStream('slow')
    const slow = store.subscribe({ filter: { categories: ['slow'] }, batchSize: 5 })
    const seen: Array<string> = []
    const reading = (async () => {
      for await (const batch of slow) {
        seen.push(...held(batch).events.map(({ envelope }) => envelope.id))
        if (seen.length === 400) break
        await soon(3)
      }
    })()
    const wanted: Array<string> = []
    for (let at = 0; at < 400; at += 4) {
      const batch = events(4, { data: { text: 'x'.repeat(3_000) } })
      wanted.push(...batch.map(({ id }) => id))
      held(await store.append(stream, at === 0 ? 'no_stream' : at - 1, batch)())
    }
    await reading
    expect(seen).toEqual(wanted)
  })
})

describe('a server of its own', () => {
  it('that never says that it has caught up is found to have nothing more', async () => {
    const server = await startStandin()
    const store = open({}, server)
    const { position: after } = held(await store.append(freshStream(), 'no_stream', events(3))())
    const stall = server.faults.inject({ on: 'subscribe', outcome: 'stall' })
    for await (const each of store.subscribe(after === undefined ? {} : { after })) {
      expect(held(each)).toEqual({ events: [], upTo: after, caughtUp: true })
      break
    }
    expect(stall.struck).toBe(1)
    await server.close()
  })

  it('that has lost its data is believed: what was there is gone, and is written again as new', async () => {
    const server = await startStandin()
    const store = open({}, server)
    const stream = freshStream('lost')
    const batch = events(40, { data: { text: 'x'.repeat(2_000) } })
    const { position } = held(await store.append(stream, 'no_stream', batch)())
    await server.restart({ data: 'lost' })
    expect(await store.append(stream, 39, events(1))()).toMatchObject(left({ kind: 'conflict', actual: 'no_stream' }))
    expect(held(await store.readStream(stream)())).toEqual({ events: [], lastRevision: 'no_stream' })
    const again = held(await store.append(stream, 'no_stream', batch.slice(0, 2))())
    expect(again).toMatchObject({ revision: 1, idempotent: false })
    expect(await store.end()).toEqual(right(again.position))
    // A place beyond the end of the log brings nothing: whoever keeps one sees that it lies after the store's end.
    for await (const each of store.readAll(position === undefined ? {} : { after: position }))
      expect(held(each)).toEqual({ events: [], upTo: position, caughtUp: true })
    await server.close()
  })
})

const calls = (): number => standin.openCalls.filter(({ call }) => call === 'read' || call === 'subscribe').length

describe('calls on the server', () => {
  it('end when their reader leaves', async () => {
    const store = open()
    held(await store.append(freshStream('left'), 'no_stream', events(300, { data: { text: 'x'.repeat(3_000) } }))())
    const before = calls()
    for await (const batch of store.readAll({ filter: { categories: ['left'] }, batchSize: 1 })) {
      held(batch)
      break
    }
    const subscription = store.subscribe({ filter: { categories: ['left'] }, batchSize: 1 })
    for await (const batch of subscription) {
      held(batch)
      break
    }
    const waiting = store.subscribe({ filter: { categories: ['nothing'] } })
    const iterator = waiting[Symbol.asyncIterator]()
    await iterator.next()
    const next = iterator.next()
    expect(calls()).toBeGreaterThan(before)
    waiting.close()
    expect(await next).toEqual({ done: true, value: undefined })
    for (let tries = 0; tries < 50 && calls() > before; tries++) await soon(10)
    expect(calls()).toBe(before)
  })

  it('end when the store is closed', async () => {
    const store = open()
    const before = calls()
    const iterator = store.subscribe()[Symbol.asyncIterator]()
    await iterator.next()
    const waiting = iterator.next()
    await store.close()
    expect(await waiting).toEqual({ done: true, value: undefined })
    for (let tries = 0; tries < 50 && calls() > before; tries++) await soon(10)
    expect(calls()).toBe(before)
  })
})
