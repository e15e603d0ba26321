import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { anOrder } from '../../test/service/orders.js'
import * as people from '../../test/service/people.js'
import { interleavings } from '../../test/service/interleavings.js'
import { race, type Beside } from '../../test/service/serial.js'
import { faultsOf } from '../../test/service/soundness.js'
import { aWorld, type World } from '../../test/service/world.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

/** Whichever of them are given at once, however they interleave. */
const anyOrderHolds = async (stage: World, pool: ReadonlyArray<Beside>, numRuns: number): Promise<void> => {
  const several = fc.array(fc.constantFrom(...pool), { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(several, interleavings, async (given, turn) => {
      const { world, answers, asIfInSomeOrder, orders } = await race(stage, given, turn)
      expect({ answers, asIfInSomeOrder, orders }).toEqual({ answers, asIfInSomeOrder: true, orders: [] })
      expect(await faultsOf(world)).toEqual([])
      // Nothing is left to settle: every command, a refused one too, ended with it.
      expect(done(await world.service().settle()())).toMatchObject({ settled: 0, lapsed: 0 })
    }),
    { numRuns, seed: 20_260_309 },
  )
}

const unshipped = (lineNo: number) => say.request({ route: 'unshippedRefund', lines: [{ lineNo, quantity: 1 }] })
const unitsOf = (quantity: number, orderId = 'order-1') =>
  say.request({ route: 'unshippedRefund', orderId, lines: [{ lineNo: 1, quantity }] })
const compensation = (claimed: number) => say.request({ route: 'compensation', lines: [], claimed })
const claim = (amount: number) => say.keepGoods(amount, { lines: [{ lineNo: 1, quantity: 1, amount }] })
const toUnits = (quantity: number) => say.adjust({ lines: [{ lineNo: 1, quantity }] })

describe('commands given at once come to what they would have come to one after another', () => {
  it('on one case', async () => {
    const world = aWorld(anOrder())
    const steps = [say.request(), say.accept(), say.ship(), say.receive(), say.inspect(), ...say.approvals.slice(0, 2)]
    const caseId = await play(world.service(), steps, world)
    const pool = [
      say.approveAs(people.director),
      say.approveAs(people.secondDirector),
      say.note(),
      say.withdraw(),
      say.decline({ stage: 'afterInspection' }),
      say.adjust({ lines: [{ lineNo: 1, quantity: 1 }] }),
      say.adjust({ lines: [{ lineNo: 1, quantity: 3 }] }),
      say.changeRoute({ to: 'keepGoodsRefund', lines: [{ lineNo: 1, quantity: 2, amount: 4_000 }] }),
      say.dispute(),
    ].flatMap((step, index): ReadonlyArray<Beside> => [
      { step, caseId },
      { step, caseId, key: `key-${index}` },
    ])
    await anyOrderHolds(world, pool, 40)
  })

  it('on the cases of one order, and on new requests for it', async () => {
    const lines = [
      [2, 20_000],
      [1, 5_000],
    ] as const
    const world = aWorld(anOrder({ lines, discount: 0, freight: 1_000, shipment: 'unshipped' }))
    const service = world.service()
    const approved = [unshipped(1), say.accept(), say.approveAs(people.secondLead)]
    const a = await play(service, approved, { ...world, prefix: 'a' })
    const b = await play(service, [unshipped(2), say.accept()], { ...world, prefix: 'b' })
    const c = await play(service, [unshipped(1)], { ...world, prefix: 'c' })
    const pool: ReadonlyArray<Beside> = [
      { step: say.pay(), caseId: a },
      { step: say.withdraw(), caseId: a },
      { step: say.withdraw(), caseId: b },
      { step: say.accept(), caseId: c },
      { step: say.decline(), caseId: c },
      { step: say.withdraw(), caseId: c },
      { step: say.adjust({ lines: [{ lineNo: 1, quantity: 2 }] }), caseId: b },
      { step: unshipped(1), key: 'x' },
      { step: unshipped(2), key: 'y' },
      { step: compensation(20_000), key: 'z' },
      { step: compensation(10_000), key: 'z' },
      { step: say.dispute(), caseId: a },
    ]
    await anyOrderHolds(world, pool, 40)
  })

  it('where several of them want the last units of an order', async () => {
    const world = aWorld(anOrder())
    const one = say.request({ lines: [{ lineNo: 1, quantity: 1 }] })
    const caseId = await play(world.service(), [one, say.accept()], world)
    const pool: ReadonlyArray<Beside> = [
      { step: toUnits(2), caseId, key: 'two' },
      { step: toUnits(3), caseId, key: 'three' },
      { step: say.changeRoute({ to: 'exchangeOrRepair', lines: [{ lineNo: 1, quantity: 2 }] }), caseId, key: 'other' },
      { step: one, key: 'x' },
      { step: say.request({ lines: [{ lineNo: 1, quantity: 2 }] }), key: 'y' },
    ]
    await anyOrderHolds(world, pool, 50)
  })

  it('as requests under few keys, with many bodies, for two orders', async () => {
    const lines = [[3, 30_000]] as const
    const world = aWorld(
      anOrder({ lines, discount: 0, shipment: 'unshipped' }),
      anOrder({ orderId: 'order-2', shipment: 'unshipped' }),
    )
    await world.service().start()()
    const pool: ReadonlyArray<Beside> = [
      { step: unitsOf(1), key: 'x' },
      { step: unitsOf(2), key: 'x' },
      { step: unitsOf(1, 'order-2'), key: 'x' },
      { step: unitsOf(1), key: 'y' },
      { step: unitsOf(2), key: 'y' },
      { step: unitsOf(3), key: 'z' },
      { step: unitsOf(3), key: 'w' },
    ]
    await anyOrderHolds(world, pool, 40)
  })

  it('as two claims of 70.00 on the 100.00 that are left: one gets it, the other hears how much is free', async () => {
    const world = aWorld(anOrder({ lines: [[1, 10_000]], discount: 0 }))
    await world.service().start()()
    await fc.assert(
      fc.asyncProperty(interleavings, async (turn) => {
        const raced = await race(
          world,
          [
            { step: claim(7_000), key: 'm' },
            { step: claim(7_000), key: 'n' },
          ],
          turn,
        )
        expect(raced.answers.toSorted()).toEqual(['AMOUNT_EXCEEDS_REFUNDABLE', 'done'])
        const loser = raced.answers[0] === 'done' ? 'n' : 'm'
        const { caseId } = done(await give(raced.world.service(), claim(3_000), { key: `${loser} again` }))
        const [winner] = done(await raced.world.service().casesOf('order-1')())
        done(await give(raced.world.service(), say.accept(), { caseId }))
        const more = say.adjust({ lines: [{ lineNo: 1, quantity: 1, amount: 7_000 }] })
        expect(said(await give(raced.world.service(), more, { caseId }))).toBe('AMOUNT_EXCEEDS_REFUNDABLE')
        done(await give(raced.world.service(), say.withdraw(), { caseId: winner?.caseId ?? '' }))
        expect(said(await give(raced.world.service(), more, { caseId }))).toBe('done')
        expect(await faultsOf(raced.world)).toEqual([])
      }),
      { numRuns: 20, seed: 20_260_327 },
    )
  })
})
