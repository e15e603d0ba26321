import type { RawExpectedRevision } from '@refund-case/core'
import { inOrder } from './in-order.js'
import { same } from './same.js'
import { errorIn, event, events } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'
import { untyped } from './untyped-store.js'

// All of this can be handed in by callers without types, or with types that say too little.
const badNames = ['', 'refundCase', '-1', 'refundCase-', '$system-1', 'refundCase-\uD800', 7, null, undefined, {}]
const badRevisions = [-1, 0.5, Number.NaN, Infinity, 2 ** 53, '0', 0n, 'End', '', null, undefined, {}]
const badBatches = [null, undefined, 'events', 7, { 0: event(), length: 1 }]
const badEvents = [null, undefined, 'event', 7, [], {}, { ...event(), id: 7 }, { ...event(), type: undefined }]

export const refusing: StoreCaseGroup = {
  name: 'refusing',
  cases: [
    storeCase('an empty batch, wherever it is appended', async (scene) => {
      const stream = scene.stream()
      const refuse = async (expected: RawExpectedRevision) => {
        const { code, written } = errorIn(await scene.append(stream, expected, []))
        same([code, written], ['BATCH_EMPTY', 'no'], `the answer at ${expected}`)
      }
      await inOrder(['no_stream', 0, 'any', 'stream_exists'] as const, refuse)
      await scene.holds(stream, [], 'after empty batches')
      const stored = events(2)
      await scene.write(stream, 'no_stream', stored)
      await inOrder(['no_stream', 0, 1, 2, 'any', 'stream_exists'] as const, refuse)
      await scene.holds(stream, stored, 'after empty batches')
    }),

    storeCase('an id that stands twice in a batch, known or new', async (scene) => {
      const stream = scene.stream()
      const [a, b] = [event(), event()]
      await scene.write(stream, 'no_stream', [a, b])
      await inOrder(['no_stream', 0, 1, 'any', 'stream_exists'] as const, async (expected) => {
        await inOrder(
          [
            [a, a],
            [a, b, a],
            [event(), b, b],
          ],
          async (batch) => {
            const { code, written } = errorIn(await scene.append(stream, expected, batch))
            same([code, written], ['BATCH_ID_REPEATED', 'no'], `the answer at ${expected}`)
          },
        )
      })
      const [twice, other] = [event(), scene.stream()]
      same(errorIn(await scene.append(other, 'no_stream', [twice, twice])).code, 'BATCH_ID_REPEATED', 'the answer')
      await scene.holds(stream, [a, b], 'after repeated ids')
      await scene.holds(other, [], 'after repeated ids')
    }),

    storeCase('a stream name that is not {category}-{id}, in writing and reading', async ({ store }) => {
      await inOrder(badNames, async (stream) => {
        same(errorIn(await untyped(store).append(stream, 'any', events(1))()).code, 'BAD_STREAM_NAME', 'an append')
        same(errorIn(await untyped(store).readStream(stream)()).code, 'BAD_STREAM_NAME', 'a reading')
      })
    }),

    storeCase('an expected revision that none is', async (scene) => {
      const stream = scene.stream()
      await inOrder(badRevisions, async (revision) => {
        const { code, written } = errorIn(await untyped(scene.store).append(stream, revision, events(1))())
        same([code, written], ['BAD_REVISION', 'no'], 'the answer')
      })
      await scene.holds(stream, [], 'after bad revisions')
    }),

    storeCase('what is no envelope, or no array of them', async (scene) => {
      const stream = scene.stream()
      const codes = new Set<string>(['BAD_ENVELOPE', 'NOT_JSON'])
      const refuse = async (batch: unknown) => {
        const { code, written } = errorIn(await untyped(scene.store).append(stream, 'any', batch)())
        same([codes.has(code), written], [true, 'no'], `the answer, which was ${code}`)
      }
      await inOrder(badBatches, refuse)
      await inOrder(badEvents, (bad) => refuse([event(), bad]))
      await scene.holds(stream, [], 'after what is no envelope')
    }),

    storeCase('data that JSON cannot carry back unchanged', async (scene) => {
      const stream = scene.stream()
      const cycle: { self?: unknown } = {}
      cycle.self = cycle
      const notJson = [Number.NaN, Infinity, -0, 1n, Symbol('s'), () => 1, new Date(), new Map(), '\uD800', cycle]
      await inOrder(notJson, async (value) => {
        const bad = { ...event(), data: { value } }
        same(errorIn(await untyped(scene.store).append(stream, 'any', [bad])()).code, 'NOT_JSON', 'the answer')
      })
      await scene.holds(stream, [], 'after what is no JSON')
    }),

    storeCase('to read from no revision, and fewer events than one', async (scene) => {
      const stream = scene.stream()
      await scene.write(stream, 'no_stream', events(2))
      await inOrder([-1, 0.5, Number.NaN, Infinity, 2 ** 53], async (from) => {
        same(errorIn(await scene.store.readStream(stream, { from })()).code, 'BAD_REVISION', `reading from ${from}`)
      })
      await inOrder([-1, 0, 0.5, Number.NaN], async (limit) => {
        same(errorIn(await scene.store.readStream(stream, { limit })()).code, 'BAD_LIMIT', `reading at most ${limit}`)
      })
    }),
  ],
}
