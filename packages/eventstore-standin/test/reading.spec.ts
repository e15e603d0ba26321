import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  binaryEvent,
  type AllStreamResolvedEvent,
  type Direction,
  type EventData,
} from '@eventstore/db-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { append, collected, errorFrom, events, noAnswer, scene, there, within } from './scene.js'

const start = Date.UTC(2026, 10, 22)
let now = start
const where = scene({ clock: () => now })
const read = async (
  stream: string,
  options: {
    readonly direction?: Direction
    readonly fromRevision?: bigint | typeof START | typeof END
    readonly maxCount?: number
  } = {},
) => (await collected(where.client().readStream(stream, options))).map(({ event }) => Number(event?.revision))

const link = (to: string): EventData => binaryEvent({ type: '$>', data: Buffer.from(to) })

const positions = (found: ReadonlyArray<AllStreamResolvedEvent>) =>
  found.map(({ event }) => there(event).position.commit)

const readFrom = (position: { readonly commit: bigint; readonly prepare: bigint }) =>
  collected(where.client().readAll({ fromPosition: position, maxCount: 1 }))

const from0to = (last: number) => Array.from({ length: last + 1 }, (_, index) => index)

describe('a stream', () => {
  beforeAll(async () => {
    await append(where.client(), 'ten', 'no_stream', events(10))
  })

  it.each([
    ['from its start', {}, from0to(9)],
    ['from a revision, which is included', { fromRevision: 7n }, [7, 8, 9]],
    ['so many of it', { fromRevision: 2n, maxCount: 3 }, [2, 3, 4]],
    ['beyond its end', { fromRevision: 50n }, []],
    ['backwards from its end', { direction: BACKWARDS, fromRevision: END, maxCount: 3 }, [9, 8, 7]],
    ['backwards from a revision, which is included', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['backwards from beyond its end', { direction: BACKWARDS, fromRevision: 50n, maxCount: 2 }, [9, 8]],
    ['backwards from its start', { direction: BACKWARDS, fromRevision: START }, [0]],
  ] as const)('is read %s', async (_, options, revisions) => {
    expect(await read('ten', options)).toEqual(revisions)
  })

  it.each([
    ['forwards from its end', { direction: FORWARDS, fromRevision: END }],
    ['nothing of it', { maxCount: 0 }],
  ] as const)('cannot be read %s', async (_, options) => {
    expect(await errorFrom(read('ten', options))).toMatchObject({ type: 'unknown', code: 2 })
  })

  it('that is missing or soft-deleted is not found, one that is tombstoned is deleted', async () => {
    await append(where.client(), 'soft', 'any')
    await where.client().deleteStream('soft')
    await append(where.client(), 'hard', 'any')
    await where.client().tombstoneStream('hard')
    expect(await errorFrom(read('never'))).toMatchObject({ type: 'stream-not-found', streamName: 'never' })
    expect(await errorFrom(read('soft'))).toMatchObject({ type: 'stream-not-found' })
    expect(await errorFrom(read('hard'))).toMatchObject({ type: 'stream-deleted', streamName: 'hard' })
  })

  it.each([
    ['maxCount', { maxCount: 3 }, [7, 8, 9]],
    ['truncateBefore', { truncateBefore: 8 }, [8, 9]],
    ['everything truncated', { truncateBefore: 10 }, []],
    ['both', { maxCount: 3, truncateBefore: 9 }, [9]],
    ['nothing, which takes back what was set', {}, from0to(9)],
  ] as const)('begins where its metadata say: %s', async (_, metadata, revisions) => {
    await where.client().setStreamMetadata('cut', metadata)
    if (where.server.stored('cut').length === 0) await append(where.client(), 'cut', 'no_stream', events(10))
    expect(await read('cut')).toEqual(revisions)
    expect(await read('cut', { direction: BACKWARDS, fromRevision: END })).toEqual(revisions.toReversed())
  })

  it('loses what is older than its maxAge', async () => {
    await append(where.client(), 'aged', 'any', events(2))
    now += 60_000
    await append(where.client(), 'aged', 'any', events(2))
    await where.client().setStreamMetadata('aged', { maxAge: 30 })
    expect(await read('aged')).toEqual([2, 3])
    now += 60_000
    expect(await read('aged')).toEqual([])
  })

  it('has metadata at a revision of their own, of which only the last are read', async () => {
    const client = where.client()
    await client.setStreamMetadata('meta', { maxCount: 1 })
    await client.setStreamMetadata('meta', { maxCount: 2 }, { expectedRevision: 0n })
    expect(await errorFrom(client.setStreamMetadata('meta', {}, { expectedRevision: 0n }))).toMatchObject({
      type: 'wrong-expected-version',
    })
    expect(await read('$$meta')).toEqual([1])
    const { metadata, metastreamRevision } = await client.getStreamMetadata('meta')
    expect(metadata).toEqual({ maxCount: 2 })
    // What the client calls a revision is the position.
    expect(metastreamRevision).toBe(BigInt(there(where.server.stored('$$meta')[1]).position))
  })

  it('with links shows what they point to, or that it is gone', async () => {
    await append(where.client(), 'links', 'any', [link('3@ten'), link('99@ten')])
    const found = await collected(where.client().readStream('links', { resolveLinkTos: true }))
    expect(found.map(({ event, link: by }) => [event?.streamId, event?.revision, by?.revision])).toEqual([
      ['ten', 3n, 0n],
      [undefined, undefined, 1n],
    ])
  })
})

describe('all streams', () => {
  let all: ReadonlyArray<AllStreamResolvedEvent> = []
  beforeAll(async () => {
    await append(where.client(), 'other', 'any', events(5))
    all = await collected(where.client().readAll())
  })
  const at = (index: number) => there(there(all[index]).event).position

  it('are read in the order of the log, with what is deleted and the server itself wrote', () => {
    const found = all.map(({ event }) => [event?.streamId, Number(event?.position.commit)])
    expect(found).toEqual(where.server.stored().map(({ stream, position }) => [stream, position]))
    expect(positions(all)).toEqual(positions(all).toSorted((a, b) => (a < b ? -1 : 1)))
    expect(found[0]?.[0]).toBe('$$$scavenges')
  })

  it('forwards include the position, backwards do not', async () => {
    const client = where.client()
    const forwards = await collected(client.readAll({ fromPosition: at(4), maxCount: 2 }))
    expect(positions(forwards)).toEqual(positions(all.slice(4, 6)))
    const backwards = await collected(client.readAll({ direction: BACKWARDS, fromPosition: at(4), maxCount: 2 }))
    expect(positions(backwards)).toEqual(positions([all[3], all[2]].map(there)))
    const last = await collected(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))
    expect(positions(last)).toEqual(positions(all.slice(-1)))
  })

  it('take a position without its prepare, none ahead of its commit, and none inside a record', async () => {
    const { commit } = at(4)
    expect(positions(await readFrom({ commit, prepare: 0n }))).toEqual([commit])
    expect(await errorFrom(readFrom({ commit, prepare: commit + 1n }))).toMatchObject({ code: 2 })
    expect(await errorFrom(readFrom({ commit: commit + 1n, prepare: commit + 1n }))).toMatchObject({ code: 2 })
  })

  it('never end when nothing of them is asked for', async () => {
    const found = where.client().readAll({ maxCount: 0 })
    expect(await within(150, collected(found))).toBe(noAnswer)
    await found.cancel()
  })

  it('do not end when nobody takes them, and wait for the client', async () => {
    await append(where.client(), 'many', 'any', events(2_000))
    const found = where.client().readAll()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(where.server.openCalls).toContainEqual({ call: 'read', stream: '$all' })
    expect(await collected(found)).toHaveLength(where.server.stored().length)
  })
})
