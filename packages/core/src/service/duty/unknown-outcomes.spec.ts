import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { desksOf, li, middle, MIDDLE_SHIFT } from '../../../test/service/duty.js'
import { done } from '../../../test/service/giving.js'
import { aWorld, instant } from '../../../test/service/world.js'
import { fates, uncertainStore } from '../../../test/service/uncertain-store.js'
import { millisBetween } from '../../calendar/index.js'

describe('a note under a key, on a store that loses appends, answers and both', () => {
  it('is written once when whoever gave it repeats it until it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 6 }), async (plan) => {
        const world = aWorld()
        world.clock.advance(millisBetween(world.clock.read(), instant(MIDDLE_SHIFT)))
        done(await desksOf(world).start()())
        const uncertain = uncertainStore(world.store, plan)
        for (const text of ['first', 'second']) {
          const note = { ...middle, text, key: text }
          for (let attempt = 0; ; attempt++) {
            // Each time from another process, which remembers nothing.
            const answer = await desksOf(world, { store: uncertain.store }).noteWork(li, note)()
            if (!isLeft(answer)) break
            expect(attempt).toBeLessThan(plan.length + 1)
          }
        }
        await uncertain.arrive()
        const { record, events } = done(await desksOf(world).shift(middle)())
        expect(record.workNotes.map(({ item }) => item)).toEqual([1, 2])
        expect(events.map(({ meta }) => meta.command?.key)).toEqual(['first', 'second'])
      }),
      { numRuns: 60 },
    )
  })
})
