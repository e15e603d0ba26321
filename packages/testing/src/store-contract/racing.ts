import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { inOrder } from './in-order.js'
import { holds, same } from './same.js'
import { conflictIn, errorIn, events } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

export const racing: StoreCaseGroup = {
  name: 'racing',
  cases: [
    storeCase('fifty who create one stream: exactly one does, and the others see its events', async (scene) => {
      const stream = scene.stream()
      const batches = Array.from({ length: 50 }, () => events(2))
      const answers = await Promise.all(batches.map((batch) => scene.append(stream, 'no_stream', batch)))
      const winners = batches.filter((_, at) => answers.slice(at, at + 1).some(isRight))
      same(winners.length, 1, 'the number of winners')
      const [winner = []] = winners
      await scene.holds(stream, winner, 'after the race')
      for (const conflict of answers.filter(isLeft).map(conflictIn))
        same(
          conflict.missed.map(({ envelope }) => envelope.id),
          winner.map(({ id }) => id),
          'what a loser missed',
        )
    }),

    storeCase('writers who read, append and try again lose nothing', async (scene) => {
      const stream = scene.stream()
      // Somebody wins each round, so that nobody loses more of them than there are appends.
      const writeOne = async (lost = 0): Promise<number> => {
        const { lastRevision } = await scene.read(stream, { direction: 'backwards', limit: 1 })
        const answer = await scene.append(stream, lastRevision, events(1))
        if (isRight(answer)) return answer.right.revision
        holds(lost < 40, 'somebody wins each round')
        conflictIn(answer)
        return writeOne(lost + 1)
      }
      const revisions = await Promise.all(Array.from({ length: 8 }, () => inOrder([1, 2, 3, 4, 5], () => writeOne())))
      same(
        revisions.flat().toSorted((a, b) => a - b),
        Array.from({ length: 40 }, (_, revision) => revision),
        'the revisions that were given out',
      )
      same((await scene.read(stream)).lastRevision, 39, 'the last revision')
    }),

    storeCase('one batch sent several times at once is written once', async (scene) => {
      const stream = scene.stream()
      const batch = events(3)
      const answers = await Promise.all([1, 2, 3, 4].map(() => scene.append(stream, 'no_stream', batch)))
      holds(answers.some(isRight), 'somebody is told of success')
      // A server may give a repeat no answer while the first one is on its way; it is never a conflict.
      for (const answer of answers.filter(isLeft)) same(errorIn(answer).code, 'STORE_TIMEOUT', 'the answer to a repeat')
      await scene.holds(stream, batch, 'after the race')
    }),

    storeCase('batches of different streams each stand together, and all are there', async (scene) => {
      const streams = Array.from({ length: 10 }, () => scene.stream())
      await Promise.all(
        streams.map((stream) =>
          inOrder([0, 1, 2], (turn) => scene.write(stream, turn === 0 ? 'no_stream' : turn * 4 - 1, events(4))),
        ),
      )
      const seen: Array<readonly [string, number]> = []
      for await (const part of scene.store.readAll({ filter: { categories: [scene.category] } }))
        if (isRight(part)) seen.push(...part.right.events.map(({ stream, revision }) => [stream, revision] as const))
      same(seen.length, 120, 'the number of events')
      for (const [at, [stream, revision]] of seen.entries())
        if (revision % 4 > 0) same(seen[at - 1], [stream, revision - 1], 'what stands before an event of a batch')
    }),
  ],
}
