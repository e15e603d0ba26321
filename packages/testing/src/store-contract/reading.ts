import type { ReadStreamOptions } from '@refund-case/core'
import { inOrder } from './in-order.js'
import { same } from './same.js'
import { events, idAt, stretch } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

const LENGTH = 5

/** What a stretch of a stream of five is: worked out on its revisions. */
const expected = ({ direction, from, limit = Infinity }: ReadStreamOptions): ReadonlyArray<number> => {
  const all = Array.from({ length: LENGTH }, (_, revision) => revision)
  const wanted =
    direction === 'backwards'
      ? all.toReversed().filter((revision) => revision <= (from ?? Infinity))
      : all.filter((revision) => revision >= (from ?? 0))
  return wanted.filter((_, index) => index < limit)
}

export const reading: StoreCaseGroup = {
  name: 'reading a stream',
  cases: [
    storeCase('that is not there is an empty slice, in every way of reading', async (scene) => {
      const stream = scene.stream()
      await inOrder([{}, { from: 3 }, { direction: 'backwards' }, { limit: 1 }] as const, async (options) => {
        same(await scene.read(stream, options), { events: [], lastRevision: 'no_stream' }, 'the slice')
      })
    }),

    storeCase('gives any stretch, both ways, and always the last revision of the whole', async (scene) => {
      const stream = scene.stream()
      const stored = events(LENGTH)
      await scene.write(stream, 'no_stream', stored)
      const ways = (['forwards', 'backwards'] as const).flatMap((direction) =>
        [undefined, 0, 1, 4, 5, 50].flatMap((from) =>
          [undefined, 1, 2, 5, 6, 1_000_000].map((limit) => stretch(direction, from, limit)),
        ),
      )
      await inOrder(ways, async (way) => {
        const slice = await scene.read(stream, way)
        const revisions = expected(way)
        same(
          slice.events.map(idAt),
          revisions.map((revision) => [revision, stored[revision]?.id]),
          `${way.direction} from ${way.from} at most ${way.limit}`,
        )
        same(slice.lastRevision, LENGTH - 1, 'the last revision')
      })
    }),

    storeCase('says of each event the same whichever way it is read', async (scene) => {
      const stream = scene.stream()
      await scene.write(stream, 'no_stream', events(LENGTH))
      const told = async (options: ReadStreamOptions) =>
        (await scene.read(stream, options)).events.map((each) => [
          each.stream,
          each.revision,
          each.position,
          each.recordedAt,
          each.envelope,
        ])
      const forwards = await told({})
      same((await told({ direction: 'backwards' })).toReversed(), forwards, 'what was read backwards')
      const single = await inOrder([0, 1, 2, 3, 4], (from) => told({ from, limit: 1 }))
      same(single.flat(), forwards, 'what was read one by one')
    }),

    storeCase('sees what was acknowledged before, however often it is written and read', async (scene) => {
      const stream = scene.stream()
      const batches = [events(1), events(2), events(1), events(3)]
      await inOrder(batches, async (batch, index) => {
        const before = batches.slice(0, index).flat()
        await scene.write(stream, index === 0 ? 'no_stream' : before.length - 1, batch)
        await scene.holds(stream, [...before, ...batch], `after append ${index}`)
      })
    }),
  ],
}
