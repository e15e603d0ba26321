import type { Position } from '@refund-case/core'
import { traverseSeqArray } from 'fp-ts/lib/Task.js'
import { describe, expect, it } from 'vitest'
import { all, append, built, held } from '../test/writing.js'
import { memoryStore } from './memory-store.js'

describe('a search for a rare type', () => {
  it('gives way from time to time, and says how far it has come', async () => {
    const store = memoryStore()
    await append(store, 'a', built(20_000))
    await append(store, 'a', built(1, 'Rare'))
    const batches: Array<readonly [number, boolean]> = []
    for await (const batch of store.readAll({ filter: { types: ['Rare'] } })) {
      const { events, caughtUp, upTo } = held(batch)
      batches.push([events.length, caughtUp])
      expect(await all(store, { after: upTo, filter: { types: ['Rare'] } })).toHaveLength(caughtUp ? 0 : 1)
    }
    expect(batches.length).toBeGreaterThan(3)
    expect(batches.at(-1)).toEqual([1, true])
  })

  it('goes on saying so live, so that a checkpoint is never far behind', async () => {
    const store = memoryStore()
    const subscription = store.subscribe({ filter: { types: ['Rare'] } })
    const places: Array<Position> = []
    const reader = (async () => {
      for await (const batch of subscription) places.push(held(batch).upTo)
    })()
    await traverseSeqArray(() => () => append(store, 'a', built(500)))(Array.from({ length: 40 }))()
    await new Promise((resolve) => setTimeout(resolve))
    subscription.close()
    await reader
    expect(places.length).toBeGreaterThan(3)
    expect(Number(places.at(-1))).toBeGreaterThan(15_000)
  })
})

describe('a subscriber', () => {
  it('that throws takes nothing along: the append is answered, and others read on', async () => {
    const store = memoryStore()
    const failing = (async () => {
      for await (const batch of store.subscribe()) if (held(batch).events.length > 0) throw new Error('handler')
    })()
    const seen: Array<string> = []
    const other = store.subscribe()
    const reading = (async () => {
      for await (const batch of other) {
        seen.push(...held(batch).events.map(({ envelope }) => envelope.id))
        if (seen.length >= 4) break
      }
    })()
    const written = [...built(2), ...built(2)]
    held(await store.append('refundCase-1', 'no_stream', written.slice(0, 2))())
    await expect(failing).rejects.toThrow('handler')
    held(await store.append('refundCase-1', 1, written.slice(2))())
    await reading
    expect(seen).toEqual(written.map(({ id }) => id))
  })

  it('that is never pulled costs the store nothing but its place', async () => {
    const store = memoryStore()
    const idle = Array.from({ length: 1_000 }, () => store.subscribe())
    await traverseSeqArray(() => () => append(store, 'a', built(1)))(Array.from({ length: 2_000 }))()
    for await (const batch of idle[0] ?? expect.fail()) {
      expect(held(batch).events.length).toBe(512)
      break
    }
  })

  it('reads in a turn of its own: no append waits for it', async () => {
    const store = memoryStore()
    const iterator = store.subscribe()[Symbol.asyncIterator]()
    await iterator.next()
    const turns: Array<string> = []
    const next = iterator.next().then(() => turns.push('read'))
    const answered = store
      .append('refundCase-1', 'no_stream', built(1))()
      .then(() => turns.push('answered'))
    await Promise.all([next, answered])
    expect(turns).toEqual(['answered', 'read'])
  })
})
