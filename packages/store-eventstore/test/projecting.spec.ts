import type { Position, RecordedEvent } from '@refund-case/core'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { effectivelyOnce } from '../src/index.js'
import { allIn, events, freshStream, held } from './events.js'
import { useServer } from './server.js'

const server = await useServer()

describe('a place that is kept on the server', () => {
  it('is the one saved last, for each reader, and of all of them the server keeps a few', async () => {
    const store = server.open()
    const reader = `ledger-${crypto.randomUUID()}`
    expect(await store.checkpoints.load(reader)()).toEqual(right(undefined))
    for (let place = 1; place <= 12; place++) held(await store.checkpoints.save(reader, `${place}000/0` as Position)())
    expect(await server.open().checkpoints.load(reader)()).toEqual(right('12000/0'))
    expect(await store.checkpoints.load(`${reader}-2`)()).toEqual(right(undefined))
    const kept: Array<unknown> = []
    for await (const { event } of server.client.readStream(server.onServer(`checkpoint-${reader}`)))
      kept.push(event?.revision)
    expect(kept).toHaveLength(5)
  })

  it('must be a place, of a reader with a name', async () => {
    const { checkpoints } = server.open()
    expect(await checkpoints.save('', '1/0' as Position)()).toMatchObject(left({ code: 'BAD_STREAM_NAME' }))
    expect(await checkpoints.load('a b')()).toMatchObject(left({ code: 'BAD_STREAM_NAME' }))
    expect(await checkpoints.save('ledger', 'here' as Position)()).toMatchObject(left({ code: 'BAD_POSITION' }))
  })
})

describe('an effect that is handled effectively once', () => {
  it('happens once for each event, however often events come again, and whatever fails in between', async () => {
    const store = server.open()
    const category = `once${Date.now()}`
    held(await store.append(freshStream(category), 'no_stream', events(20))())
    const all = await allIn(store, category)
    const table = { total: 0, upTo: undefined as Position | undefined }
    let fails = 0
    const commit = (event: RecordedEvent): Promise<void> => {
      // The transaction goes through; that it did is lost on the way every third time.
      table.total += 1
      table.upTo = event.position
      return ++fails % 3 === 0 ? Promise.reject(new Error('connection lost')) : Promise.resolve()
    }
    const handle = effectivelyOnce(() => Promise.resolve(table.upTo), commit)
    for (const [index, event] of all.entries()) {
      for (const again of all.slice(Math.max(0, index - 3), index + 1)) await handle(again).catch(() => undefined)
      await handle(event).catch(() => undefined)
    }
    expect(table.total).toBe(20)
  })
})
