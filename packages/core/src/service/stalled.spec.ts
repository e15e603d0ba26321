import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys, type Journey } from '../../test/service/journeys.js'
import { faultsOf } from '../../test/service/soundness.js'
import { caseTypes, staged, type Stage } from '../../test/service/staging.js'
import { forked, type World } from '../../test/service/world.js'
import type { EventStore } from '../eventsourcing/index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

/** Gives a command that stands still before one of its calls to the store, while something else happens. */
const heldUp = async (
  stage: Stage,
  { command }: Journey,
  call: number,
  meanwhile: (world: World) => Promise<unknown>,
) => {
  const world = await forked(stage.world)
  let calls = -1
  const wait = async () => {
    if (calls >= 0 && calls++ === call) await meanwhile(world)
  }
  const store: EventStore = {
    ...world.store,
    append:
      (...batch) =>
      async () => {
        await wait()
        return world.store.append(...batch)()
      },
    readStream:
      (...stretch) =>
      async () => {
        await wait()
        return world.store.readStream(...stretch)()
      },
  }
  const service = world.service({ store })
  await service.start()()
  calls = 0
  const answer = said(await give(service, command, stage.target))
  return { world, answer, over: calls <= call }
}

const sweepAfterAll = async (world: World) => {
  world.clock.advance(61_000)
  done(await world.service().settle()())
}

describe('a sweep beside a stalled client', () => {
  for (const [name, journey] of Object.entries(journeys))
    it(`${name}: is finished, or its request has lapsed for good; nothing hangs`, async () => {
      const stage = await staged(journey)
      const isRequest = journey.before.length === 0
      let lapsed = 0
      for (let call = 0, over = false; !over; call++) {
        const held = await heldUp(stage, journey, call, sweepAfterAll)
        const { world, answer } = held
        const how = `held up at call ${call}`
        expect(['done', 'REQUEST_LAPSED'], how).toContain(answer)
        if (answer === 'REQUEST_LAPSED') {
          lapsed++
          expect(isRequest, how).toBe(true)
          expect(await caseTypes(world), how).toBe('RequestLapsed')
          // For good: the same key answers so again, and another one gets what is free.
          expect(said(await give(world.service(), journey.command, stage.target)), how).toBe('REQUEST_LAPSED')
        }
        await sweepAfterAll(world)
        expect(await faultsOf(world), how).toEqual([])
        if (answer === 'REQUEST_LAPSED')
          expect(said(await give(world.service(), journey.command, { key: 'another' })), how).toBe('done')
        expect(await faultsOf(world), how).toEqual([])
        over = held.over
      }
      expect(lapsed > 0).toBe(isRequest)
    })
})

describe('a sweep before the grace time is over', () => {
  it('leaves the reservation of a request that is still on its way', async () => {
    const journey = journeys['a request of units'] ?? { order: undefined as never, before: [], command: say.note() }
    const stage = await staged(journey)
    for (let call = 0, over = false; !over; call++) {
      const held = await heldUp(stage, journey, call, async (world) => {
        world.clock.advance(59_000)
        expect(done(await world.service().settle()())).toMatchObject({ lapsed: 0 })
      })
      expect(held.answer).toBe('done')
      expect(await faultsOf(held.world)).toEqual([])
      over = held.over
    }
  })
})

describe('somebody who takes what a stalled client had reserved, after a sweep', () => {
  it('keeps it: the client is refused, or holds what is left and is not paid', async () => {
    for (const name of ['a dispute of what was withdrawn', 'an adjustment to more units', 'a request of units']) {
      const journey = journeys[name] ?? { order: undefined as never, before: [], command: say.note() }
      const stage = await staged(journey)
      for (let call = 0, over = false; !over; call++) {
        const held = await heldUp(stage, journey, call, async (world) => {
          await sweepAfterAll(world)
          for (const quantity of [3, 2, 1])
            await give(world.service(), say.request({ lines: [{ lineNo: 1, quantity }] }), { key: `rival-${quantity}` })
        })
        const { world } = held
        await sweepAfterAll(world)
        expect(await faultsOf(world), `${name}, held up at call ${call}`).toEqual([])
        // Whatever the two of them hold, each unit is somebody's once, and further steps do not change that.
        for (const { caseId } of done(await world.service().casesOf('order-1')()))
          for (const step of [say.accept(), say.ship(), say.receive(1), say.inspect(1), ...say.approvals, say.pay()])
            await give(world.service(), step, { caseId })
        await sweepAfterAll(world)
        expect(await faultsOf(world), `${name}, held up at call ${call}, and paid`).toEqual([])
        expect((await everything(world.store)).length).toBeGreaterThan(0)
        over = held.over
      }
    }
  })
})
