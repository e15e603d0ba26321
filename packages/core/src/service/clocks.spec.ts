import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { eachCommand } from '../../test/service/each-command.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything, faultsOfRecord } from '../../test/service/history.js'
import { journeys } from '../../test/service/journeys.js'
import { anOrder } from '../../test/service/orders.js'
import { faultsOf } from '../../test/service/soundness.js'
import { interleavings } from '../../test/service/interleavings.js'
import { turns } from '../../test/service/turns.js'
import { aWorld, forked, handClock, type World } from '../../test/service/world.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const written = async ({ store }: World) => (await everything(store)).length

/** A process of the same shop whose clock differs by so many milliseconds. */
const withClock = (world: World, offset: number) => {
  const clock = handClock(world.clock.read())
  clock.advance(offset)
  return { service: world.service({ clock: clock.read }), clock }
}

describe('two servers whose clocks differ by 200 ms', () => {
  it('work on the same cases in turn: nothing is refused for its time, and no stream runs backwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1 }), { minLength: 12, maxLength: 12 }), async (servers) => {
        const world = aWorld(anOrder())
        const behind = withClock(world, -200)
        const ahead = world.service()
        const steps = journeys['a payment reversed after closing']
        let caseId: string | undefined
        for (const [index, step] of [...(steps?.before ?? []), steps?.command ?? say.note()].entries()) {
          const service = servers[index % servers.length] === 0 ? ahead : behind.service
          const target = { key: `k${index}`, ...(caseId === undefined ? {} : { caseId }) }
          caseId = done(await give(service, step, target)).caseId
        }
        expect(await faultsOf(world)).toEqual([])
      }),
      { numRuns: 20, seed: 20_260_310 },
    )
  })

  it('work on the same case at once', async () => {
    const world = aWorld(anOrder())
    const caseId = await play(world.service(), [say.request(), say.accept()], world)
    await fc.assert(
      fc.asyncProperty(interleavings, async (turn) => {
        const shop = await forked(world)
        const { store, run } = turns(shop.store)
        const clock = handClock(shop.clock.read())
        clock.advance(-200)
        const one = shop.service({ store })
        const other = shop.service({ store, clock: clock.read })
        const answers = await run(
          [
            () => give(one, say.note(), { caseId }),
            () => give(other, say.note(), { caseId }),
            () => give(other, say.adjust({ lines: [{ lineNo: 1, quantity: 1 }] }), { caseId }),
            () => give(one, say.request({ lines: [{ lineNo: 2, quantity: 1 }] }), { key: 'two' }),
          ],
          turn,
        )
        expect(answers.map(said)).toEqual(['done', 'done', 'done', 'done'])
        expect(await faultsOf(shop)).toEqual([])
      }),
      { numRuns: 30, seed: 20_260_311 },
    )
  })
})

describe('a server whose clock is 10 s behind', () => {
  for (const [name, { order, before, command }] of Object.entries(eachCommand))
    it(`is refused TIME_RUNS_BACKWARDS for ${name}, and nothing is written`, async () => {
      const world = aWorld(order)
      const caseId = await play(world.service(), before, world)
      const { service, clock } = withClock(world, -10_000)
      const length = await written(world)
      expect(said(await give(service, command, { caseId, key: 'k' }))).toBe('TIME_RUNS_BACKWARDS')
      expect(await written(world)).toBe(length)
      clock.advance(5_000)
      expect(said(await give(service, command, { caseId, key: 'k' }))).toBe('done')
      expect(faultsOfRecord(world, await everything(world.store))).toEqual([])
    })

  it('is refused a request of an order that somebody just asked for', async () => {
    const world = aWorld(anOrder())
    await play(world.service(), [say.request({ lines: [{ lineNo: 2, quantity: 1 }] })], world)
    const { service } = withClock(world, -10_000)
    const length = await written(world)
    expect(said(await give(service, say.request(), { key: 'k' }))).toBe('TIME_RUNS_BACKWARDS')
    expect(await written(world)).toBe(length)
  })

  it('leaves no trace of a request of another order, though the numbers are given out ahead of it', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }))
    await world.service().start()()
    const slow = withClock(world, 0)
    await slow.service.start()()
    world.clock.advance(10_000)
    await play(world.service(), [say.request()], world)
    const length = await written(world)
    expect(said(await give(slow.service, say.request({ orderId: 'order-2' }), { key: 'k' }))).toBe(
      'TIME_RUNS_BACKWARDS',
    )
    expect(await written(world)).toBe(length)
    slow.clock.advance(100_000)
    expect(said(await give(slow.service, say.request({ orderId: 'order-2' }), { key: 'k' }))).toBe('done')
  })

  it('still reads, starts, repeats and settles: what writes nothing is not refused', async () => {
    const world = aWorld(anOrder())
    const caseId = await play(world.service(), [say.request(), say.accept()], world)
    const { service } = withClock(world, -10_000)
    expect(said(await service.start()())).toBe('done')
    expect(said(await service.case(caseId)())).toBe('done')
    expect(said(await service.actions(caseId, say.note().by)())).toBe('done')
    expect(said(await service.settle()())).toBe('done')
    expect(done(await give(service, say.accept(), { caseId, key: 'step-1' })).repeated).toBe(true)
    expect(done(await give(service, say.request(), { key: 'step-0' })).repeated).toBe(true)
  })

  it('opens a case of its own, which the others then work on', async () => {
    const world = aWorld(anOrder())
    await world.service().start()()
    const slow = withClock(world, 0)
    world.clock.advance(10_000)
    const { caseId } = done(await give(slow.service, say.request(), { key: 'k' }))
    expect(said(await give(world.service(), say.accept(), { caseId }))).toBe('done')
    expect(await faultsOf(world)).toEqual([])
  })
})
