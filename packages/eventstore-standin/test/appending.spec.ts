import { binaryEvent, type AppendExpectedRevision, type EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { append, clientOf, collected, errorFrom, event, events, outcomeOf, paths, scene } from './scene.js'

const where = scene()

const data = (length: number) =>
  binaryEvent({ type: 'T', data: new Uint8Array(length), metadata: new Uint8Array(5_000_000) })

/** Each state of a stream, and how it comes about. */
const states: Readonly<Record<string, (client: EventStoreDBClient, stream: string) => Promise<unknown>>> = {
  missing: () => Promise.resolve(),
  existing: (client, stream) => append(client, stream, 'any', events(2)),
  'soft-deleted': async (client, stream) => {
    await append(client, stream, 'any', events(2))
    await client.deleteStream(stream)
  },
  tombstoned: async (client, stream) => {
    await append(client, stream, 'any', events(2))
    await client.tombstoneStream(stream)
  },
  'metadata only': (client, stream) => client.setStreamMetadata(stream, { maxCount: 10 }),
  'fully truncated': async (client, stream) => {
    await append(client, stream, 'any', events(10))
    await client.setStreamMetadata(stream, { truncateBefore: 10 })
  },
}

const conflict = (actual: bigint | 'no_stream') => ['wrong-expected-version', actual] as const

/** What a server answers to one event, by state and expected revision. */
const table: ReadonlyArray<readonly [string, AppendExpectedRevision, unknown]> = [
  ['missing', 'no_stream', 0n],
  ['missing', 'any', 0n],
  ['missing', 'stream_exists', conflict('no_stream')],
  ['missing', 0n, conflict('no_stream')],
  ['existing', 'no_stream', conflict(1n)],
  ['existing', 'any', 2n],
  ['existing', 'stream_exists', 2n],
  ['existing', 1n, 2n],
  ['existing', 0n, conflict(1n)],
  ['existing', 2n, conflict(1n)],
  ['soft-deleted', 'no_stream', 2n],
  ['soft-deleted', 'any', 2n],
  ['soft-deleted', 'stream_exists', 'stream-deleted'],
  ['soft-deleted', 1n, 2n],
  ['soft-deleted', 0n, conflict(1n)],
  ['tombstoned', 'no_stream', 'stream-deleted'],
  ['tombstoned', 'any', 'stream-deleted'],
  ['tombstoned', 'stream_exists', 'stream-deleted'],
  ['tombstoned', 1n, 'stream-deleted'],
  ['metadata only', 'stream_exists', 0n],
  ['fully truncated', 'no_stream', conflict(9n)],
  ['fully truncated', 'stream_exists', 10n],
  ['fully truncated', 9n, 10n],
]

describe.each(paths)('on the %s path', (path) => {
  it.each(table)('a stream that is %s, expected %s, answers %s', async (state, expected, answer) => {
    const stream = `${state}-${String(expected)}-${path}`
    await states[state]?.(where.client(), stream)
    expect(await outcomeOf(append(where.client(path), stream, expected))).toEqual(answer)
  })

  it('the position of a success is that of its last event, commit and prepare alike', async () => {
    const { position } = await append(where.client(path), `positions-${path}`, 'any', events(3))
    const [first, , third] = where.server.stored(`positions-${path}`)
    expect(position).toEqual({ commit: BigInt(third?.position ?? 0), prepare: BigInt(third?.position ?? 0) })
    expect(first?.position).toBeLessThan(third?.position ?? 0)
  })

  it('an empty append is OK and writes nothing', async () => {
    expect(await outcomeOf(append(where.client(path), `empty-${path}`, 'any', []))).toBe(0n)
    expect(where.server.stored(`empty-${path}`)).toEqual([])
  })

  it('counts the data only: a mebibyte fits, a byte more does not', async () => {
    const client = where.client(path)
    expect(await outcomeOf(append(client, `big-${path}`, 'any', data(1_048_576)))).toBe(0n)
    const refused = await errorFrom(append(client, `big-${path}`, 'any', data(1_048_577)))
    expect(refused).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 })
  })

  it.each([
    ['an empty type', event(undefined, ''), 'named'],
    ['a bad id', { ...event(), id: 'bad' }, 'named'],
    ['a nil id', event('00000000-0000-0000-0000-000000000000'), 'named'],
    ['no stream name', event(), ''],
  ])('refuses %s', async (_, bad, stream) => {
    const { message, type } = await errorFrom(append(where.client(path), stream, 'any', bad))
    expect(type).toBe('unknown')
    if (path === 'classic') expect(message).toBe('2 UNKNOWN: Exception was thrown by handler.')
  })

  it('takes names and types of any length and letters, and says nothing of an id it knows from elsewhere', async () => {
    const client = where.client(path)
    const id = '886313e1-3b8a-5372-9b90-0c9aee199e5d'
    for (const stream of [`$own-${path}`, `naïve \u0000 ✓-${path}`, 's'.repeat(500_000) + path]) {
      expect(await outcomeOf(append(client, stream, 'no_stream', event(id, 't'.repeat(100_000))))).toBe(0n)
      const [found] = await collected(client.readStream(stream))
      expect([found?.event?.streamId, found?.event?.type.length, found?.event?.id]).toEqual([stream, 100_000, id])
    }
  })

  it('keeps a run of 10,000 in its order', async () => {
    const run = events(10_000)
    expect(await outcomeOf(append(where.client(path), `long-${path}`, 'no_stream', run))).toBe(9_999n)
    expect(where.server.stored(`long-${path}`).map(({ id }) => id)).toEqual(run.map(({ id }) => id))
  })
})

describe('batch appends', () => {
  it.each([0, 1])('with a deadline of %i ms time out, and write nothing', async (deadline) => {
    const late = where.client().appendToStream('too-late', event(), { deadline: deadline - 1 })
    expect(await errorFrom(late)).toMatchObject({ type: 'deadline-exceeded', message: '' })
    expect(where.server.stored('too-late')).toEqual([])
  })

  it('that conflict say so with a revision of 1 when errors are not thrown, whatever it is', async () => {
    const results = await Promise.all(
      paths.map(async (path) => {
        const client = clientOf(`${where.server.connectionString}&throwOnAppendFailure=false`, path)
        await append(client, `silent-${path}`, 'any', events(5))
        const { success, nextExpectedRevision } = await append(client, `silent-${path}`, 'no_stream')
        await client.dispose()
        return [success, nextExpectedRevision]
      }),
    )
    expect(results).toEqual([
      [false, 1n],
      [false, 4n],
    ])
  })

  it('that are pipelined on one warm client are all right', async () => {
    const client = where.client()
    await append(client, 'pipelined', 'no_stream')
    const appends = Array.from({ length: 50 }, (_, index) => outcomeOf(append(client, 'pipelined', BigInt(index))))
    expect(await Promise.all(appends)).toEqual(Array.from({ length: 50 }, (_, index) => BigInt(index + 1)))
  })
})
