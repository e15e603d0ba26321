import { startStandin, type ErrorName, type Fault, type Standin } from '@refund-case/eventstore-standin'
import { isLeft, left } from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventStore, type EventStoreDb, type EventStoreOptions } from '../src/index.js'
import { derivedId, event, events, freshStream, held, idsIn } from './events.js'

let standin: Standin
const stores: Array<EventStoreDb> = []
const quick: EventStoreOptions = { deadlineMs: 4_000, attemptMs: 250, backoff: { firstMs: 5, mostMs: 40 } }

const open = (options: EventStoreOptions = {}): EventStoreDb => {
  const store = held(eventStore(standin.connectionString, { ...quick, ...options }))
  stores.push(store)
  return store
}

beforeAll(async () => {
  standin = await startStandin()
})
afterEach(async () => {
  standin.faults.clear()
  await Promise.all(stores.splice(0).map((store) => store.close()))
})
afterAll(() => standin.close())

const paths = ['batch', 'classic'] as const

/** Everything that may happen to an append on its way, and pass. */
const mishaps: { readonly [name: string]: Fault } = {
  'the connection is cut before the write': { outcome: 'cut' },
  'the connection is cut after the write': { outcome: 'cut', when: 'after' },
  'the server never answers': { outcome: 'stall' },
  'the server writes and never answers': { outcome: 'stall', when: 'after' },
  'the answer comes too late': { outcome: 'answer', when: 'after', delay: 400 },
  'the server ends the call with OK and no answer': { outcome: 'end' },
  'the server ends the call with OK after the write': { outcome: 'end', when: 'after' },
  ...Object.fromEntries(
    (
      [
        'cancelled',
        'commit-timeout',
        'prepare-timeout',
        'forward-timeout',
        'deadline-exceeded',
        'internal',
        'no-leader-info',
        'reset',
        'server-is-busy',
        'server-is-not-ready',
        'unavailable',
        'unknown',
      ] satisfies ReadonlyArray<ErrorName>
    ).flatMap((outcome) => [
      [`the server answers ${outcome}`, { outcome }],
      [`the server writes and answers ${outcome}`, { outcome, when: 'after' as const }],
    ]),
  ),
}

describe.each(paths)('an append over the %s path', (appends) => {
  it.each(Object.keys(mishaps))('is written once, and said to be, when %s', async (mishap) => {
    const store = open({ appends })
    const stream = freshStream()
    const [first, second] = [events(2), events(1)]
    held(await store.append(stream, 'no_stream', first)())
    standin.faults.inject({ on: 'append', ...mishaps[mishap] })
    const appended = held(await store.append(stream, 1, second)())
    expect(appended).toMatchObject({ revision: 2, idempotent: false })
    expect(await idsIn(store, stream)).toEqual([...first, ...second].map(({ id }) => id))
  })

  it('says that it is not known what became of it when the time is over, and finds it later', async () => {
    const store = open({ appends, deadlineMs: 600 })
    const stream = freshStream()
    const batch = events(2)
    standin.faults.inject({ on: 'append', times: Infinity, outcome: 'stall', when: 'after' })
    const before = performance.now()
    const answer = await store.append(stream, 'no_stream', batch)()
    expect(answer).toMatchObject(left({ code: 'STORE_TIMEOUT', written: 'unknown' }))
    expect(performance.now() - before).toBeLessThan(1_500)
    standin.faults.clear()
    expect(held(await store.append(stream, 'no_stream', batch)())).toMatchObject({ revision: 1, idempotent: true })
    expect(await idsIn(store, stream)).toHaveLength(2)
  })

  it('says that nothing was written where the server said so each time', async () => {
    const store = open({ appends, deadlineMs: 300 })
    standin.faults.inject({ on: 'append', times: Infinity, outcome: 'server-is-not-ready' })
    expect(await store.append(freshStream(), 'no_stream', events(1))()).toMatchObject(
      left({ code: 'STORE_UNAVAILABLE', written: 'no' }),
    )
  })

  it.each([
    ['ACCESS_DENIED', 'access-denied'],
    ['ACCESS_DENIED', 'unauthenticated'],
    ['EVENT_TOO_LARGE', 'maximum-append-size-exceeded'],
    ['EVENT_TOO_LARGE', 'maximum-append-event-size-exceeded'],
    ['STREAM_DELETED', 'stream-deleted'],
  ] as const)('is refused as %s, at once, when the server answers %s', async (code, outcome) => {
    const store = open({ appends })
    const { struck } = standin.faults.inject({ on: 'append', times: Infinity, outcome })
    expect(await store.append(freshStream(), 'no_stream', events(1))()).toMatchObject(left({ code, written: 'no' }))
    expect(struck).toBeLessThanOrEqual(1)
  })

  it('does not take another’s event for its own when it lost the answer and the race', async () => {
    const [store, other] = [open({ appends }), open({ appends })]
    const stream = freshStream()
    const theirs = event()
    standin.faults.inject({ on: 'append', outcome: 'unavailable' })
    const [mine] = await Promise.all([
      store.append(stream, 'no_stream', events(1))(),
      other.append(stream, 'no_stream', [theirs])(),
    ])
    const ids = await idsIn(store, stream)
    expect(ids).toHaveLength(1)
    if (isLeft(mine)) expect(mine.left).toMatchObject({ kind: 'conflict', actual: 0 })
    else expect(ids).not.toContain(theirs.id)
  })

  it('never sends again at any what may have been written: it looks for it', async () => {
    const store = open({ appends })
    const stream = freshStream()
    const batch = events(2)
    standin.faults.inject({ on: 'append', outcome: 'cut', when: 'after' })
    expect(held(await store.append(stream, 'any', batch)())).toMatchObject({ revision: 1, idempotent: false })
    expect(await idsIn(store, stream)).toHaveLength(2)

    standin.faults.inject({ on: 'append', times: Infinity, outcome: 'stall' })
    expect(await store.append(stream, 'any', events(1))()).toMatchObject(left({ written: 'unknown' }))
    expect(await idsIn(store, stream)).toHaveLength(2)
  })

  it('is written whatever the clocks say', async () => {
    const store = open({ appends })
    for (const skew of [11_000, 3_600_000, -3_600_000]) {
      standin.skewClock(skew)
      expect(held(await store.append(freshStream(), 'no_stream', events(1))())).toMatchObject({ revision: 0 })
    }
    standin.skewClock(0)
  })
})

