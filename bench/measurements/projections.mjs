import { createHash } from 'node:crypto'
import {
  applicationSheet,
  buildEnvelopes,
  caseProgress,
  decodeRecorded,
  dutyPapers,
  journals,
  ledgers,
  nearestInstant,
  payoutLists,
  policyBookKind,
  projectionRunner,
  refundRegisters,
  refundStatistics,
  riskFlags,
  workCalendarKind,
  workQueues,
} from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'
import { decodedMonth } from '../month.mjs'
import { s1Service } from '../s1.mjs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const AFTERWARDS = nearestInstant(Date.parse('2026-07-15T00:00:00Z'))
const FIRST_CASE = '00000000-0000-5000-8000-000000000000'

// Five events a stream: 10,000, 100,000 and 1,000,000 events, over which it has to be flat.
const EVENTS_A_STREAM = 5
// So many are taken in all, by one projection after the other: few events would be over before they could be measured.
const LEAST_EVENTS = 400_000

/** The policy and the working days, as they stand in a store before any case. */
const published = async () => {
  const { refunds, store } = s1Service()
  await refunds.start()()
  const events = []
  for await (const batch of store.readAll()) {
    if (isLeft(batch)) throw new Error(batch.left.message)
    events.push(...batch.right.events)
  }
  return events
}

const kinds = [policyBookKind, workCalendarKind]
const decodedPublished = async () =>
  (await published()).flatMap((recorded) => {
    const kind = kinds.find(({ category }) => recorded.stream.startsWith(`${category}-`))
    if (kind === undefined) return []
    const event = decodeRecorded(kind.registry, recorded)
    if (isLeft(event)) throw new Error(JSON.stringify(event.left))
    return [{ event: event.right, place: recorded }]
  })

/** A month of cases whose customers, numbers and orders are all their own. */
const month = async (count) => {
  const events = await decodedMonth(count)
  let requests = 0
  return [
    ...(await decodedPublished()),
    ...events.map(({ event, place }) => {
      if (event.type !== 'Requested') return { event, place }
      const no = ++requests
      const customer = { ...event.data.customer, subject: `c-${no}` }
      const own = { customer, caseNo: `2026-${String(no).padStart(6, '0')}`, accountId: `TK-${no}` }
      return { event: { ...event, data: { ...event.data, ...own } }, place }
    }),
  ]
}

/** The events, each with a number for its category and type: whoever takes one of them takes all of them. */
const sorted = (events) => {
  const numbers = new Map()
  const list = events.map(({ event, place }) => {
    const name = `${place.stream.slice(0, place.stream.indexOf('-'))} ${event.type}`
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return { event, place, number: numbers.get(name) }
  })
  return { list, names: [...numbers.keys()] }
}

/** Who takes the events of each number, as a runner would hand them out. */
const takersOf = (names, projections) =>
  names.map((name) => {
    const [category, type] = name.split(' ')
    const readers = projections.flatMap(({ reads }) => reads)
    return readers.filter((reader) => reader.category === category && (reader.types?.has(type) ?? true))
  })

const takeAll = (list, takers) => {
  for (const { event, place, number } of list)
    for (const taker of takers[number]) {
      const failure = taker.take(event, place)
      if (failure !== undefined) throw new Error(JSON.stringify(failure))
    }
}

/** Takes all events into fresh projections, as often as it takes to be measured, and asks each time for something. */
const measured = (events, make, ask) => {
  const times = Math.max(1, Math.round(LEAST_EVENTS / events.length))
  const { list, names } = sorted(events)
  return async () => {
    let projections = []
    for (let time = 0; time < times; time++) {
      projections = make().map((projection) => projection.begin())
      takeAll(list, takersOf(names, projections))
      ask(projections)
    }
    return { count: times * events.length, projections }
  }
}

const roles = ['customerService', 'csLead', 'warehouse', 'cashier', 'accountant', 'financeDirector']

const alone = (name, make, perSecond, ask = () => undefined) => ({
  name: `projection · ${name}`,
  unit: 'events',
  byStreams: true,
  target: { perSecond, spread: 1.5 },
  prepare: async ({ streams }) => {
    const events = await month(streams * EVENTS_A_STREAM)
    return measured(
      events,
      () => [make()],
      ([projecting]) => ask(projecting.view),
    )
  },
})

/** Eleven papers by ten projections: the sheets and the fault tables share one. */
const everything = () => [
  workQueues(),
  refundStatistics(),
  riskFlags(),
  applicationSheet(FIRST_CASE),
  caseProgress(FIRST_CASE),
  dutyPapers(),
  ledgers({ sha256 }),
  refundRegisters(),
  payoutLists(),
  journals(),
]

const together = {
  name: 'projections · all eleven papers, one pass',
  unit: 'events',
  byStreams: true,
  target: { perSecond: 500_000, spread: 1.5 },
  prepare: async ({ streams }) => measured(await month(streams * EVENTS_A_STREAM), everything, () => undefined),
}

/** From a store: read in batches, looked up, decoded once, handed to all of them. */
const runner = {
  name: 'projections · all eleven papers, from the memory store',
  unit: 'events',
  target: { perSecond: 500_000 },
  prepare: async ({ streams }) => {
    const events = (await month(Math.min(streams, 20_000) * EVENTS_A_STREAM)).slice(2)
    const store = memoryStore()
    for (const { stream, revision, envelope } of await published())
      await store.append(stream, revision === 0 ? 'no_stream' : revision - 1, [envelope])()
    const actor = { id: 'li', role: 'customerService' }
    for (const { event, place } of events) {
      const { type, data, meta } = event
      const { id, revision, occurredAt } = meta
      const batch = { stream: place.stream, previousHash: '0', occurredAt, actor, correlationId: id, causationId: id }
      const built = buildEnvelopes(() => '0', batch, [{ id, type, schemaVersion: 1, data }])
      if (isLeft(built)) throw new Error(JSON.stringify(built.left))
      const appended = await store.append(place.stream, revision === 0 ? 'no_stream' : revision - 1, built.right)()
      if (isLeft(appended)) throw new Error(JSON.stringify(appended.left))
    }
    const running = projectionRunner({ store, clock: () => AFTERWARDS })
    const handles = everything().map((projection) => running.add(projection))
    return async () => {
      const read = await running.catchUp()
      if (isLeft(read)) throw new Error(JSON.stringify(read.left))
      const stopped = read.right.find((status) => status.stopped !== undefined)
      if (stopped !== undefined) throw new Error(JSON.stringify(stopped))
      return { count: events.length, handles }
    }
  },
}

export const projections = [
  alone('work queues, and the top of each', workQueues, 1_000_000, (view) => {
    for (const role of roles) view.of(role, AFTERWARDS, { limit: 20 })
  }),
  alone('statistics', refundStatistics, 1_000_000, (view) => view.of({ kind: 'month', month: '2026-06' })),
  alone('risk flags', riskFlags, 2_000_000, (view) => view.standing(AFTERWARDS)),
  alone(
    'application sheet',
    () => applicationSheet(FIRST_CASE),
    2_000_000,
    (view) => view.current(),
  ),
  alone(
    'progress of a case',
    () => caseProgress(FIRST_CASE),
    2_000_000,
    (view) => view.current(),
  ),
  together,
  runner,
]
