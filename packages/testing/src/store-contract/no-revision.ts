import { isRight } from 'fp-ts/lib/Either.js'
import { inOrder } from './in-order.js'
import { holds, same } from './same.js'
import { conflictIn, event, events, repeatIn } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

const unchecked = ['any', 'stream_exists'] as const

export const appendingAtNoRevision: StoreCaseGroup = {
  name: 'appending at no revision',
  cases: [
    storeCase('writes at any, whether there is a stream or not', async (scene) => {
      const stream = scene.stream()
      const [first, second] = [events(1), events(2)]
      same((await scene.write(stream, 'any', first)).revision, 0, 'the revision in a new stream')
      same((await scene.write(stream, 'any', second)).revision, 2, 'the revision in a stream that is there')
      await scene.holds(stream, [...first, ...second], 'after two appends')
    }),

    storeCase('writes at stream_exists only where there is one', async (scene) => {
      const stream = scene.stream()
      const conflict = conflictIn(await scene.append(stream, 'stream_exists', events(1)))
      same(
        [conflict.expected, conflict.actual, conflict.missed.length],
        ['stream_exists', 'no_stream', 0],
        'expected, actual and missed',
      )
      await scene.holds(stream, [], 'after the conflict')
      const [first, second] = [events(1), events(1)]
      await scene.write(stream, 'no_stream', first)
      same((await scene.write(stream, 'stream_exists', second)).revision, 1, 'the revision')
    }),

    storeCase('recognises a batch that is known whole, with gaps too, by its last id', async (scene) => {
      await inOrder(unchecked, async (expected) => {
        const stream = scene.stream()
        const stored = events(4)
        const [a, b, , d] = stored
        if (a === undefined || b === undefined || d === undefined) return
        await scene.write(stream, 'no_stream', stored)
        same(repeatIn(await scene.append(stream, expected, [a, b])).revision, 1, `known ids at ${expected}`)
        same(repeatIn(await scene.append(stream, expected, [b, d])).revision, 3, `known ids with a gap at ${expected}`)
        await scene.holds(stream, stored, `after repeats at ${expected}`)
      })
    }),

    storeCase('is a conflict when a known id comes first and a new one after it', async (scene) => {
      await inOrder(unchecked, async (expected) => {
        const stream = scene.stream()
        const stored = event()
        await scene.write(stream, 'no_stream', [stored])
        const conflict = conflictIn(await scene.append(stream, expected, [stored, event()]))
        // Who named no revision has read nothing, and so has missed nothing.
        same(
          [conflict.expected, conflict.actual, conflict.missed.length],
          [expected, 0, 0],
          'expected, actual and missed',
        )
        await scene.holds(stream, [stored], `after the conflict at ${expected}`)
      })
    }),

    storeCase('writes all of a batch that begins with a new id', async (scene) => {
      await inOrder(unchecked, async (expected) => {
        const stream = scene.stream()
        const [known, fresh] = [event(), event()]
        await scene.write(stream, 'no_stream', [known])
        await scene.write(stream, expected, [fresh, known])
        await scene.holds(stream, [known, fresh, known], `after the append at ${expected}`)
      })
    }),

    storeCase('never writes known ids that come backwards', async (scene) => {
      await inOrder(unchecked, async (expected) => {
        const stream = scene.stream()
        const stored = events(3)
        await scene.write(stream, 'no_stream', stored)
        const answer = await scene.append(stream, expected, stored.toReversed())
        holds(!isRight(answer) || answer.right.idempotent, `nothing was written at ${expected}`)
        await scene.holds(stream, stored, `after known ids backwards at ${expected}`)
      })
    }),
  ],
}
