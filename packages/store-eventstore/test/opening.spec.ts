import { readFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient } from '@eventstore/db-client'
import type { Envelope, StreamName } from '@refund-case/core'
import { startCluster, startStandin, type Standin } from '@refund-case/eventstore-standin'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventStore, setUpAccess, type EventStoreDb, type EventStoreOptions } from '../src/index.js'
import { allIn, event, events, freshStream, held, idsIn } from './events.js'

const certificate = (name: string): string =>
  fileURLToPath(new URL(`../../eventstore-standin/certificates/${name}`, import.meta.url))
const tls = { cert: readFileSync(certificate('server.crt')), key: readFileSync(certificate('server.key')) }
const PASSWORD = 'p@ss:word/ü'
const users = [
  { name: 'admin', password: 'changeit', groups: ['$admins'] },
  { name: 'shop', password: PASSWORD },
  { name: 'auditor', password: 'reads' },
]
const quick: EventStoreOptions = { deadlineMs: 1_500, attemptMs: 700, backoff: { firstMs: 5, mostMs: 40 } }

const stores: Array<EventStoreDb> = []
const open = (connection: string | EventStoreDBClient, options: EventStoreOptions = {}): EventStoreDb => {
  const store = held(eventStore(connection, { ...quick, ...options }))
  stores.push(store)
  return store
}
const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

let plain: Standin
let secure: Standin
beforeAll(async () => {
  plain = await startStandin()
  secure = await startStandin({ tls, auth: { users } })
})
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await plain.close()
  await secure.close()
})

const secret = 'tops3cret'

describe('a connection that is described wrongly', () => {
  it.each([
    '',
    'http://127.0.0.1:2113',
    'esdb://',
    'esdb:/127.0.0.1',
    `esdb://shop:${secret}`,
    `esdb://shop:${secret}@`,
    `esdb://shop:${secret}%@127.0.0.1`,
    `esdb://shop:${secret}@127.0.0.1?tls=false`,
    `esdb://shop:${secret}@[::1]:2113`,
    `esdb://shop:${secret}@127.0.0.1:99999`,
    `esdb://shop:${secret}@127.0.0.1:2113?tsl=true`,
    `esdb://shop:${secret}@127.0.0.1:2113?tls=yes`,
    `esdb://shop:${secret}@127.0.0.1:2113?tlsVerifyCert=false`,
    `esdb://shop:${secret}@127.0.0.1:2113?throwOnAppendFailure=false`,
    `esdb://shop:${secret}@127.0.0.1:2113?tlsCAFile=/nowhere/ca.crt`,
    `esdb://shop:${secret}@127.0.0.1:2113?userCertFile=/nowhere/user.crt`,
    `esdb://shop:${secret}@127.0.0.1:2113?password=${secret}`,
  ])('is refused, and nothing of its secrets is said: %s', (connection) => {
    const opened = eventStore(connection)
    expect(opened).toMatchObject(left({ code: 'STORE_MISCONFIGURED', written: 'no' }))
    expect(JSON.stringify(opened)).not.toContain(secret)
    if (isLeft(opened)) expect(opened.left.message.length).toBeGreaterThan(20)
  })

  it.each([
    { prefix: 'shop-1' },
    { prefix: '$shop' },
    { prefix: 7 },
    { deadlineMs: 0 },
    { attemptMs: Number.NaN },
    { maxAppendBytes: -1 },
    { backoff: { firstMs: 0, mostMs: 1 } },
  ])('has no such options: %j', (options) => {
    expect(eventStore('esdb://127.0.0.1:2113?tls=false', options as EventStoreOptions)).toMatchObject(
      left({ code: 'STORE_MISCONFIGURED' }),
    )
  })

  it('is no other object', () => {
    for (const other of [{}, null, 7])
      expect(eventStore(other as never)).toMatchObject(left({ code: 'STORE_MISCONFIGURED' }))
  })
})

/** The codes of everything that a store on this connection says. */
const said = async (connection: string) => {
  const store = open(connection, { deadlineMs: 500 })
  const [check, append, read] = [
    await store.check(),
    await store.append(freshStream(), 'no_stream', events(1))(),
    await store.readStream(freshStream())(),
  ]
  const all: Array<unknown> = []
  for await (const batch of store.readAll()) all.push(isLeft(batch) ? batch.left.code : 'read')
  const codes = [check, append, read].map((answer) =>
    isLeft(answer) && 'code' in answer.left ? answer.left.code : 'done',
  )
  if (isLeft(append) && append.left.kind === 'storeError') expect(append.left.written).toBe('no')
  expect(JSON.stringify([check, append, read])).not.toContain(secret)
  return new Set([...codes, ...all])
}

