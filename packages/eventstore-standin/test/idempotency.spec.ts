import type { AppendExpectedRevision } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { append, event, events, noAnswer, outcomeOf, paths, scene, within } from './scene.js'

const where = scene()
let streams = 0
const fresh = () => `repeated-${++streams}`

const conflict = (actual: bigint) => ['wrong-expected-version', actual]

describe.each(paths)('ids that are sent again on the %s path', (path) => {
  /** A stream with events a, b and c, written in one run, and one event more. */
  const written = async (first: AppendExpectedRevision = 'no_stream') => {
    const [stream, run, after] = [fresh(), events(3), event()]
    const client = where.client(path)
    const original = await append(client, stream, first, run)
    await append(client, stream, 2n, after)
    return { client, stream, run, after, original }
  }

  it.each([
    ['no_stream', 'no_stream', [0, 1, 2], 2n],
    ['a prefix at no_stream', 'no_stream', [0, 1], 1n],
    ['an exact revision below the end', 0n, [1, 2], 2n],
    ['up to the end', 1n, [2, 3], 3n],
    ['any, all known', 'any', [0, 1, 2], 2n],
    ['any, with a gap', 'any', [0, 2], 2n],
    ['any, two neighbours the wrong way round', 'any', [1, 0], 0n],
    ['stream_exists, all known', 'stream_exists', [0, 1, 2], 2n],
  ] as const)('are a repeat: %s', async (_, expected, which, next) => {
    const { client, stream, run, after } = await written()
    const again = which.map((index) => [...run, after][index] ?? after)
    expect(await outcomeOf(append(client, stream, expected, again))).toBe(next)
    expect(where.server.stored(stream)).toHaveLength(4)
  })

  it('get the original position, for the ids alone and not for what is in the events', async () => {
    const { client, stream, run, original } = await written()
    const others = run.map(({ id }) => event(id, 'another-type'))
    expect(await append(client, stream, 'no_stream', others)).toEqual(original)
  })

  it.each([
    ['known, then new, at no_stream', 'no_stream', [0, 1, 2, 3, 'new'], 3n],
    ['new, then known, at no_stream', 'no_stream', ['new', 0], 3n],
    ['a gap, at no_stream', 'no_stream', [0, 2], 3n],
    ['known, then new, at any', 'any', [0, 'new'], 3n],
  ] as const)('are a conflict, and nothing is written: %s', async (_, expected, which, actual) => {
    const { client, stream, run, after } = await written()
    const again = which.map((index) => (index === 'new' ? event() : ([...run, after][index] ?? after)))
    expect(await outcomeOf(append(client, stream, expected, again))).toEqual(conflict(actual))
    expect(where.server.stored(stream)).toHaveLength(4)
  })

  it.each([
    ['at the current revision', 3n, [0], 4n],
    ['new, then known, at any', 'any', ['new', 0], 5n],
  ] as const)('are written again: %s', async (_, expected, which, next) => {
    const { client, stream, run } = await written()
    const again = which.map((index) => (index === 'new' ? event() : (run[index] ?? event())))
    expect(await outcomeOf(append(client, stream, expected, again))).toBe(next)
  })

  it.each(['any', 'stream_exists'] as const)('are never answered the other way round at %s', async (expected) => {
    const { client, stream, run } = await written()
    const answer = outcomeOf(
      client.appendToStream(stream, run.toReversed(), { expectedRevision: expected, deadline: 300 }),
    )
    expect(await within(450, answer)).toBe(path === 'batch' ? noAnswer : 'deadline-exceeded')
    expect(where.server.stored(stream)).toHaveLength(4)
  })

  it('are both written when one append has them twice', async () => {
    const [stream, twice] = [fresh(), event()]
    expect(await outcomeOf(append(where.client(path), stream, 'no_stream', [twice, twice]))).toBe(1n)
  })

  it.each([
    ['no_stream', conflict(3n)],
    ['any', 3n],
    [1n, 3n],
  ] as const)('that began a soft-deleted stream anew, at %s', async (expected, outcome) => {
    const [client, stream, anew] = [where.client(path), fresh(), events(2)]
    await append(client, stream, 'no_stream', events(2))
    await client.deleteStream(stream)
    expect(await outcomeOf(append(client, stream, 'no_stream', anew))).toBe(3n)
    expect(await outcomeOf(append(client, stream, expected, anew))).toEqual(outcome)
    expect(where.server.stored(stream)).toHaveLength(4)
  })

  it('of a soft-deleted stream are a repeat without a position, and it stays deleted', async () => {
    const { client, stream, run } = await written()
    await client.deleteStream(stream)
    const { success, nextExpectedRevision, position } = await append(client, stream, 'no_stream', run)
    expect([success, nextExpectedRevision, position]).toEqual([true, 2n, undefined])
    expect(where.server.stored(stream)).toHaveLength(4)
  })

  it('by four at once are written once', async () => {
    const [stream, sent] = [fresh(), event()]
    const four = Array.from({ length: 4 }, () => outcomeOf(append(where.client(path), stream, 'no_stream', sent)))
    expect(await Promise.all(four)).toEqual([0n, 0n, 0n, 0n])
    expect(where.server.stored(stream)).toHaveLength(1)
  })
})
