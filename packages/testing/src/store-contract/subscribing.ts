import { isLeft } from 'fp-ts/lib/Either.js'
import { bothCategories, otherCategory, populate, TYPES, written } from './global-order.js'
import { inOrder } from './in-order.js'
import { Puller } from './puller.js'
import { same } from './same.js'
import { event, events } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'
import { untyped } from './untyped-store.js'

export const subscribing: StoreCaseGroup = {
  name: 'subscribing',
  cases: [
    storeCase('gives history, says that it has caught up, and goes on live', async (scene) => {
      const history = await populate(scene, 10)
      const puller = new Puller(scene, { filter: { categories: bothCategories(scene) }, batchSize: 4 })
      same((await puller.untilCaughtUp()).map(written), history.map(written), 'history')
      const live = await populate(scene, 10)
      const all = await puller.until(history.length + live.length)
      same(all.map(written), [...history, ...live].map(written), 'history and what came live')
      puller.subscription.close()
    }),

    storeCase('says that it has caught up where there is nothing at all', async (scene) => {
      const puller = new Puller(scene, { filter: { categories: [scene.category] } })
      same((await puller.untilCaughtUp()).length, 0, 'the number of events')
      const batch = events(1)
      const stream = scene.stream()
      await scene.write(stream, 'no_stream', batch)
      same(
        (await puller.until(1)).map(({ stream: of }) => of),
        [stream],
        'the stream of what came live',
      )
      puller.subscription.close()
    }),

    storeCase('loses and repeats nothing between history and live, whoever writes meanwhile', async (scene) => {
      const history = await populate(scene, 20)
      const writers = Array.from({ length: 4 }, () => scene.stream())
      const filter = { categories: bothCategories(scene) }
      const pullers = [1, 3, 512].map((batchSize) => new Puller(scene, { filter, batchSize }))
      const total = history.length + writers.length * 25
      await Promise.all([
        ...writers.map((stream) =>
          inOrder(
            Array.from({ length: 25 }, (_, at) => at),
            (at) => scene.write(stream, at === 0 ? 'no_stream' : at - 1, events(1)),
          ),
        ),
        ...pullers.map((puller) => puller.until(total)),
      ])
      const reader = new Puller(scene, { filter })
      const order = (await reader.untilCaughtUp()).map(written)
      same(order.length, total, 'the number of events')
      for (const puller of pullers) same(puller.events.map(written), order, 'what came while others wrote')
      for (const { subscription } of [...pullers, reader]) subscription.close()
    }),

    storeCase('goes on after any place at which it was left', async (scene) => {
      const mine = await populate(scene, 10)
      const filter = { categories: bothCategories(scene) }
      const first = new Puller(scene, { filter, batchSize: 3 })
      await first.untilCaughtUp()
      await inOrder(first.events, async ({ position }, index) => {
        const resumed = new Puller(scene, { filter, after: position })
        same((await resumed.untilCaughtUp()).map(written), mine.slice(index + 1).map(written), `after event ${index}`)
        resumed.subscription.close()
      })
      first.subscription.close()
    }),

    storeCase('goes on after the end where it was left, with what was written since', async (scene) => {
      await populate(scene, 5)
      const filter = { categories: bothCategories(scene) }
      const left = new Puller(scene, { filter })
      await left.untilCaughtUp()
      left.subscription.close()
      const after = left.upTo
      const since = await populate(scene, 5)
      const resumed = new Puller(scene, after === undefined ? { filter } : { filter, after })
      same((await resumed.until(since.length)).map(written), since.map(written), 'what was written since')
      resumed.subscription.close()
    }),

    storeCase('takes only the categories and types that are asked for, in history and live', async (scene) => {
      const filter = { categories: [otherCategory(scene)], types: [TYPES[1]] }
      const wanted = (all: Awaited<ReturnType<typeof populate>>) =>
        all.filter(
          ({ stream, envelope }) => stream.startsWith(`${otherCategory(scene)}-`) && envelope.type === TYPES[1],
        )
      const history = await populate(scene, 24)
      const puller = new Puller(scene, { filter, batchSize: 2 })
      same((await puller.untilCaughtUp()).map(written), wanted(history).map(written), 'history')
      const all = wanted([...history, ...(await populate(scene, 24))])
      same((await puller.until(all.length)).map(written), all.map(written), 'history and what came live')
      puller.subscription.close()
    }),

    storeCase('is held up by nobody slow, and holds up nobody', async (scene) => {
      const stream = scene.stream()
      const filter = { categories: [scene.category] }
      const [slow, idle, quick] = [1, 1, 512].map((batchSize) => new Puller(scene, { filter, batchSize }))
      if (slow === undefined || idle === undefined || quick === undefined) return
      await Promise.all([slow.untilCaughtUp(), quick.untilCaughtUp()])
      const batch = events(300)
      await inOrder(batch, (each, at) => scene.write(stream, at === 0 ? 'no_stream' : at - 1, [each]))
      const order = batch.map((envelope) => written({ stream, envelope }))
      same((await quick.until(300)).map(written), order, 'what the quick one got')
      same((await slow.until(300)).map(written), order, 'what the slow one got, in its own time')
      for (const { subscription } of [slow, idle, quick]) subscription.close()
    }),

    storeCase('answers who asks several times at once in the order of asking', async (scene) => {
      const stream = scene.stream()
      const puller = new Puller(scene, { filter: { categories: [scene.category] }, batchSize: 1 })
      await puller.untilCaughtUp()
      const asked = Promise.all([puller.pull(), puller.pull(), puller.pull()])
      const batch = events(3)
      await inOrder(batch, (each, at) => scene.write(stream, at === 0 ? 'no_stream' : at - 1, [each]))
      const answered = (await asked).flatMap(({ events: got }) => got.map(({ envelope }) => envelope.id))
      same(
        answered,
        batch.map(({ id }) => id),
        'the answers in their order',
      )
      puller.subscription.close()
    }),

    storeCase(
      'ends when it is closed: before the first event, while it waits, and with events at hand',
      async (scene) => {
        const filter = { categories: [scene.category] }
        const unused = new Puller(scene, { filter })
        unused.subscription.close()
        same(await unused.isAtItsEnd(), true, 'closed before the first event')

        const waiting = new Puller(scene, { filter })
        await waiting.untilCaughtUp()
        const next = waiting.isAtItsEnd()
        waiting.subscription.close()
        same(await next, true, 'closed while it waits')
        waiting.subscription.close()
        same(await waiting.isAtItsEnd(), true, 'closed twice')

        await scene.write(scene.stream(), 'no_stream', events(2))
        const busy = new Puller(scene, { filter, batchSize: 1 })
        await busy.pull()
        busy.subscription.close()
        same(await busy.isAtItsEnd(), true, 'closed with events at hand')
      },
    ),

    storeCase('ends for who leaves the loop, and others go on', async (scene) => {
      const filter = { categories: [scene.category] }
      const [left, other] = [scene.store.subscribe({ filter }), new Puller(scene, { filter })]
      await scene.write(scene.stream(), 'no_stream', [event()])
      for await (const batch of left) if (isLeft(batch) || batch.right.events.length > 0) break
      const rest: Array<unknown> = []
      for await (const batch of left) rest.push(batch)
      same(rest.length, 0, 'the batches after leaving')
      await scene.write(scene.stream(), 'no_stream', [event()])
      same((await other.until(2)).length, 2, 'the events of the other one')
      other.subscription.close()
    }),

    storeCase('ends with a refusal where position or batch size are none', async (scene) => {
      const refusals = [
        ['BAD_POSITION', { after: 'nowhere' }],
        ['BAD_LIMIT', { batchSize: 0 }],
      ] as const
      await inOrder(refusals, async ([code, options]) => {
        const answers: Array<unknown> = []
        for await (const batch of untyped(scene.store).subscribe(options))
          answers.push(isLeft(batch) ? batch.left.code : 'a batch')
        same(answers, [code], 'the answers')
      })
    }),
  ],
}
