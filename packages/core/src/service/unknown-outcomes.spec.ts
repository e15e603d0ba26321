import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys } from '../../test/service/journeys.js'
import { faultsOf } from '../../test/service/soundness.js'
import { caseTypes, staged } from '../../test/service/staging.js'
import { fates, uncertainStore } from '../../test/service/uncertain-store.js'
import { forked, type World } from '../../test/service/world.js'
import type { EventStore } from '../eventsourcing/index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const maxAttempts = 5
/** A command appends to three streams, and afterwards settles. */
const bounded = maxAttempts * maxAttempts

const keyed = async ({ store }: World, key: string) =>
  (await everything(store)).filter(
    ({ stream, envelope }) => stream.startsWith('refundCase-') && envelope.command?.key === key,
  )

for (const [name, journey] of Object.entries(journeys))
  describe(`${name}, while the store does not say whether it wrote`, () => {
    it('ends soon, says what is known, and is carried out once when it is repeated', async () => {
      const stage = await staged(journey)
      const { target } = stage
      const calm = await forked(stage.world)
      done(await give(calm.service(), journey.command, target))
      const types = await caseTypes(calm)
      const plans = fc.array(fc.constantFrom(...fates), { maxLength: 8 })
      await fc.assert(
        fc.asyncProperty(plans, fc.constantFrom('well', 'lost', 'down'), async (plan, then) => {
          const world = await forked(stage.world)
          const { store, appends, arrive } = uncertainStore(world.store, plan, then)
          const answer = await give(world.service({ store, maxAttempts }), journey.command, target)
          expect(appends()).toBeLessThanOrEqual(bounded)
          if (isLeft(answer)) {
            const failure = answer.left
            expect(failure).toMatchObject({ kind: 'storeError' })
            // What the store said it had not written stands nowhere; else it may have been.
            if (failure.kind === 'storeError' && failure.written === 'no')
              expect(await keyed(world, target.key)).toEqual([])
          } else
            expect((await keyed(world, target.key)).map(({ envelope }) => envelope.id)).toEqual(
              answer.right.events.map(({ meta: { id } }) => id),
            )
          await arrive()
          expect(said(await give(world.service(), journey.command, target))).toBe('done')
          expect(await caseTypes(world)).toBe(types)
          done(await world.service().settle()())
          expect(await faultsOf(world)).toEqual([])
        }),
        { numRuns: 15, seed: 20_260_316 },
      )
    })
  })

/** Before each append to the stream somebody else writes there. */
const contended = (world: World, category: string, meanwhile: () => Promise<unknown>) => {
  let appends = 0
  const store: EventStore = {
    ...world.store,
    append: (stream, expected, events) => async () => {
      if (stream.startsWith(category)) {
        appends++
        await meanwhile()
      }
      return world.store.append(stream, expected, events)()
    },
  }
  return { store, appends: () => appends }
}

describe('a command that loses every race', () => {
  it('on the case answers conflictUnresolved after so many attempts, and leaves nothing half done', async () => {
    for (const name of ['an adjustment to more units', 'a withdrawal', 'a dispute of a decline'] as const) {
      const journey = journeys[name] ?? { before: [], command: say.note(), order: undefined as never }
      const { world, target } = await staged(journey)
      const { caseId } = target
      if (caseId === undefined) continue
      const other = world.service()
      const { store, appends } = contended(world, 'refundCase-', () => give(other, say.note(), { caseId }))
      const answer = await give(world.service({ store, maxAttempts }), journey.command, target)
      expect(said(answer)).toBe('CONFLICT_UNRESOLVED')
      expect(appends()).toBe(maxAttempts)
      expect(await keyed(world, target.key)).toEqual([])
      expect(await faultsOf(world)).toEqual([])
      expect(said(await give(world.service(), journey.command, target))).toBe('done')
    }
  })

  it('on the account, too; and the key of the request stays good', async () => {
    const { world, target } = await staged(journeys['a request of units'] ?? never())
    let cases = 0
    const other = world.service()
    const { store, appends } = contended(world, 'orderAccount-', () =>
      give(other, say.request({ route: 'compensation', lines: [], claimed: 1 }), { key: `other-${cases++}` }).then(
        ({ _tag }) => (_tag === 'Right' ? give(other, say.withdraw(), { caseId: world.ids.v5('', '') }) : undefined),
      ),
    )
    const answer = await give(world.service({ store, maxAttempts }), say.request(), target)
    expect(['CONFLICT_UNRESOLVED', 'done']).toContain(said(answer))
    expect(appends()).toBeLessThanOrEqual(bounded)
    expect(said(await give(world.service(), say.request(), target))).toBe('done')
    expect(await faultsOf(world)).toEqual([])
  })
})

const never = (): never => {
  throw new Error('no such journey')
}
