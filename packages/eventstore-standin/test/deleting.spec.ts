import { describe, expect, it } from 'vitest'
import { append, collected, errorFrom, events, outcomeOf, scene } from './scene.js'

const where = scene()

describe('a soft delete', () => {
  it.each([
    ['any', {}, -2n],
    ['no_stream', { expectedRevision: 'no_stream' }, -1n],
    ['a revision', { expectedRevision: 3n }, 3n],
  ] as const)('of a missing stream is a conflict, with numbers for words: %s', async (_, options, expectedVersion) => {
    expect(await errorFrom(where.client().deleteStream('missing', options))).toMatchObject({
      type: 'wrong-expected-version',
      code: 9,
      expectedVersion,
      actualVersion: -1n,
      message: `9 FAILED_PRECONDITION: Delete failed due to WrongExpectedVersion. Stream: missing, Expected version: ${expectedVersion}, Actual version: -1`,
    })
  })

  it('may be repeated, and expect a revision', async () => {
    const client = where.client()
    await append(client, 'twice', 'any', events(2))
    expect(await errorFrom(client.deleteStream('twice', { expectedRevision: 0n }))).toMatchObject({ actualVersion: 1n })
    const { position } = await client.deleteStream('twice', { expectedRevision: 1n })
    expect(position?.commit).toBe(BigInt(where.server.stored('$$twice').at(-1)?.position ?? 0))
    await client.deleteStream('twice')
  })

  it('replaces the metadata; who writes on begins after the last revision, and metadata alone begin it anew too', async () => {
    const client = where.client()
    await append(client, 'anew', 'any', events(2))
    await client.setStreamMetadata('anew', { maxCount: 1 })
    await client.deleteStream('anew')
    expect(await outcomeOf(append(client, 'anew', 'any', events(2)))).toBe(3n)
    const found = await collected(client.readStream('anew'))
    expect(found.map(({ event }) => event?.revision)).toEqual([2n, 3n])
    expect((await client.getStreamMetadata('anew')).metadata).toEqual({ truncateBefore: 2 })
    await client.deleteStream('anew')
    await client.setStreamMetadata('anew', {})
    expect(await collected(client.readStream('anew'))).toEqual([])
  })

  it('takes a stream that has only metadata', async () => {
    await where.client().setStreamMetadata('bare', { maxCount: 1 })
    await where.client().deleteStream('bare')
    expect(await outcomeOf(append(where.client(), 'bare', 'stream_exists'))).toBe('stream-deleted')
  })

  it('cannot expect that the stream exists', async () => {
    // The types of the client do not let it through.
    const options = { expectedRevision: 'stream_exists' as 'any' }
    expect(await errorFrom(where.client().deleteStream('missing', options))).toMatchObject({
      type: 'unknown',
      code: 13,
    })
  })
})

describe('a tombstone', () => {
  it('covers a stream for ever, whether there was one or not', async () => {
    const client = where.client()
    await client.tombstoneStream('never-was')
    expect(await errorFrom(client.tombstoneStream('never-was'))).toMatchObject({ type: 'stream-deleted', code: 9 })
    expect(await errorFrom(client.deleteStream('never-was'))).toMatchObject({
      streamName: 'never-was',
      message: "9 FAILED_PRECONDITION: Event stream 'never-was' is deleted.",
    })
    expect(await errorFrom(client.setStreamMetadata('never-was', {}))).toMatchObject({ type: 'stream-deleted' })
  })

  it('leaves metadata writable while the server remembers having written some', async () => {
    const client = where.client()
    await client.setStreamMetadata('remembered', { maxCount: 1 })
    await client.tombstoneStream('remembered')
    await client.setStreamMetadata('remembered', { maxCount: 2 })
    await where.server.restart()
    expect(await errorFrom(client.setStreamMetadata('remembered', {}))).toMatchObject({ type: 'stream-deleted' })
  })
})
