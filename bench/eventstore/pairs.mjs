// The EventStoreDB store beside the raw client on the same server, which is another process: pairs in turn, and where
// the ratio of a pair lies with 95 % certainty. node --expose-gc bench/eventstore/pairs.mjs [--quick] [--only TEXT]
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client'
import { decodeRecorded, eventRegistry, storedEvent } from '@refund-case/core'
import { spawnStandin } from '@refund-case/eventstore-standin'
import { eventStore } from '@refund-case/store-eventstore'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { builtEvents } from '../events.mjs'
import { growth } from './growth.mjs'
import { ratioOf } from './ratio.mjs'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
const pairs = options.quick ? 5 : 15
const scale = options.quick ? 0.25 : 1

const url = process.env.EVENTSTORE_URL ?? ''
const server = url === '' ? await spawnStandin() : undefined
const connection = server?.connectionString ?? url
const client = EventStoreDBClient.connectionString(connection)
const classic = EventStoreDBClient.connectionString(connection)
const open = (appends) => {
  const store = eventStore(connection, { appends, maxAppendBytes: 16_000_000 })
  if (isLeft(store)) throw new Error(store.left.message)
  return store.right
}
const stores = { batch: open('batch'), classic: open('classic') }

const template = builtEvents(1)[0]
const fresh = () => ({ ...template, id: randomUUID() })
const asRaw = ({ id, type, data, ...metadata }) => jsonEvent({ id, type, data, metadata })

/** Appends so many batches, 64 at a time, each to a stream of its own. */
const inFlight = async (count, appendOne) => {
  let next = 0
  const lane = async () => {
    while (next < count) await appendOne(next++)
  }
  await Promise.all(Array.from({ length: 64 }, lane))
}
const name = () => `bench-${randomUUID()}`

const appending = (path, size) => ({
  name: `append ${size}, 64 in flight · ${path}`,
  bound: 0.95,
  prepare: () => {
    const count = Math.ceil((size === 1 ? 1_500 : 250) * scale)
    const batches = Array.from({ length: count }, () => builtEvents(size))
    return {
      unit: count * size,
      raw: () => {
        // What a caller of the client would hand it is made before the clock starts, as envelopes are.
        const raw = batches.map((batch) => batch.map(asRaw))
        const forced = path === 'classic' ? { credentials: { username: 'none', password: 'none' } } : {}
        return () =>
          inFlight(count, (at) =>
            (path === 'batch' ? client : classic).appendToStream(name(), raw[at], {
              expectedRevision: 'no_stream',
              ...forced,
            }),
          )
      },
      ours: () => () => inFlight(count, (at) => stores[path].append(name(), 'no_stream', batches[at])()),
    }
  },
})

const LONG = Math.ceil(8_000 * scale)
const long = name()
const registry = eventRegistry(
  Array.from({ length: 30 }, (_, index) =>
    storedEvent(
      `Type${index}`,
      1,
      t.strict({
        amount: t.number,
        currency: t.string,
        lines: t.readonlyArray(t.strict({ lineNo: t.number, quantity: t.number })),
        reason: t.string,
      }),
    ),
  ),
)
const prepareLong = async () => {
  for (let at = 0; at < LONG; at += 500) {
    const appended = await stores.batch.append(
      long,
      at === 0 ? 'no_stream' : at - 1,
      builtEvents(Math.min(500, LONG - at)),
    )()
    if (isLeft(appended)) throw new Error(JSON.stringify(appended.left))
  }
}
const decoded = (events) => {
  for (const event of events) if (isLeft(decodeRecorded(registry, event))) throw new Error('not decoded')
}
const rawRead = () => async () => {
  let count = 0
  for await (const { event } of client.readStream(long)) if (event !== undefined) count++
  return count
}
const ourRead = (use) => () => async () => {
  const slice = await stores.batch.readStream(long)()
  use(slice.right.events)
}
const rawCatchUp = () => async () => {
  let count = 0
  const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['bench-'] }) })
  subscription.on('caughtUp', () => void subscription.unsubscribe())
  for await (const { event } of subscription) if (event !== undefined) count++
  return count
}
const ourCatchUp = (use) => () => async () => {
  for await (const batch of stores.batch.readAll({ filter: { categories: ['bench'] } })) use(batch.right.events)
}
const reading = (what, bound, raw, ours) => ({ name: what, bound, prepare: () => ({ unit: LONG, raw, ours }) })

const measurements = [
  // First, while the log holds one long stream and nothing else.
  reading(
    'read a stream',
    0.97,
    rawRead,
    ourRead(() => undefined),
  ),
  reading('read a stream, and decode', 0.9, rawRead, ourRead(decoded)),
  reading(
    'catch up',
    0.97,
    rawCatchUp,
    ourCatchUp(() => undefined),
  ),
  reading('catch up, and decode', 0.9, rawCatchUp, ourCatchUp(decoded)),
  appending('batch', 1),
  appending('batch', 16),
  appending('classic', 1),
  appending('classic', 16),
].filter((each) => each.name.includes(options.only))

const timed = async (make) => {
  const run = make()
  globalThis.gc?.()
  const start = performance.now()
  await run()
  return performance.now() - start
}

await prepareLong()
for (const { name: what, bound, prepare } of measurements) {
  const { unit, raw, ours } = prepare()
  await timed(raw)
  await timed(ours)
  const taken = []
  for (let pair = 0; pair < pairs; pair++) {
    // Who begins changes, so that neither profits from what the other left.
    const first =
      pair % 2 === 0 ? [await timed(raw), await timed(ours)] : [await timed(ours), await timed(raw)].toReversed()
    taken.push(first)
  }
  const { median, from, to } = ratioOf(taken.map(([theirs, mine]) => theirs / mine))
  const perSecond = Math.round((unit * 1_000) / taken.map(([, mine]) => mine).toSorted((a, b) => a - b)[pairs >> 1])
  const verdict = to >= bound ? 'ok' : 'MISSED'
  const figures = `${median.toFixed(2)} of raw (${from.toFixed(2)}–${to.toFixed(2)}), ${perSecond} events/s`
  process.stdout.write(`${what.padEnd(36)} ${figures.padEnd(48)} ≥ ${bound} ${verdict}\n`)
}
if ('memory'.includes(options.only) || options.only === '')
  await growth(stores.batch, options.quick ? 20_000 : 200_000, fresh)

await Promise.all(Object.values(stores).map((store) => store.close()))
await client.dispose()
await classic.dispose()
await server?.stop()
