import { memoryStore } from '@refund-case/store-memory'
import fc from 'fast-check'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { storeError } from '../../../test/faulty-store.js'
import { at, sha256, toyAccount, type ToyEvent } from '../../../test/toy-account.js'
import {
  buildEnvelopes,
  type EitherBatch,
  type EventStore,
  type Stored,
  type StreamName,
} from '../../eventsourcing/index.js'
import { memoryProjectionStore } from './memory-projection-store.js'
import type { Projection, ProjectionFailure } from './projection.js'
import { reading } from './projection.js'
import type { ProjectionStore, ProjectionStoreError } from './projection-store.js'
import { memorySink } from './row-sink.js'
import { projectionRunner, type RunnerOptions } from './runner.js'

interface Totals {
  readonly events: number
  readonly total: number
}

type Refuses = (event: Stored<ToyEvent>) => ProjectionFailure | undefined

/** Adds up what was added; `refuses` says which events it cannot take. Each amount leaves it as a row. */
const totals = (
  name = 'totals',
  { version = 1, factor = 1, refuses = () => undefined }: { version?: number; factor?: number; refuses?: Refuses } = {},
): Projection<() => Totals, Totals, number> => ({
  name,
  version,
  begin: (saved) => {
    let [state = { events: 0, total: 0 }] = saved ?? []
    let rows: ReadonlyArray<number> = []
    return {
      reads: [
        reading(toyAccount, (event) => {
          const refused = refuses(event)
          if (refused !== undefined) return refused
          const amount = event.type === 'Added' ? event.data.amount * factor : 0
          state = { events: state.events + 1, total: state.total + amount }
          rows = [...rows, amount]
          return undefined
        }),
      ],
      view: () => state,
      save: () => [state],
      release: () => {
        const released = rows
        rows = []
        return released
      },
    }
  },
})

const failure: ProjectionFailure = { kind: 'projectionFailure', code: 'TOO_MUCH', message: 'Add less.', facts: {} }
const tooMuch: Refuses = (event) => (event.type === 'Added' && event.data.amount > 100 ? failure : undefined)
const throwing: Refuses = (event) => {
  if (event.type === 'Added' && event.data.amount > 100) throw new Error('secret')
  return undefined
}

let ids = 0
const add = async (store: EventStore, stream: StreamName, ...amounts: ReadonlyArray<unknown>): Promise<void> => {
  for (const amount of amounts) {
    ids++
    const shared = { occurredAt: at(ids), actor: { id: 'li', role: 'clerk' }, correlationId: 'c', causationId: 'c' }
    const built = buildEnvelopes(sha256, { stream, ...shared }, [
      { id: `e${ids}`, type: 'Added', schemaVersion: 3, data: { amount } },
    ])
    if (isLeft(built)) throw new Error('not built')
    await store.append(stream, 'any', built.right)()
  }
}

const runnerOver = (store: EventStore, options: Partial<RunnerOptions> = {}) =>
  projectionRunner({ store, clock: () => at(0), batchSize: 2, ...options })

