import { nearestInstant, type Position } from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, left, type Either } from 'fp-ts/lib/Either.js'
import { traverseSeqArray } from 'fp-ts/lib/Task.js'
import { describe, expect, it } from 'vitest'
import { all, append, built, held } from '../test/writing.js'
import { memoryStore } from './memory-store.js'

describe('what the memory store keeps', () => {
  it('is nobody else’s: two stores share nothing', async () => {
    const [one, other] = [memoryStore(), memoryStore()]
    held(await one.append('refundCase-1', 'no_stream', built(2))())
    expect(held(await other.readStream('refundCase-1')())).toEqual({ events: [], lastRevision: 'no_stream' })
    expect(await all(other)).toEqual([])
  })

  it('is the envelope itself when core built it, and a copy of anything else, whose owner may go on with it', async () => {
    const store = memoryStore()
    const [mine, theirs] = [built(1)[0] ?? expect.fail(), { ...(built(1)[0] ?? expect.fail()) }]
    held(await store.append('refundCase-1', 'no_stream', [mine, theirs])())
    const [first, second] = held(await store.readStream('refundCase-1')()).events
    expect(first?.envelope).toBe(mine)
    expect(second?.envelope).toEqual(theirs)
    expect(second?.envelope).not.toBe(theirs)
    expect(Object.isFrozen(theirs)).toBe(false)
  })

  it('shows its position where it is printed or written as JSON', async () => {
    const store = memoryStore()
    await append(store, 'a', built(1))
    const { position } = await append(store, 'a', built(1))
    const [, second] = await all(store)
    expect(JSON.parse(JSON.stringify(second))).toMatchObject({ position, revision: 0, envelope: { type: 'Requested' } })
  })

  it('is recorded at one reading of the clock a batch, and not at all where the clock fails', async () => {
    let now = 0
    const store = memoryStore({
      clock: () => {
        if (now === 2) throw new Error('stopped')
        return nearestInstant(now++)
      },
    })
    held(await store.append('refundCase-1', 'no_stream', built(3))())
    held(await store.append('refundCase-1', 2, built(2))())
    expect(await store.append('refundCase-1', 4, built(2))()).toMatchObject(
      left({ code: 'STORE_FAILED', written: 'no' }),
    )
    const { events } = held(await store.readStream('refundCase-1')())
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual([0, 0, 0, 1, 1].map(nearestInstant))
  })
})

describe('what callers without types hand in', () => {
  // Methods may be handed less than they ask for: this is how a caller without types sees the port.
  interface Untyped {
    append(...input: ReadonlyArray<unknown>): () => Promise<Either<unknown, unknown>>
    readStream(...input: ReadonlyArray<unknown>): () => Promise<Either<unknown, unknown>>
    readAll(...input: ReadonlyArray<unknown>): AsyncIterable<Either<unknown, unknown>>
    subscribe(...input: ReadonlyArray<unknown>): AsyncIterable<Either<unknown, unknown>>
  }
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.constantFrom<unknown>(
      // Whoever prints a counterexample may read what names it.
      new Proxy([], {
        get: (array, name) => {
          if (name === 'length') throw new Error('trap')
          const value: unknown = Reflect.get(array, name)
          return value
        },
      }),
      {
        get direction() {
          throw new Error('getter')
        },
      },
      {
        get after() {
          throw new Error('getter')
        },
      },
      [
        {
          get id() {
            throw new Error('getter')
          },
        },
      ],
    ),
  )

  it('throws nothing, and leaves the log as it was', async () => {
    const store = memoryStore()
    const untyped: Untyped = store
    await append(store, 'a', built(3))
    const before = await all(store)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant('refundCase-1'), hostile),
        fc.oneof(fc.constant('any'), hostile),
        hostile,
        async (stream, expected, input) => {
          expect(isLeft(await untyped.append(stream, expected, input)())).toBe(true)
          await untyped.readStream(stream, input)()
          for await (const batch of untyped.readAll(input)) expect(batch).toBeDefined()
          for await (const batch of untyped.subscribe(input)) {
            expect(batch).toBeDefined()
            break
          }
          expect(await all(store)).toEqual(before)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a batch with an event that is no envelope', () => {
  it('is refused with the number of the event and the path in it', async () => {
    const [good = expect.fail()] = built(1)
    const bad = { ...good, id: 'other', actor: { id: '', role: 'customerService' } }
    expect(await memoryStore().append('refundCase-1', 'no_stream', [good, bad])()).toMatchObject(
      left({ code: 'BAD_ENVELOPE', facts: { index: 1, path: '/actor/id' } }),
    )
  })
})

describe('a position', () => {
  it('that this store has not reached is refused, since reading on from it would skip what comes', async () => {
    const store = memoryStore()
    const { position = expect.fail() } = await append(store, 'a', built(3))
    const empty = memoryStore()
    const answers: Array<unknown> = []
    for await (const batch of empty.readAll({ after: position })) answers.push(batch)
    for await (const batch of empty.subscribe({ after: position })) answers.push(batch)
    const refused = left(expect.objectContaining({ code: 'BAD_POSITION' }))
    expect(answers).toEqual([refused, refused])
  })

  it('of an empty log can be gone on from', async () => {
    const store = memoryStore()
    const places: Array<Position> = []
    for await (const batch of store.readAll()) places.push(held(batch).upTo)
    await append(store, 'a', built(2))
    const [after = expect.fail()] = places
    expect(places).toHaveLength(1)
    expect(await all(store, { after })).toHaveLength(2)
  })
})

describe('many categories', () => {
  it('come together in the order in which they were written', async () => {
    const categories = ['a', 'b', 'c', 'd', 'e', 'f']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...categories), fc.integer({ min: 1, max: 3 })), { maxLength: 40 }),
        fc.subarray(categories),
        fc.nat(60),
        async (writes, chosen, skipped) => {
          const store = memoryStore()
          await traverseSeqArray(
            ([category, count]: readonly [string, number]) =>
              () =>
                append(store, category, built(count)),
          )(writes)()
          const everything = await all(store)
          const after = everything[Math.min(skipped, everything.length) - 1]?.position
          const wanted = everything
            .slice(after === undefined ? 0 : skipped)
            .filter(({ stream }) => chosen.includes(stream.slice(0, 1)))
          const read = await all(store, { ...(after === undefined ? {} : { after }), filter: { categories: chosen } })
          expect(read).toEqual(wanted)
        },
      ),
    )
  })
})
