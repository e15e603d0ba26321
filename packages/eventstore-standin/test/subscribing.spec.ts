import { once } from 'node:events'
import {
  END,
  eventTypeFilter,
  START,
  streamNameFilter,
  type AllStreamSubscription,
  type Position,
  type StreamSubscription,
} from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import type { ServerVersion } from '../src/index.js'
import { append, collected, errorFrom, eventually, event, events, scene, there, typeOf } from './scene.js'

const versions: ReadonlyArray<ServerVersion> = ['23.10', '24.2']

/** What a subscription says, in order: revisions, `up` for caught up, and at the end its error. */
const heard = (subscription: StreamSubscription | AllStreamSubscription): Array<string> => {
  const said: Array<string> = []
  subscription.on('caughtUp', () => said.push('up'))
  subscription.on('data', ({ event: found }) => said.push(String(found?.revision)))
  subscription.on('error', (error) => {
    const { code, message } = error as { readonly code?: number; readonly message: string }
    said.push(`${typeOf(error)} ${code} ${message}`)
  })
  return said
}

describe.each(versions)('a subscription to a stream of %s', (version) => {
  const where = scene({ version })

  it.each([
    ['from the start', START, ['0', '1', '2', 'up', '3']],
    ['after a revision', 1n, ['2', 'up', '3']],
    ['after the last', 2n, ['up', '3']],
    ['from the end', END, ['up', '3']],
  ] as const)('says what there is, that it has caught up, and then what comes: %s', async (_, fromRevision, all) => {
    const stream = `live-${String(fromRevision)}`
    await append(where.client(), stream, 'any', events(3))
    const subscription = where.client().subscribeToStream(stream, { fromRevision })
    const said = heard(subscription)
    await eventually(() => said).toContain('up')
    await append(where.client(), stream, 'any')
    await eventually(() => said).toEqual(all)
    await subscription.unsubscribe()
  })

  it('beyond the end has just caught up', async () => {
    await append(where.client(), 'short', 'any', events(3))
    const subscription = where.client().subscribeToStream('short', { fromRevision: 100n })
    const said = heard(subscription)
    await eventually(() => said).toEqual(['up'])
    await subscription.unsubscribe()
  })

  it.each(['missing', 'deleted', 'metadata-only'] as const)(
    'that is %s has caught up at once, or after the first event',
    async (state) => {
      const client = where.client()
      if (state === 'deleted') await append(client, state, 'any')
      if (state !== 'missing') await client.setStreamMetadata(state, {})
      if (state === 'deleted') await client.deleteStream(state)
      const subscription = client.subscribeToStream(state)
      const said = heard(subscription)
      await once(subscription, 'confirmation')
      const first = state === 'deleted' ? '1' : '0'
      await append(client, state, 'any')
      await eventually(() => said).toEqual(version === '24.2' ? ['up', first] : [first, 'up'])
      await subscription.unsubscribe()
    },
  )

  it('ends with the tombstone: who is live is sent it first', async () => {
    const client = where.client()
    await append(client, 'buried', 'any')
    const subscription = client.subscribeToStream('buried')
    const said = heard(subscription)
    await eventually(() => said).toContain('up')
    await client.tombstoneStream('buried')
    const deleted = "stream-deleted 9 9 FAILED_PRECONDITION: Event stream 'buried' is deleted."
    await eventually(() => said).toEqual(['0', 'up', '9223372036854775807', deleted])
    expect(await errorFrom(collected(client.subscribeToStream('buried')))).toMatchObject({ type: 'stream-deleted' })
  })

  it('frees its call when the client unsubscribes, which ends it', async () => {
    const subscription = where.client().subscribeToStream('nobody')
    await once(subscription, 'confirmation')
    const ended = collected(subscription)
    await subscription.unsubscribe()
    expect(await ended).toEqual([])
    await eventually(() => where.server.openCalls.filter(({ call }) => call === 'subscribe')).toEqual([])
  })

  it('that is too slow while live is given up by the older server, and caught up with by the newer', async () => {
    const client = where.client()
    await append(client, 'fast', 'any')
    const subscription = client.subscribeToStream('fast', {}, { highWaterMark: 1 })
    let [ups, count] = [0, 0]
    let end: unknown
    subscription.on('caughtUp', () => ups++)
    subscription.on('error', (error) => {
      end = error
    })
    subscription.on('data', () => count++)
    await eventually(() => [ups, count]).toEqual([1, 1])
    subscription.pause()
    for (let n = 0; n < 100; n++) await append(client, 'fast', 'any', events(30))
    subscription.resume()
    if (version === '23.10') {
      await eventually(() => end).toMatchObject({ type: 'timeout', code: 10 })
      expect((end as Error).message).toContain(
        'Consumer too slow to handle event while live. Client resubscription required.',
      )
      return
    }
    await eventually(() => count).toBe(3_001)
    await eventually(() => ups).toBeGreaterThan(1)
    expect(end).toBeUndefined()
    await subscription.unsubscribe()
  })
})

