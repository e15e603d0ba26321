import { comparePositions } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import { inOrder } from './in-order.js'
import { holds, same } from './same.js'
import { conflictIn, event, events, idAt, repeatIn } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'
import { untyped } from './untyped-store.js'

export const appending: StoreCaseGroup = {
  name: 'appending',
  cases: [
    storeCase('writes a new stream at no_stream, and goes on at the last revision', async (scene) => {
      const stream = scene.stream()
      const [first, second] = [events(1), events(3)]
      same((await scene.write(stream, 'no_stream', first)).revision, 0, 'the revision of the first event')
      same((await scene.write(stream, 0, second)).revision, 3, 'the revision of the batch’s last event')
      await scene.holds(stream, [...first, ...second], 'after two appends')
    }),

    storeCase('writes nothing before it is run, and appends each time it is', async (scene) => {
      const stream = scene.stream()
      const batch = events(2)
      const task = scene.store.append(stream, 'no_stream', batch)
      await scene.holds(stream, [], 'before the task is run')
      holds(isRight(await task()), 'the first run writes')
      same(repeatIn(await task()).revision, 1, 'the revision of the second run')
      await scene.holds(stream, batch, 'after two runs')
    }),

    storeCase('refuses a revision that others have passed, with what was missed', async (scene) => {
      const stream = scene.stream()
      const stored = events(4)
      await scene.write(stream, 'no_stream', stored)
      await inOrder([0, 1, 2] as const, async (expected) => {
        const conflict = conflictIn(await scene.append(stream, expected, events(1)))
        same(
          [conflict.stream, conflict.expected, conflict.actual],
          [stream, expected, 3],
          'stream, expected and actual of the conflict',
        )
        const slice = await scene.read(stream, { from: expected + 1 })
        same(conflict.missed.map(idAt), slice.events.map(idAt), 'what was missed')
      })
      await scene.holds(stream, stored, 'after conflicts')
    }),

    storeCase('refuses no_stream where there is one, with all that was missed', async (scene) => {
      const stream = scene.stream()
      const stored = events(2)
      await scene.write(stream, 'no_stream', stored)
      const conflict = conflictIn(await scene.append(stream, 'no_stream', events(1)))
      same([conflict.expected, conflict.actual], ['no_stream', 1], 'expected and actual of the conflict')
      same(
        conflict.missed.map(({ envelope }) => envelope.id),
        stored.map(({ id }) => id),
        'what was missed',
      )
      await scene.holds(stream, stored, 'after the conflict')
    }),

    storeCase('refuses a revision that is not reached yet, so that no stream has gaps', async (scene) => {
      const stream = scene.stream()
      const early = conflictIn(await scene.append(stream, 0, events(1)))
      same([early.actual, early.missed.length], ['no_stream', 0], 'actual and missed of a stream that is not there')
      const stored = events(2)
      await scene.write(stream, 'no_stream', stored)
      await inOrder([2, 3, 99], async (expected) => {
        const conflict = conflictIn(await scene.append(stream, expected, events(1)))
        same([conflict.actual, conflict.missed.length], [1, 0], `actual and missed at ${expected}`)
      })
      await scene.holds(stream, stored, 'after the conflicts')
    }),

    storeCase('gives each batch a later position than all before it, in whatever stream', async (scene) => {
      const streams = [scene.stream(), scene.stream()]
      const positions = await inOrder([0, 1, 2, 3, 4, 5], async (turn) => {
        const stream = streams[turn % 2] ?? scene.stream()
        const expected = turn < 2 ? 'no_stream' : Math.floor(turn / 2) * 2 - 1
        return (await scene.write(stream, expected, events(2))).position
      })
      for (const [index, position] of positions.entries()) {
        const before = positions[index - 1]
        if (position !== undefined && before !== undefined)
          same(comparePositions(before, position), -1, `the order of ${before} and ${position}`)
      }
    }),

    storeCase('keeps streams apart whose names are nearly alike', async (scene) => {
      const base = scene.stream()
      const names = [base, `${base}-`, `${base} `, `${base}-1`, `${base}-01`, `${base.toUpperCase()}-x`] as const
      const batches = await inOrder(names, async (name) => {
        const batch = events(1)
        await scene.write(name, 'no_stream', batch)
        return batch
      })
      await inOrder(names, (name, index) => scene.holds(name, batches[index] ?? [], 'beside others'))
    }),

    storeCase('takes a batch of a thousand events as one', async (scene) => {
      const stream = scene.stream()
      const batch = events(1_000)
      same((await scene.write(stream, 'no_stream', batch)).revision, 999, 'the revision of the last event')
      await scene.holds(stream, batch, 'after one append')
    }),

    storeCase('writes all of a batch or nothing, whichever of its events is bad', async (scene) => {
      const stream = scene.stream()
      const stored = events(1)
      await scene.write(stream, 'no_stream', stored)
      await inOrder([0, 1, 2], async (place) => {
        const batch: ReadonlyArray<unknown> = events(3)
        await untyped(scene.store).append(stream, 0, batch.with(place, { ...event(), data: undefined }))()
        await scene.holds(stream, stored, `after a batch whose event ${place} is bad`)
      })
    }),
  ],
}