// On a busy machine half a second may be over before a connection is refused: what was sent is not known then.
describe('a server that cannot be used', { retry: 4 }, () => {
  it('because nothing listens there', async () => {
    const closed = createServer()
    const free = await listening(closed)
    await new Promise((resolve) => closed.close(resolve))
    expect(await said(`esdb://127.0.0.1:${free}?tls=false`)).toEqual(new Set(['STORE_UNAVAILABLE']))
    const cluster = `esdb://127.0.0.1:${free},127.0.0.1:${free}?tls=false&maxDiscoverAttempts=1`
    expect(await said(cluster)).toEqual(new Set(['STORE_UNAVAILABLE']))
  })

  it('because it speaks something else', async () => {
    const http = createHttpServer((_, answer) => answer.end('hello'))
    const port = await listening(http)
    const codes = await said(`esdb://127.0.0.1:${port}?tls=false`)
    expect([...codes].every((code) => code === 'STORE_MISCONFIGURED' || code === 'STORE_UNAVAILABLE')).toBe(true)
    http.closeAllConnections()
    http.close()
  })

  it('because one of the two uses TLS and the other does not', async () => {
    const { host, port } = plain.endpoint
    expect(await said(`esdb://${host}:${port}?tls=true`)).toEqual(new Set(['STORE_MISCONFIGURED']))
    const other = secure.endpoint
    const codes = await said(`esdb://${other.host}:${other.port}?tls=false`)
    expect([...codes].every((code) => code === 'STORE_MISCONFIGURED' || code === 'STORE_UNAVAILABLE')).toBe(true)
  })

  it('because its certificate is signed by nobody who is trusted here', async () => {
    const { host, port } = secure.endpoint
    const from = `esdb://shop:${secret}@${host}:${port}`
    expect(await said(from)).toEqual(new Set(['STORE_MISCONFIGURED']))
    expect(await said(`${from}?tlsCAFile=${certificate('other-ca.crt')}`)).toEqual(new Set(['STORE_MISCONFIGURED']))
  })

  it('because user or password are wrong', async () => {
    const { host, port } = secure.endpoint
    const codes = await said(`esdb://shop:${secret}@${host}:${port}?tlsCAFile=${certificate('ca.crt')}`)
    expect(codes).toEqual(new Set(['ACCESS_DENIED']))
  })
})

describe('least privilege', () => {
  it('lets the service read and append, auditors read, and nobody else do anything', async () => {
    const { host, port } = secure.endpoint
    const as = (name: string, password: string) =>
      `esdb://${name}:${encodeURIComponent(password)}@${host}:${port}?tlsCAFile=${certificate('ca.crt')}`
    const admin = EventStoreDBClient.connectionString(as('admin', 'changeit'))
    for (let times = 0; times < 2; times++)
      expect(await setUpAccess(admin, { service: 'shop', readers: ['auditor'], checkpoints: ['ledger'] })()).toEqual(
        right(undefined),
      )
    const [shop, auditor] = [open(as('shop', PASSWORD)), open(as('auditor', 'reads'))]
    const stream = freshStream('refundCase')
    held(await shop.append(stream, 'no_stream', events(2))())
    expect(await allIn(shop, 'refundCase')).toHaveLength(2)
    expect(await idsIn(auditor, stream)).toHaveLength(2)
    expect(await allIn(auditor, 'refundCase')).toHaveLength(2)
    expect(isRight(await shop.check())).toBe(true)
    expect(await auditor.append(stream, 1, events(1))()).toMatchObject(left({ code: 'ACCESS_DENIED', written: 'no' }))
    const position = held(await shop.end())
    expect(await shop.checkpoints.save('stranger', position)()).toMatchObject(left({ code: 'ACCESS_DENIED' }))
    await admin.dispose()
  })
})

describe('what is too large', () => {
  it('is refused before it is sent, with its size, by the larger of the two counts of servers', async () => {
    const store = open(plain.connectionString)
    const text = 'x'.repeat(1_048_400)
    const stream = freshStream()
    held(await store.append(stream, 'no_stream', [event({ data: { text: text.slice(0, -1_000) } })])())
    const refused = await store.append(stream, 0, [event({ data: { text } })])()
    expect(refused).toMatchObject(
      left({ code: 'EVENT_TOO_LARGE', written: 'no', facts: { maximum: 1_048_576, stream } }),
    )
    const roomy = await open(plain.connectionString, { maxAppendBytes: 2 ** 24 }).append(stream, 0, [
      event({ data: { text: text.repeat(3) } }),
    ])()
    expect(roomy).toMatchObject(left({ code: 'EVENT_TOO_LARGE', written: 'no' }))
  })
})

const ids = (batch: ReadonlyArray<Envelope>) => batch.map(({ id }) => id)

describe('several shops on one server', () => {
  it('see their own streams only, under the same names, and the same histories', async () => {
    const [north, south, whole] = [{ prefix: 'north.' }, { prefix: 'south.' }, {}].map((options) =>
      open(plain.connectionString, options),
    )
    if (north === undefined || south === undefined || whole === undefined) return
    const stream: StreamName = `shared-${freshStream()}`
    const [theirs, ours] = [events(2), events(3)]
    held(await north.append(stream, 'no_stream', theirs)())
    held(await south.append(stream, 'no_stream', ours)())
    expect(await idsIn(north, stream)).toEqual(ids(theirs))
    expect((await allIn(south, 'shared')).map(({ envelope }) => envelope.id)).toEqual(ids(ours))
    const all: Array<string> = []
    for await (const batch of south.readAll()) all.push(...held(batch).events.map(({ stream: of }) => of))
    expect(new Set(all)).toEqual(new Set([stream]))
    expect(plain.stored(`north.${stream}`)).toHaveLength(2)
    expect(held(await whole.readStream(stream)()).lastRevision).toBe('no_stream')
  })
})

describe('a cluster', () => {
  it('is written and read through the loss of its leader, and read fresh', async () => {
    const cluster = await startCluster()
    const store = open(cluster.connectionString, { deadlineMs: 10_000 })
    const stream = freshStream()
    const written: Array<string> = []
    const [first, second, third] = cluster.nodes
    for (let at = 0; at < 30; at++) {
      const next = event()
      if (at === 10) cluster.elect(second)
      if (at === 20) {
        cluster.elect(undefined)
        setTimeout(() => cluster.elect(third), 60)
      }
      if (at === 25) await first?.stop('killed')
      held(await store.append(stream, at === 0 ? 'no_stream' : at - 1, [next])())
      written.push(next.id)
      expect(held(await store.readStream(stream)()).lastRevision).toBe(at)
    }
    expect(await idsIn(store, stream)).toEqual(written)
    await store.close()
    await cluster.close()
  })
})