describe.each(versions)('a subscription to all streams of %s', (version) => {
  const where = scene({ version })
  const positionOf = (stream: string, revision: number): Position => {
    const { position } = there(where.server.stored(stream)[revision])
    return { commit: BigInt(position), prepare: BigInt(position) }
  }

  it.each([
    [
      'prefixes of streams',
      streamNameFilter({ prefixes: ['case-', 'order-'] }),
      ['case-1/A', 'case-1/B', 'order-1/A', 'order-1/B'],
    ],
    [
      'a pattern of streams',
      streamNameFilter({ regex: '^(?:case|order)-.$' }),
      ['case-1/A', 'case-1/B', 'order-1/A', 'order-1/B'],
    ],
    ['prefixes of types', eventTypeFilter({ prefixes: ['B'] }), ['case-1/B', 'order-1/B', 'other-1/B']],
    ['a pattern of types', eventTypeFilter({ regex: '^[^$A].*' }), ['case-1/B', 'order-1/B', 'other-1/B']],
  ] as const)('is sent what its filter lets through, then and later: %s', async (_, filter, names) => {
    const client = where.client()
    const last = where.server.stored().at(-1)
    const fromPosition = last && { commit: BigInt(last.position), prepare: BigInt(last.position) }
    for (const stream of ['case-1', 'order-1', 'other-1']) await append(client, stream, 'any', event(undefined, 'A'))
    const subscription = client.subscribeToAll({ fromPosition: there(fromPosition), filter })
    const said: Array<string> = []
    subscription.on('data', ({ event: found }) => said.push(`${found?.streamId}/${found?.type}`))
    await once(subscription, 'caughtUp')
    for (const stream of ['case-1', 'order-1', 'other-1']) await append(client, stream, 'any', event(undefined, 'B'))
    await eventually(() => said.toSorted()).toEqual(names)
    await subscription.unsubscribe()
  })

  it('refuses a pattern that is none', async () => {
    const subscription = where.client().subscribeToAll({ filter: streamNameFilter({ regex: '(' }) })
    expect(await errorFrom(collected(subscription))).toMatchObject({ code: 2 })
  })

  it('refuses a position inside a record: the newer server says why, once it has confirmed', async () => {
    await append(where.client(), 'boundary', 'any')
    const { commit } = positionOf('boundary', 0)
    const subscription = where.client().subscribeToAll({ fromPosition: { commit: commit + 1n, prepare: commit + 1n } })
    let isConfirmed = false
    subscription.on('confirmation', () => {
      isConfirmed = true
    })
    const { code, message } = await errorFrom(collected(subscription))
    expect([code, isConfirmed]).toEqual(version === '24.2' ? [3, true] : [2, false])
    expect(message).toContain(
      version === '24.2' ? 'Trying to read from an invalid position.' : 'Exception was thrown by handler.',
    )
  })

  it('goes on after a position, each event once, wherever it broke off', async () => {
    const client = where.client()
    await append(client, 'resumed', 'no_stream', events(200))
    const filter = streamNameFilter({ prefixes: ['resumed'] })
    const ids: Array<string | undefined> = []
    let fromPosition: Position | typeof START = START
    while (ids.length < 200) {
      const subscription = client.subscribeToAll({ fromPosition, filter })
      let left = 67
      for await (const { event: found } of subscription) {
        ids.push(found?.id)
        fromPosition = there(found).position
        if (--left === 0 || ids.length === 200) break
      }
      await subscription.unsubscribe()
    }
    expect(ids).toEqual(where.server.stored('resumed').map(({ id }) => id))
  })
})

describe('checkpoints', () => {
  const where = scene({ version: '24.2' })
  const checkpointsAt = async (interval: number, maxSearchWindow?: number) => {
    const marks: Array<Position> = []
    const subscription = where.client().subscribeToAll({
      filter: streamNameFilter({
        prefixes: ['rare'],
        checkpointInterval: interval,
        ...(maxSearchWindow === undefined ? {} : { maxSearchWindow }),
        checkpointReached: (_, position) => void marks.push(position),
      }),
    })
    const said: Array<number> = []
    subscription.on('data', ({ event: found }) => said.push(Number(found?.revision)))
    await once(subscription, 'caughtUp')
    return { marks, said, subscription }
  }

  it.each([
    [1, undefined, 1_000 / 32],
    [10, undefined, 1_000 / 320],
    [100, undefined, 0],
    [1, 10, 100],
  ])('come every %i × %s considered events, also where nothing matches', async (interval, window, expected) => {
    if (where.server.stored('common').length === 0) await append(where.client(), 'common', 'any', events(1_000))
    const { marks, subscription } = await checkpointsAt(interval, window)
    expect(marks.length).toBe(Math.floor(expected))
    if (expected > 0)
      expect(marks[0]).toEqual(interval === 1 ? { commit: 0n, prepare: 0n } : expect.objectContaining({ prepare: 0n }))
    await subscription.unsubscribe()
  })

  it('mostly have no prepare, and resuming from any of them skips and repeats nothing', async () => {
    for (let n = 0; n < 40; n++) {
      await append(where.client(), 'rare', 'any')
      await append(where.client(), 'common', 'any', events(7))
    }
    const { marks, subscription } = await checkpointsAt(1)
    await subscription.unsubscribe()
    expect(marks.every(({ prepare }) => prepare === 0n)).toBe(true)
    const rare = where.server.stored('rare')
    for (const mark of marks) {
      const found: Array<number> = []
      const resumed = where
        .client()
        .subscribeToAll({ fromPosition: mark, filter: streamNameFilter({ prefixes: ['rare'] }) })
      resumed.on('data', ({ event: one }) => found.push(Number(one?.position.commit)))
      await once(resumed, 'caughtUp')
      expect(found).toEqual(rare.map(({ position }) => position).filter((position) => BigInt(position) >= mark.commit))
      await resumed.unsubscribe()
    }
  })

  it('go on while live, at the position of an event', async () => {
    const { marks, subscription } = await checkpointsAt(1)
    const before = marks.length
    for (let n = 0; n < 2; n++) await append(where.client(), 'common', 'any', events(32))
    await eventually(() => marks.length).toBe(before + 2)
    const last = there(marks.at(-1))
    expect(last.prepare).toBe(last.commit)
    await subscription.unsubscribe()
  })
})
