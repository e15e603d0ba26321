import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { dyingStore, endings, type Ending } from '../../test/service/dying-store.js'
import { done, give, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys, type Journey } from '../../test/service/journeys.js'
import { faultsOf } from '../../test/service/soundness.js'
import { caseTypes, staged, type Stage } from '../../test/service/staging.js'
import { forked } from '../../test/service/world.js'
import type { EventStore } from '../eventsourcing/index.js'
import type { RefundService } from './index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const GRACE = 60_000

/** What somebody does after the crash, with a new process over the same store. */
const recoveries = ['repeats the command', 'settles everything', 'goes on with the case'] as const
type Recovery = (typeof recoveries)[number]

/** What the command comes to where nothing goes wrong, and how many appends it takes. */
const undisturbed = async (
  { command }: Journey,
  { world, target }: Stage,
): Promise<{ readonly types: string; readonly appends: number }> => {
  let appends = 0
  const store: EventStore = {
    ...world.store,
    append: (...batch) => {
      appends++
      return world.store.append(...batch)
    },
  }
  done(await give(world.service({ store }), command, target))
  return { types: await caseTypes(world), appends }
}

const crash = async ({ command }: Journey, { world, target }: Stage, appends: number, ending: Ending) => {
  const { store, died, arrive, isDead } = dyingStore(world.store, appends, ending)
  await Promise.race([give(world.service({ store }), command, target), died])
  expect(isDead()).toBe(true)
  return arrive
}

const recover = async (recovery: Recovery, service: RefundService, { command }: Journey, { world, target }: Stage) => {
  world.clock.advance(1_000)
  switch (recovery) {
    case 'repeats the command':
      return said(await give(service, command, target))
    case 'settles everything':
      world.clock.advance(GRACE)
      return said(await service.settle()())
    case 'goes on with the case': {
      const caseId =
        target.caseId ?? world.ids.v5(world.ids.v5('b2f0c1de-6d3c-5b7a-9a55-3f7f0c8b6a01', 'shop'), target.key)
      return said(await give(service, say.note(), { caseId }))
    }
  }
}

describe('a process that dies at any of its appends leaves nothing that is not mended', () => {
  for (const [name, journey] of Object.entries(journeys))
    for (const recovery of recoveries)
      it(`${name}, and somebody ${recovery}`, async () => {
        const stage = await staged(journey)
        const { target } = stage
        const before = await caseTypes(stage.world)
        const { types, appends } = await undisturbed(journey, { target, world: await forked(stage.world) })
        expect(appends).toBeGreaterThan(0)
        for (let written = 0; written < appends; written++)
          for (const ending of endings) {
            const world = await forked(stage.world)
            const arrive = await crash(journey, { world, target }, written, ending)
            const how = `${ending} at append ${written + 1} of ${appends}`
            const service = world.service()
            const answer = await recover(recovery, service, journey, { world, target })
            await arrive()
            world.clock.advance(GRACE)
            expect(said(await service.settle()()), how).toBe('done')
            expect(await faultsOf(world), how).toEqual([])

            const after = await caseTypes(world)
            if (recovery === 'repeats the command') expect([answer, after], how).toEqual(['done', types])
            else expect([types, before, `${types} Noted`, `${before} Noted`, 'RequestLapsed'], how).toContain(after)

            // Whoever gave it may give it again: it is carried out once, unless the request's time had run out.
            const again = said(await give(service, journey.command, target))
            expect(again, how).toBe(after === 'RequestLapsed' ? 'REQUEST_LAPSED' : 'done')
            expect((await caseTypes(world)).replace(' Noted', ''), how).toBe(after === 'RequestLapsed' ? after : types)
            expect(await faultsOf(world), how).toEqual([])
            const { length } = await everything(world.store)
            expect(done(await service.settle()()), how).toMatchObject({ settled: 0, lapsed: 0 })
            expect((await everything(world.store)).length, how).toBe(length)
          }
      })
})