/** Waits until it is so: what goes on live takes its turns. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let turns = 0; !isSo(); turns++) {
    if (turns > 1_000) throw new Error('never came to be')
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

describe('a runner', () => {
  it('takes in what is there, and the next time only what came since', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2, 3)
    await add(store, 'other-1', 50)
    const runner = runnerOver(store)
    const handle = runner.add(totals())
    expect(isRight(await runner.catchUp())).toBe(true)
    expect(handle.view()()).toEqual({ events: 3, total: 6 })
    await add(store, 'toy-2', 4)
    await runner.catchUp()
    await runner.catchUp()
    expect(handle.view()()).toEqual({ events: 4, total: 10 })
    expect(handle.status()).toMatchObject({ name: 'totals', version: 1, checkpoint: '5', stopped: undefined })
  })

  it('reads each event once for all of its projections, those added later too', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2, 3)
    let read = 0
    const counting: EventStore = {
      ...store,
      async *readAll(options) {
        for await (const batch of store.readAll(options)) {
          if (isRight(batch)) read += batch.right.events.length
          yield batch
        }
      },
    }
    const runner = runnerOver(counting)
    const handles = [runner.add(totals('a')), runner.add(totals('b', { factor: 10 }))]
    await runner.catchUp()
    expect([read, ...handles.map((handle) => handle.view()().total)]).toEqual([3, 6, 60])
    await add(store, 'toy-1', 4)
    const late = runner.add(totals('late'))
    await runner.catchUp()
    expect([...handles.map((handle) => handle.view()().total), late.view()().total]).toEqual([10, 100, 10])
  })

  it('comes to the same whatever fails it on the way, once it is asked again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 9 }), { maxLength: 12 }),
        fc.array(fc.constantFrom('fine', 'broken', 'unsaved', 'restart'), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        async (amounts, course, batchSize) => {
          const store = memoryStore()
          await add(store, 'toy-1', ...amounts)
          const kept = memoryProjectionStore()
          let fails = { reading: false, saving: false }
          const breaking: EventStore = {
            ...store,
            async *readAll(options): AsyncIterable<EitherBatch> {
              for await (const batch of store.readAll(options)) {
                yield batch
                if (!fails.reading) continue
                yield left(storeError('STORE_UNAVAILABLE', 'no'))
                return
              }
            },
          }
          const failing: ProjectionStore = {
            ...kept,
            save: (saved) => (fails.saving ? async () => left(noRoom) : kept.save(saved)),
          }
          const sink = memorySink<number>()
          const begin = () => {
            const options = { states: failing, saveEvery: { events: 2 }, batchSize }
            const runner = runnerOver(breaking, options)
            return { runner, handle: runner.add(totals(), { sink }) }
          }
          let { runner, handle } = begin()
          for (const step of course) {
            fails = { reading: step === 'broken', saving: step === 'unsaved' }
            if (step === 'restart') ({ runner, handle } = begin())
            await runner.catchUp()
          }
          fails = { reading: false, saving: false }
          ;({ runner, handle } = begin())
          await runner.catchUp()
          expect(handle.view()()).toEqual({ events: amounts.length, total: amounts.reduce((a, b) => a + b, 0) })
          expect(sink.rows()).toEqual(amounts)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('says when the store failed it, and keeps what was taken until then', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2, 3, 4)
    let breaks = true
    const breaking: EventStore = {
      ...store,
      async *readAll(options): AsyncIterable<EitherBatch> {
        for await (const batch of store.readAll(options)) {
          yield batch
          if (!breaks) continue
          yield left(storeError('STORE_UNAVAILABLE', 'no'))
          return
        }
      },
    }
    const states = memoryProjectionStore()
    const runner = runnerOver(breaking, { states })
    const handle = runner.add(totals())
    expect(await runner.catchUp()).toEqual(left(storeError('STORE_UNAVAILABLE', 'no')))
    expect(handle.view()()).toEqual({ events: 2, total: 3 })
    expect(await states.load('totals', 1)()).toMatchObject(right({ checkpoint: '2' }))
    breaks = false
    await runner.catchUp()
    expect(handle.view()()).toEqual({ events: 4, total: 10 })
  })
})

const three = async () => {
  const store = memoryStore()
  await add(store, 'toy-1', 1, 500, 2)
  return store
}

describe('a projection that cannot take an event', () => {
  const before = { stream: 'toy-1', revision: 1, position: '2', type: 'Added' }

  it('stops before it with a report, and the others go on', async () => {
    const store = await three()
    const states = memoryProjectionStore()
    const runner = runnerOver(store, { states })
    const [careful, all] = [runner.add(totals('careful', { refuses: tooMuch })), runner.add(totals('all'))]
    const read = await runner.catchUp()
    expect(isRight(read) && read.right.map(({ name, stopped }) => [name, stopped?.cause])).toEqual([
      ['careful', failure],
      ['all', undefined],
    ])
    expect([careful.view()().total, all.view()().total]).toEqual([1, 503])
    expect(careful.status().stopped).toEqual({
      kind: 'projectionStopped',
      projection: 'careful',
      version: 1,
      cause: failure,
      before,
    })
    expect(await states.load('careful', 1)()).toMatchObject(right({ checkpoint: '1' }))
    await add(store, 'toy-1', 3)
    await runner.catchUp()
    expect([careful.view()().total, all.view()().total]).toEqual([1, 506])
  })

  it('goes on from there once the cause is mended', async () => {
    const store = await three()
    let refuses: Refuses = tooMuch
    const runner = runnerOver(store)
    const handle = runner.add(totals('careful', { refuses: (event) => refuses(event) }))
    await runner.catchUp()
    refuses = () => undefined
    handle.restart()
    await runner.catchUp()
    expect([handle.view()(), handle.status().stopped]).toEqual([{ events: 3, total: 503 }, undefined])
  })

  it('is one that does not decode, for those that read it', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 'many', 2)
    const runner = runnerOver(store)
    const reads = runner.add(totals())
    const passes = runner.add({
      name: 'passes',
      version: 1,
      begin: () => {
        let opened = 0
        return {
          reads: [reading(toyAccount, () => (opened++, undefined), ['Opened'])],
          view: () => opened,
          save: () => [],
        }
      },
    })
    await runner.catchUp()
    expect(reads.status().stopped).toMatchObject({ cause: { code: 'EVENT_UNDECODABLE', path: '/data/amount' }, before })
    expect(passes.status()).toMatchObject({ stopped: undefined, checkpoint: '3' })
  })

  it('and throws instead of saying so is stopped too, told without what it threw, and never saved half changed', async () => {
    const store = await three()
    const states = memoryProjectionStore()
    let refuses: Refuses = throwing
    const options = { states, batchSize: 10, saveEvery: { events: 1 } }
    const runner = runnerOver(store, options)
    const handle = runner.add(totals('torn', { refuses: (event) => refuses(event) }))
    await runner.catchUp()
    expect(handle.status().stopped).toMatchObject({ cause: { code: 'PROJECTION_THREW', facts: {} }, before })
    expect(JSON.stringify(handle.status())).not.toContain('secret')
    expect(await states.load('torn', 1)()).toEqual(right(undefined))
    refuses = () => undefined
    handle.restart()
    await runner.catchUp()
    expect(handle.view()()).toEqual({ events: 3, total: 503 })
  })
})

const noRoom: ProjectionStoreError = {
  kind: 'projectionStoreError',
  code: 'PROJECTION_STORE_FAILED',
  message: 'no room',
  facts: {},
}

describe('what is kept of a projection', () => {
  it('is saved every so many events or so long after the last time, not with every batch', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', ...Array.from({ length: 20 }, () => 1))
    const kept = memoryProjectionStore()
    const checkpoints: Array<string> = []
    const states: ProjectionStore = {
      ...kept,
      save: (saved) => {
        checkpoints.push(saved.checkpoint)
        return kept.save(saved)
      },
    }
    const byEvents = runnerOver(store, { states, saveEvery: { events: 8 } })
    byEvents.add(totals('by events'))
    await byEvents.catchUp()
    expect(checkpoints.splice(0)).toEqual(['8', '16', '20'])
    let now = 0
    const byTime = runnerOver(store, { states, clock: () => at((now += 100)), saveEvery: { millis: 450 } })
    byTime.add(totals('by time'))
    await byTime.catchUp()
    expect(checkpoints.length).toBeGreaterThan(1)
    expect(checkpoints.length).toBeLessThan(6)
    await byTime.catchUp()
    expect(checkpoints.filter((each) => each === '20')).toHaveLength(1)
  })

  it('is saved less often where saving takes long', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', ...Array.from({ length: 200 }, () => 1))
    const savesWhere = async (took: number): Promise<number> => {
      let millis = 0
      let saves = 0
      const kept = memoryProjectionStore()
      const states: ProjectionStore = {
        ...kept,
        save: (saved) => {
          saves++
          millis += took
          return kept.save(saved)
        },
      }
      const runner = runnerOver(store, { states, clock: () => at((millis += 1)), saveEvery: { events: 2 } })
      runner.add(totals())
      await runner.catchUp()
      return saves
    }
    expect(await savesWhere(0)).toBeGreaterThan(10)
    expect(await savesWhere(10)).toBeLessThan(4)
  })

  it('is taken up by the next process; that of another version is left alone', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2)
    const states = memoryProjectionStore()
    const first = runnerOver(store, { states })
    first.add(totals())
    await first.catchUp()
    let read = 0
    const watched: EventStore = {
      ...store,
      readAll: (options) => {
        read = options?.after === undefined ? 0 : Number(options.after)
        return store.readAll(options)
      },
    }
    const second = runnerOver(watched, { states })
    const handle = second.add(totals())
    await second.catchUp()
    expect([handle.view()(), read]).toEqual([{ events: 2, total: 3 }, 2])
    const third = runnerOver(watched, { states })
    const later = third.add(totals('totals', { version: 2, factor: 2 }))
    await third.catchUp()
    expect([later.view()(), read]).toEqual([{ events: 2, total: 6 }, 0])
    expect(await states.load('totals', 1)()).toMatchObject(right({ records: [{ total: 3 }] }))
  })

  it('that cannot be saved is told, and tried again; one that cannot be loaded stops its projection alone', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1)
    const kept = memoryProjectionStore()
    let fails = true
    const states: ProjectionStore = {
      load: (name, version) => (fails && name === 'damaged' ? async () => left(noRoom) : kept.load(name, version)),
      save: (saved) => (fails ? () => Promise.reject(new Error('gone')) : kept.save(saved)),
    }
    const runner = runnerOver(store, { states })
    const [handle, damaged] = [runner.add(totals()), runner.add(totals('damaged'))]
    await runner.catchUp()
    expect(handle.view()().total).toBe(1)
    expect(handle.status().savingFailed).toMatchObject({ code: 'PROJECTION_STORE_FAILED' })
    expect(damaged.status().stopped).toMatchObject({ cause: noRoom })
    fails = false
    await runner.catchUp()
    expect(handle.status().savingFailed).toBeUndefined()
    expect([damaged.view()().events, damaged.status().stopped?.cause]).toEqual([0, noRoom])
    damaged.restart()
    await runner.catchUp()
    expect([damaged.view()(), damaged.status().stopped]).toEqual([{ events: 1, total: 1 }, undefined])
    expect(await kept.load('totals', 1)()).toMatchObject(right({ checkpoint: '1' }))
  })
})

describe('a runner that follows', () => {
  it('goes on live, takes up what is added meanwhile, and saves when it is stopped', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2)
    const states = memoryProjectionStore()
    const runner = runnerOver(store, { states })
    const handle = runner.add(totals())
    const following = runner.follow()
    await until(() => handle.view()().events === 2)
    await add(store, 'toy-1', 3)
    await until(() => handle.view()().events === 3)
    const late = runner.add(totals('late'))
    await until(() => late.view()().events === 3)
    await add(store, 'toy-2', 4)
    await until(() => late.view()().events === 4 && handle.view()().events === 4)
    following.stop()
    expect(isRight(await following.done)).toBe(true)
    expect(await states.load('totals', 1)()).toMatchObject(right({ checkpoint: '4', records: [{ total: 10 }] }))
  })

  it('takes a stopped projection up again when it is told to', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 500, 2)
    let refuses: Refuses = tooMuch
    const runner = runnerOver(store)
    const [handle, other] = [
      runner.add(totals('careful', { refuses: (event) => refuses(event) })),
      runner.add(totals('other')),
    ]
    const following = runner.follow()
    await until(() => other.view()().events === 3)
    refuses = () => undefined
    handle.restart()
    await until(() => handle.view()().events === 3)
    following.stop()
    await following.done
    expect(other.view()().events).toBe(3)
  })

  it('can be stopped before it has begun', async () => {
    const runner = runnerOver(memoryStore())
    runner.add(totals())
    const following = runner.follow()
    following.stop()
    expect(isRight(await following.done)).toBe(true)
  })

  it('ends when nothing is left that goes on', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 500)
    const runner = runnerOver(store)
    runner.add(totals('careful', { refuses: tooMuch }))
    const read = await runner.follow().done
    expect(isRight(read) && read.right[0]?.stopped?.cause).toEqual(failure)
  })
})

describe('a rebuild', () => {
  it('lets the old one serve until the new one has come as far, also while events go on live', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2, 3)
    const states = memoryProjectionStore()
    const runner = runnerOver(store, { states })
    const handle = runner.add(totals())
    const following = runner.follow()
    await until(() => handle.view()().events === 3)
    let seen = handle.view()().events
    let never = true
    const rebuilding = handle.rebuild(totals('totals', { version: 2, factor: 100 }))
    for (let turn = 0; turn < 5; turn++) {
      await add(store, 'toy-1', 1)
      never = never && handle.view()().events >= seen
      seen = Math.max(seen, handle.view()().events)
    }
    expect(isRight(await rebuilding)).toBe(true)
    await until(() => handle.view()().events === 8)
    expect([handle.view()().total, handle.status().version, never]).toEqual([1_100, 2, true])
    await add(store, 'toy-1', 1)
    await until(() => handle.view()().total === 1_200)
    following.stop()
    await following.done
    expect(await states.load('totals', 2)()).toMatchObject(right({ checkpoint: '9', records: [{ total: 1_200 }] }))
  })

  it('that fails leaves the old one as it was', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 500)
    const runner = runnerOver(store)
    const handle = runner.add(totals())
    await runner.catchUp()
    const rebuilt = await handle.rebuild(totals('totals', { version: 2, refuses: tooMuch }))
    expect(rebuilt).toMatchObject(left({ kind: 'projectionStopped', cause: failure }))
    expect([handle.view()().total, handle.status().version]).toEqual([501, 1])
  })

  it('writes its rows anew, into a sink of its own', async () => {
    const store = memoryStore()
    await add(store, 'toy-1', 1, 2)
    const runner = runnerOver(store)
    const [first, second] = [memorySink<number>(), memorySink<number>()]
    const handle = runner.add(totals(), { sink: first })
    await runner.catchUp()
    await handle.rebuild(totals('totals', { version: 2, factor: 3 }), second)
    await add(store, 'toy-1', 3)
    await runner.catchUp()
    expect([first.rows(), second.rows()]).toEqual([
      [1, 2],
      [3, 6, 9],
    ])
  })
})