describe('an append that somebody may have made already', () => {
  it('is known for a repeat by a store that was opened later', async () => {
    const stream = freshStream()
    const batch = events(3)
    held(await open().append(stream, 'no_stream', batch)())
    held(await open().append(stream, 2, events(1))())
    expect(held(await open().append(stream, 'no_stream', batch)())).toMatchObject({ revision: 2, idempotent: true })
  })

  it('is known for a repeat though it was made a moment ago, with other contents under the same ids', async () => {
    const [here, there] = [open(), open()]
    const stream = freshStream()
    const id = derivedId(stream)
    const [mine, theirs] = [event({ id, data: { by: 'mine' } }), event({ id, data: { by: 'theirs' } })]
    // Both have just written, and know where the log ends.
    held(await here.append(freshStream(), 'no_stream', events(1))())
    held(await there.append(freshStream(), 'no_stream', events(1))())
    const answers = await Promise.all([
      here.append(stream, 'no_stream', [mine])(),
      there.append(stream, 'no_stream', [theirs])(),
    ])
    const [stored] = held(await here.readStream(stream)()).events
    const said = answers.map((answer) => held(answer).idempotent)
    expect(said).toEqual(stored?.envelope.data['by'] === 'mine' ? [false, true] : [true, false])
  })

  it('is never said to stand in a stream that was deleted with it', async () => {
    const store = open()
    const stream = freshStream()
    const batch = events(2)
    held(await store.append(stream, 'no_stream', batch)())
    const { EventStoreDBClient } = await import('@eventstore/db-client')
    const client = EventStoreDBClient.connectionString(standin.connectionString)
    await client.deleteStream(stream)
    expect(await open().append(stream, 'no_stream', batch)()).toMatchObject(left({ code: 'STREAM_DELETED' }))
    expect(held(await store.readStream(stream)())).toEqual({ events: [], lastRevision: 'no_stream' })

    const anew = events(2)
    standin.faults.inject({ on: 'append', outcome: 'cut', when: 'after' })
    expect(held(await store.append(stream, 'no_stream', anew)())).toMatchObject({ revision: 3, idempotent: false })
    expect(await idsIn(store, stream)).toEqual(anew.map(({ id }) => id))
    await client.dispose()
  })
})

describe('when several hundred appends are under way', () => {
  it('each has its own outcome, though the connection breaks under all of them', async () => {
    const store = open({ deadlineMs: 30_000 })
    const streams = Array.from({ length: 64 }, () => freshStream())
    const writing = streams.map(async (stream) => {
      for (const expected of ['no_stream', 0, 1, 2] as const) held(await store.append(stream, expected, events(1))())
    })
    for (let cuts = 0; cuts < 5; cuts++) {
      await new Promise((resolve) => setTimeout(resolve, 15))
      standin.cutConnections()
    }
    await Promise.all(writing)
    for (const stream of streams) expect(await idsIn(store, stream)).toHaveLength(4)
  })

  it('they keep their order on a stream, also over a connection that is just being made', async () => {
    const store = open({ attemptMs: 4_000 })
    const stream = freshStream()
    const expected = ['no_stream', ...Array.from({ length: 49 }, (_, revision) => revision)] as const
    const answers = await Promise.all(
      expected.map((revision) => store.append(stream, revision, [event({ id: derivedId(`${stream}${revision}`) })])()),
    )
    expect(answers.map((answer) => held(answer).revision)).toEqual(expected.map((_, at) => at))
  })

  it('closing lets them come to their outcome', async () => {
    const store = open()
    const stream = freshStream()
    const writing = store.append(stream, 'no_stream', events(1))()
    const [answer] = await Promise.all([writing, store.close()])
    expect(held(answer)).toMatchObject({ revision: 0 })
    expect(await store.append(stream, 0, events(1))()).toMatchObject(left({ code: 'STORE_CLOSED', written: 'no' }))
    expect(await store.readStream(stream)()).toMatchObject(left({ code: 'STORE_CLOSED' }))
  })
})
