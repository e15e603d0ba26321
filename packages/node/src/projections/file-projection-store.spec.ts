import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryProjectionStore, positionAt, type ProjectionStore, type SavedProjection } from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, it } from 'vitest'
import { fileProjectionStore } from './file-projection-store.js'
import { fileRowSink } from './file-row-sink.js'

const directory = mkdtempSync(join(tmpdir(), 'projections-'))
afterAll(() => rmSync(directory, { recursive: true }))
let count = 0
const fresh = () => join(directory, `${++count}`)

const saved = (records: ReadonlyArray<unknown>, more: Partial<SavedProjection> = {}): SavedProjection => ({
  name: 'work queues',
  version: 1,
  checkpoint: positionAt(7),
  released: 3,
  records,
  ...more,
})

const records = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 8 })
const stores: ReadonlyArray<readonly [string, () => ProjectionStore]> = [
  ['in memory', memoryProjectionStore],
  ['in files', () => fileProjectionStore(fresh())],
]

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

const oneFile = async (list: ReadonlyArray<unknown>) => {
  const at = fresh()
  await fileProjectionStore(at).save(saved(list))()
  const [name = ''] = readdirSync(at)
  return { store: fileProjectionStore(at), path: join(at, name) }
}

const broken = function* () {
  yield 2
  throw new Error('out of records')
}

const rowsIn = (path: string): ReadonlyArray<unknown> =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line))

describe.each(stores)('a store of projections %s', (_, newStore) => {
  it('gives back what was saved last of each name and version, and nothing else', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'a b', 'a-b', '统计'), fc.constantFrom(1, 2), records), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const store = newStore()
        const expected = new Map<string, unknown>()
        for (const [index, [name, version, list]] of all.entries()) {
          const one = saved(list, { name, version, checkpoint: positionAt(index), released: index })
          expect(await store.save(one)()).toEqual(right(undefined))
          expected.set(`${name} ${version}`, one)
        }
        for (const name of ['a', 'a b', 'a-b', '统计', 'none'])
          for (const version of [1, 2])
            expect(await store.load(name, version)()).toEqual(right(asJson(expected.get(`${name} ${version}`))))
      }),
      { numRuns: 12 },
    )
  })
})

describe('a store of projections in files', () => {
  it('finds out whatever was changed or cut off in a file', async () => {
    const { store, path } = await oneFile([{ a: 1 }, { b: '二' }])
    const whole = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 2 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ by
        writeFileSync(path, changed)
        expect(await store.load('work queues', 1)()).toMatchObject(left({ code: 'SAVED_PROJECTION_DAMAGED' }))
        writeFileSync(path, whole.subarray(0, at))
        expect(await store.load('work queues', 1)()).toMatchObject(left({ code: 'SAVED_PROJECTION_DAMAGED' }))
      }),
      { numRuns: 40 },
    )
    writeFileSync(path, whole)
    expect(await store.load('work queues', 1)()).toEqual(right(saved([{ a: 1 }, { b: '二' }])))
  })

  it('keeps what was there when the new one cannot be written whole', async () => {
    const { store, path } = await oneFile([1])
    const answer = await store.save({ ...saved([]), records: broken() })()
    expect(isLeft(answer) && answer.left.code).toBe('PROJECTION_STORE_FAILED')
    expect(await store.load('work queues', 1)()).toEqual(right(saved([1])))
    expect(readdirSync(join(path, '..'))).toHaveLength(1)
  })

  it('is for its owner alone, and says which directory it cannot use', async () => {
    const { path } = await oneFile([1])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const store = fileProjectionStore(path)
    expect(await store.save(saved([1]))()).toMatchObject(left({ code: 'PROJECTION_STORE_FAILED' }))
    expect(await store.load('work queues', 1)()).toMatchObject(left({ facts: { reason: 'ENOTDIR' } }))
  })
})

describe('a sink of rows in a file', () => {
  it('holds each row once, whatever comes again, by this process or the next', async () => {
    const writes = fc.array(fc.record({ back: fc.nat({ max: 3 }), rows: records, restart: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(writes, async (all) => {
        const path = join(fresh(), 'rows.jsonl')
        let sink = fileRowSink(path)
        const expected: Array<unknown> = []
        for (const { back, rows, restart } of all) {
          if (restart) sink = fileRowSink(path)
          const first = Math.max(0, expected.length - back)
          expect(await sink.write(first, rows)()).toEqual(right(undefined))
          expected.splice(first, Infinity, ...rows)
        }
        expect(rowsIn(path)).toEqual(JSON.parse(JSON.stringify(expected)))
      }),
      { numRuns: 15 },
    )
  })

  it('cuts off what a crash left half written, and says when rows are missing', async () => {
    const path = join(fresh(), 'rows.jsonl')
    await fileRowSink(path).write(0, ['a', 'b', 'c'])()
    truncateSync(path, 10)
    expect(await fileRowSink(path).write(2, ['d'])()).toEqual(right(undefined))
    expect(rowsIn(path)).toEqual(['a', 'b', 'd'])
    expect(await fileRowSink(path).write(9, ['x'])()).toMatchObject(left({ code: 'SAVED_PROJECTION_DAMAGED' }))
    expect(rowsIn(path)).toEqual(['a', 'b', 'd'])
    expect(await fileRowSink(fresh()).write(1, ['x'])()).toMatchObject(left({ code: 'SAVED_PROJECTION_DAMAGED' }))
  })
})
