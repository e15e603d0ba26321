import { randomUUID } from 'node:crypto'
import { buildEnvelopes, nearestInstant, verifyChain, type EventStore, type StreamName } from '@refund-case/core'
import { sha256 } from '@refund-case/node'
import fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { freshStream, held } from './events.js'
import { useServer } from './server.js'

const server = await useServer()
const store = server.open()

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const data = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 3 }))
  .map((value) => JSON.parse(JSON.stringify(value)) as object)
const ids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  text,
)

const exported = async (from: EventStore, stream: StreamName): Promise<string> =>
  JSON.stringify(held(await from.readStream(stream)()).events.map(({ revision, envelope }) => ({ revision, envelope })))

it('a history is stored to the last byte as it was handed in, and its chain verifies', async () => {
  const anyBatch = fc.record({
    datas: fc.array(fc.tuple(ids, data, text), { minLength: 1, maxLength: 4 }),
    by: text,
    correlationId: text,
    command: fc.option(fc.record({ key: text, fingerprint: text }), { nil: undefined }),
    restedOn: fc.dictionary(text, fc.oneof(fc.nat(), fc.constant('no_stream' as const))),
  })
  await fc.assert(
    fc.asyncProperty(anyBatch, async ({ datas, by, correlationId, command, restedOn }) => {
      const stream = freshStream()
      const shared = {
        stream,
        occurredAt: nearestInstant(1_772_443_800_000),
        actor: { id: by, role: by },
        correlationId,
        causationId: randomUUID(),
        command,
        restedOn,
      }
      const drafts = new Map(datas.map(([id, value, type]) => [id, { id, type, schemaVersion: 1, data: value }]))
      const batch = buildEnvelopes(sha256, shared, [...drafts.values()])
      fc.pre(isRight(batch))
      const envelopes = held(batch)
      held(await store.append(stream, 'no_stream', envelopes)())
      expect(await exported(store, stream)).toBe(
        JSON.stringify(envelopes.map((envelope, revision) => ({ revision, envelope }))),
      )
      expect(isRight(verifyChain(sha256, stream, held(await store.readStream(stream)()).events))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('the server’s own tools find what caused what, and the data as it is', async () => {
  const stream = freshStream()
  const id = randomUUID()
  const shared = {
    stream,
    occurredAt: nearestInstant(1_772_443_800_000),
    actor: { id: 'li', role: 'clerk' },
    correlationId: 'conversation-1',
    causationId: 'command-1',
  }
  const batch = held(buildEnvelopes(sha256, shared, [{ id, type: 'Noted', schemaVersion: 1, data: { text: 'seen' } }]))
  held(await store.append(stream, 'no_stream', batch)())
  for await (const { event } of server.client.readStream(server.onServer(stream)))
    expect(event).toMatchObject({
      id,
      type: 'Noted',
      isJson: true,
      data: { text: 'seen' },
      metadata: { $correlationId: 'conversation-1', $causationId: 'command-1', hash: batch[0]?.hash },
    })
})
