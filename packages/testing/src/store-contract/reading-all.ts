import { comparePositions } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { batchesOf, bothCategories, eventsOf, otherCategory, populate, TYPES, written } from './global-order.js'
import { inOrder } from './in-order.js'
import { holds, same } from './same.js'
import { events } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'
import { untyped } from './untyped-store.js'

export const readingAll: StoreCaseGroup = {
  name: 'reading all streams',
  cases: [
    storeCase('gives every event once, in the order of writing', async (scene) => {
      const mine = await populate(scene, 30)
      const streams = new Set<string>(mine.map(({ stream }) => stream))
      // Without a filter there may be others' events between.
      const all = await eventsOf(scene.store, { batchSize: 7 })
      same(all.filter(({ stream }) => streams.has(stream)).map(written), mine.map(written), 'the events')
    }),

    storeCase('gives what the stream gives, and the positions that the appends answered', async (scene) => {
      const stream = scene.stream()
      const answered = [await scene.write(stream, 'no_stream', events(2)), await scene.write(stream, 1, events(1))]
      const all = await eventsOf(scene.store, { filter: { categories: [scene.category] } })
      const inStream = (await scene.read(stream)).events
      same(
        all.map((each) => [each.stream, each.revision, each.position, each.recordedAt, each.envelope]),
        inStream.map((each) => [each.stream, each.revision, each.position, each.recordedAt, each.envelope]),
        'the events',
      )
      for (const { revision, position } of answered)
        if (position !== undefined) same(inStream[revision]?.position, position, `the position of revision ${revision}`)
    }),

    storeCase('goes on after any event and after any batch, and neither skips nor repeats', async (scene) => {
      const mine = await populate(scene, 12)
      const filter = { categories: bothCategories(scene) }
      const batches = await batchesOf(scene.store, { filter, batchSize: 5 })
      const all = batches.flatMap((batch) => batch.events)
      same(all.map(written), mine.map(written), 'all events')
      await inOrder(all, async ({ position }, index) => {
        const rest = await eventsOf(scene.store, { filter, after: position, batchSize: 4 })
        same(rest.map(written), mine.slice(index + 1).map(written), `what comes after event ${index}`)
      })
      await inOrder(batches, async ({ upTo }, index) => {
        const rest = await eventsOf(scene.store, { filter, after: upTo })
        const later = batches.slice(index + 1).flatMap((batch) => batch.events)
        same(rest.map(written), later.map(written), `what comes after batch ${index}`)
      })
    }),

    storeCase('holds to the size of a batch, whatever it is', async (scene) => {
      const mine = await populate(scene, 10)
      const filter = { categories: bothCategories(scene) }
      await inOrder([1, 2, mine.length - 1, mine.length, mine.length + 1, 100_000], async (batchSize) => {
        same((await eventsOf(scene.store, { filter, batchSize })).map(written), mine.map(written), `by ${batchSize}`)
      })
    }),

    storeCase(
      'takes only the categories and types that are asked for, and no others that begin alike',
      async (scene) => {
        const mine = await populate(scene, 40)
        const [own, other] = [scene.category, otherCategory(scene)]
        const choices = [[own], [other], [own, other], [own, own], [own.slice(0, -1)], [`${own}-`], []]
        await inOrder(choices, async (categories) => {
          await inOrder([undefined, ['Approved'], ['Approved', 'Requested'], ['approved'], []], async (types) => {
            const filter = { categories, ...(types === undefined ? {} : { types }) }
            const wanted = mine.filter(
              ({ stream, envelope }) =>
                categories.some((category) => stream.startsWith(`${category}-`) && !category.endsWith('-')) &&
                (types?.includes(envelope.type) ?? true),
            )
            same(
              (await eventsOf(scene.store, { filter, batchSize: 3 })).map(written),
              wanted.map(written),
              `categories ${categories.join()} and types ${types?.join()}`,
            )
          })
        })
      },
    ),

    storeCase('takes types from every category where none is named', async (scene) => {
      const mine = await populate(scene, 9)
      const type = `Of${scene.category}`
      const [here, there] = [scene.stream(), scene.stream(otherCategory(scene))]
      await scene.write(here, 'no_stream', events(2, { type }))
      await scene.write(there, 'no_stream', events(1, { type: TYPES[0] }))
      await scene.write(there, 0, events(1, { type }))
      const found = await eventsOf(scene.store, { filter: { types: [type] } })
      same(
        found.map(({ stream }) => stream),
        [here, here, there],
        'where the events of a type stand',
      )
      holds(
        mine.every(({ envelope }) => found.every((each) => each.envelope.id !== envelope.id)),
        'no other is among them',
      )
    }),

    storeCase('sees what is written while it reads, before it says that it is at the end', async (scene) => {
      const mine = await populate(scene, 6)
      const late = events(3)
      const stream = scene.stream()
      const seen: Array<string> = []
      for await (const batch of scene.store.readAll({ filter: { categories: bothCategories(scene) }, batchSize: 2 })) {
        if (isLeft(batch)) continue
        if (seen.length === 0) await scene.write(stream, 'no_stream', late)
        seen.push(...batch.right.events.map(written))
      }
      same(seen, [...mine, ...late.map((envelope) => ({ stream, envelope }))].map(written), 'the events')
    }),

    storeCase('can be left in the middle, and read again from the start', async (scene) => {
      const mine = await populate(scene, 8)
      const all = scene.store.readAll({ filter: { categories: bothCategories(scene) }, batchSize: 1 })
      const first = async () => {
        for await (const batch of all) return isLeft(batch) ? [] : batch.right.events.map(written)
        return []
      }
      same(await first(), mine.slice(0, 1).map(written), 'the first event')
      same(await first(), mine.slice(0, 1).map(written), 'the first event, read again')
    }),

    storeCase('says how far it has come also where nothing is asked for', async (scene) => {
      await populate(scene, 3)
      const { position } = await scene.write(scene.stream(), 'no_stream', events(1))
      const batches = await batchesOf(scene.store, { filter: { categories: [`${scene.category}none`] } })
      const upTo = batches.at(-1)?.upTo
      if (position !== undefined && upTo !== undefined)
        holds(comparePositions(upTo, position) >= 0, `${upTo} is not before ${position}`)
      same(
        batches.flatMap((batch) => batch.events),
        [],
        'the events',
      )
    }),

    storeCase('ends with a refusal where position or batch size are none', async (scene) => {
      const refusals = [
        ...['', 'start', '-1', '1.5', '01', '1/', ' 1'].map((after) => ['BAD_POSITION', { after }] as const),
        ...[0, -1, 0.5, Number.NaN].map((batchSize) => ['BAD_LIMIT', { batchSize }] as const),
      ]
      await inOrder(refusals, async ([code, options]) => {
        const answers: Array<unknown> = []
        for await (const batch of untyped(scene.store).readAll(options))
          answers.push(isLeft(batch) ? batch.left.code : 'a batch')
        same(answers, [code], 'the answers')
      })
    }),
  ],
}
