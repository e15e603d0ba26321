import { memoryStore } from '@refund-case/store-memory'
import fc from 'fast-check'
import { isRight, left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { faulty, storeError } from '../../test/faulty-store.js'
import { at, sha256, toyRegistry, type ToyEvent } from '../../test/toy-account.js'
import { buildEnvelopes } from './envelope-builder.js'
import type { Position, RecordedEvent } from './envelope.js'
import type { EitherBatch, EventStore } from './event-store.js'
import { positionAt } from './position.js'
import { catchUp, runProjection, startProjection, type Projection } from './projection.js'
import type { StreamName } from './stream-name.js'

/** What was added to each stream, and how many events were seen. */
interface Totals {
  readonly seen: number
  readonly totals: { readonly [stream: string]: number }
  readonly places: ReadonlyArray<Position>
}

const totals: Projection<ToyEvent, Totals> = {
  name: 'totals',
  reads: { toy: toyRegistry },
  initial: () => ({ seen: 0, totals: {}, places: [] }),
  evolve: ({ seen, totals: before, places }, event) => ({
    seen: seen + 1,
    places: [...places, event.position],
    totals:
      event.type === 'Added' ? { ...before, [event.stream]: (before[event.stream] ?? 0) + event.data.amount } : before,
  }),
}
const start = startProjection(totals)

const event = (stream: StreamName, place: number, type: string, data: object): RecordedEvent => {
  const shared = { occurredAt: at(0), actor: { id: 'li', role: 'clerk' }, correlationId: 'c', causationId: 'c' }
  const built = buildEnvelopes(sha256, { stream, ...shared }, [
    { id: `e${place}`, type, schemaVersion: type === 'Added' ? 3 : 1, data },
  ])
  const envelope = isRight(built) ? built.right[0] : undefined
  if (envelope === undefined) throw new Error('not built')
  return { stream, revision: place, position: positionAt(place), recordedAt: at(0), envelope }
}

const log = fc
  .array(fc.tuple(fc.constantFrom<StreamName>('toy-1', 'toy-2', 'other-1'), fc.integer({ min: 1, max: 9 })), {
    maxLength: 20,
  })
  .map((entries) => entries.map(([stream, amount], index) => event(stream, index + 1, 'Added', { amount })))

const logWithCuts = log.chain((events) =>
  fc.tuple(fc.constant(events), fc.array(fc.tuple(fc.nat({ max: events.length }), fc.nat({ max: events.length })))),
)

describe('a projection (rule 14)', () => {
  it('fed with duplicates, in any chunks, or begun again, equals one fed once', () => {
    fc.assert(
      fc.property(logWithCuts, ([events, chunks]) => {
        const once = runProjection(totals, start, events)
        let reached = 0
        let run = start
        for (const [from, to] of chunks) {
          // A reader never skips, but it may repeat.
          const further = runProjection(totals, run, events.slice(Math.min(from, reached), to))
          if (isRight(further)) run = JSON.parse(JSON.stringify(further.right)) as typeof run
          reached = Math.max(reached, to)
        }
        expect(runProjection(totals, run, events.slice(reached))).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })

  it('sees every event of its categories once, in order, and no others', () => {
    fc.assert(
      fc.property(log, (events) => {
        const own = events.filter(({ stream }) => stream.startsWith('toy-'))
        const run = runProjection(totals, start, events)
        expect(isRight(run) && run.right.state.places).toEqual(own.map(({ position }) => position))
      }),
    )
  })

  it('stops before an event that does not decode, and goes on from there once it does', () => {
    const events = [
      event('toy-1', 1, 'Added', { amount: 1 }),
      event('toy-1', 2, 'Added', { amount: 'many' }),
      event('toy-1', 3, 'Added', { amount: 2 }),
    ]
    const stopped = runProjection(totals, start, events)
    const before = { state: { seen: 1, totals: { 'toy-1': 1 }, places: ['1'] }, checkpoint: '1' }
    const cause = expect.objectContaining({
      kind: 'undecodable',
      stream: 'toy-1',
      revision: 2,
      path: '/data/amount',
    }) as unknown
    expect(stopped).toEqual(left({ kind: 'projectionStopped', projection: 'totals', cause, run: before }))
    const mended = [event('toy-1', 2, 'Added', { amount: 5 }), ...events.slice(2)]
    const resumed = isRight(stopped) ? stopped : runProjection(totals, stopped.left.run, mended)
    expect(isRight(resumed) && resumed.right.state.totals).toEqual({ 'toy-1': 8 })
  })
})

const filled = async (): Promise<EventStore> => {
  const store = memoryStore()
  for (const [place, stream] of (['toy-1', 'other-1', 'toy-2', 'toy-1'] as const).entries())
    await store.append(stream, 'any', [event(stream, place, 'Added', { amount: place + 1 }).envelope])()
  return store
}

describe('catching up with a store', () => {
  it('reads what is there, and the next time only what came since', async () => {
    const store = await filled()
    const first = await catchUp(store, totals)
    expect(isRight(first) && first.right.state.totals).toEqual({ 'toy-1': 5, 'toy-2': 3 })
    await store.append('toy-2', 'any', [event('toy-2', 9, 'Added', { amount: 4 }).envelope])()
    const again = isRight(first) ? await catchUp(store, totals, first.right) : first
    expect(isRight(again) && [again.right.state.totals, again.right.state.seen]).toEqual([
      { 'toy-1': 5, 'toy-2': 7 },
      4,
    ])
    expect(isRight(again) && (await catchUp(store, totals, again.right))).toEqual(again)
  })

  it('comes to the same in batches of any size', async () => {
    const store = await filled()
    const whole = await catchUp(store, totals)
    for (const batchSize of [1, 2, 3]) {
      const inBatches: EventStore = { ...store, readAll: (options) => store.readAll({ ...options, batchSize }) }
      expect(await catchUp(inBatches, totals)).toEqual(whole)
    }
  })

  it('reports where the store failed it, and what was reached', async () => {
    const store = await filled()
    const breaking: EventStore = {
      ...faulty(store, []),
      async *readAll(options): AsyncIterable<EitherBatch> {
        for await (const batch of store.readAll({ ...options, batchSize: 1 })) {
          yield batch
          yield left(storeError('STORE_UNAVAILABLE', 'no'))
          return
        }
      },
    }
    const stopped = await catchUp(breaking, totals)
    expect(stopped).toEqual(
      left({
        kind: 'projectionStopped',
        projection: 'totals',
        cause: storeError('STORE_UNAVAILABLE', 'no'),
        run: { state: { seen: 1, totals: { 'toy-1': 1 }, places: ['1'] }, checkpoint: '1' },
      }),
    )
  })

  it('never moves its checkpoint back, so that what is repeated stays harmless', async () => {
    const store = await filled()
    const whole = await catchUp(store, totals)
    const repeating: EventStore = {
      ...store,
      async *readAll(options): AsyncIterable<EitherBatch> {
        yield* store.readAll({ ...options })
        yield* store.readAll({ batchSize: 1 })
        yield* store.readAll({ batchSize: 2 })
      },
    }
    expect(await catchUp(repeating, totals)).toEqual(whole)
  })
})
