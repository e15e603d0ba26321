import { inOrder } from './in-order.js'
import { same } from './same.js'
import { conflictIn, event, events, repeatIn } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

export const repeating: StoreCaseGroup = {
  name: 'repeating an append',
  cases: [
    storeCase('below the end answers as the first time, now and after more events', async (scene) => {
      const stream = scene.stream()
      const [first, second, third] = [events(2), events(2), events(2)]
      const originals = [await scene.write(stream, 'no_stream', first)]
      const repeat = async () => {
        const again = await inOrder(originals, async (_, at) =>
          repeatIn(await scene.append(stream, at === 0 ? 'no_stream' : 1, at === 0 ? first : second)),
        )
        same(
          again.map(({ revision }) => revision),
          originals.map(({ revision }) => revision),
          'the revisions',
        )
        // A store may have forgotten a position, and then says none; it never says another one.
        for (const [at, { position }] of again.entries())
          if (position !== undefined) same(position, originals[at]?.position, 'the position of the first time')
      }
      originals.push(await scene.write(stream, 1, second))
      await scene.write(stream, 3, third)
      await repeat()
      await repeat()
      await scene.holds(stream, [...first, ...second, ...third], 'after repeats')
    }),

    storeCase('of the beginning of what was stored then answers the end of that beginning', async (scene) => {
      const stream = scene.stream()
      const stored = events(4)
      await scene.write(stream, 'no_stream', stored)
      await inOrder([1, 2, 3, 4], async (length) => {
        const again = repeatIn(await scene.append(stream, 'no_stream', stored.slice(0, length)))
        same(again.revision, length - 1, `the revision of the first ${length}`)
      })
      same(repeatIn(await scene.append(stream, 1, stored.slice(2))).revision, 3, 'the revision of the last two')
      await scene.holds(stream, stored, 'after repeats')
    }),

    storeCase('goes by the ids alone: another body is ignored, and the stored one stays', async (scene) => {
      const stream = scene.stream()
      const stored = event({ data: { is: 'first' } })
      await scene.write(stream, 'no_stream', [stored])
      repeatIn(await scene.append(stream, 'no_stream', [{ ...stored, type: 'Approved', data: { is: 'second' } }]))
      const { events: read } = await scene.read(stream)
      same(
        read.map(({ envelope }) => [envelope.type, envelope.data]),
        [['Reviewed', { is: 'first' }]],
        'what is stored',
      )
    }),

    storeCase('is a conflict when a single id differs: more, fewer before, another order, a gap', async (scene) => {
      const stream = scene.stream()
      const [a, b, c] = [event(), event(), event()]
      await scene.write(stream, 'no_stream', [a, b, c])
      const others = [[a, event()], [event(), a], [a, c], [b, a], [b], [c], [a, b, c, event()], [event(), b, c]]
      await inOrder(others, async (batch) => {
        const conflict = conflictIn(await scene.append(stream, 'no_stream', batch))
        same(
          conflict.missed.map(({ envelope }) => envelope.id),
          [a.id, b.id, c.id],
          'what was missed',
        )
      })
      conflictIn(await scene.append(stream, 0, [a]))
      conflictIn(await scene.append(stream, 1, [c, event()]))
      await scene.holds(stream, [a, b, c], 'after the conflicts')
    }),

    storeCase('at the end writes again, whatever the ids', async (scene) => {
      const stream = scene.stream()
      const [a, b] = [event(), event()]
      await scene.write(stream, 'no_stream', [a, b])
      await scene.write(stream, 1, [a])
      await scene.write(stream, 2, [b, a])
      await scene.holds(stream, [a, b, a, b, a], 'after known ids at the end')
    }),

    storeCase('in another stream writes there', async (scene) => {
      const [here, there] = [scene.stream(), scene.stream()]
      const batch = events(2)
      await scene.write(here, 'no_stream', batch)
      await scene.write(there, 'no_stream', batch)
      await scene.holds(there, batch, 'under ids of another stream')
    }),
  ],
}
