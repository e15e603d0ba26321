import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { dyingStore } from '../../test/service/dying-store.js'
import { done, give, play } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { anOrder } from '../../test/service/orders.js'
import { readThrough } from '../../test/service/payouts.js'
import { goodsUnits } from '../../test/service/plain-account.js'
import { faultsOf } from '../../test/service/soundness.js'
import { spoiltStore } from '../../test/service/spoilt-store.js'
import { aWorld, type World } from '../../test/service/world.js'
import type { StreamName } from '../eventsourcing/index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

/** A process dies after the first append of the command: what it reserved waits for the sweep. */
const dieAfterReserving = async (world: World, orderId: string, key: string): Promise<void> => {
  const { store, died } = dyingStore(world.store, 1, 'notWritten')
  const step = say.request({ orderId, lines: [{ lineNo: 1, quantity: 2 }] })
  await Promise.race([give(world.service({ store }), step, { key }), died])
}

const hangs = async (world: World, orderId: string): Promise<boolean> => {
  const { accounts } = readThrough(await everything(world.store))
  return [...(accounts.get(orderId)?.lines.values() ?? [])].flat().some(({ unit }) => unit !== 'free')
}

const shop = async (): Promise<World> => {
  const world = aWorld(...orders)
  done(await world.service().start()())
  return world
}

const orders = ['order-1', 'order-2', 'order-3'].map((orderId) => anOrder({ orderId }))

describe('settle() over everything', () => {
  it('brings every account to what its cases hold, and ends every reservation without a case', async () => {
    const world = await shop()
    for (const { orderId } of orders) await dieAfterReserving(world, orderId, orderId)
    world.clock.advance(59_999)
    expect(done(await world.service().settle()())).toEqual({ cases: 0, settled: 0, lapsed: 0, failed: [] })
    world.clock.advance(1)
    expect(done(await world.service().settle()())).toMatchObject({ lapsed: 3 })
    expect(await faultsOf(world)).toEqual([])
    expect(done(await world.service().settle()())).toMatchObject({ settled: 0, lapsed: 0 })
  })

  it('counts the case whose account was behind', async () => {
    const world = await shop()
    const caseId = await play(world.service(), [say.request(), say.accept()], world)
    const { store, died } = dyingStore(world.store, 1, 'notWritten')
    await Promise.race([give(world.service({ store }), say.withdraw(), { caseId }), died])
    expect(
      goodsUnits(readThrough(await everything(world.store)).accounts.get('order-1') ?? never(), caseId, 1, 'held'),
    ).toBe(2)
    expect(done(await world.service().settle()())).toMatchObject({ cases: 1, settled: 1 })
    expect(await faultsOf(world)).toEqual([])
  })

  for (const [what, streamOf] of Object.entries({
    case: (caseId: string): StreamName => `refundCase-${caseId}`,
    account: (): StreamName => 'orderAccount-order-1',
  }))
    it(`is not stopped by one ${what} that cannot be read`, async () => {
      const world = await shop()
      const caseId = await play(world.service(), [say.request(), say.accept()], world)
      for (const orderId of ['order-2', 'order-3']) await dieAfterReserving(world, orderId, orderId)
      const behind = await play(
        world.service(),
        [say.request({ orderId: 'order-3', lines: [{ lineNo: 2, quantity: 1 }] })],
        {
          ...world,
          prefix: 'behind',
        },
      )
      const { store, died } = dyingStore(world.store, 1, 'notWritten')
      await Promise.race([give(world.service({ store }), say.withdraw(), { caseId: behind }), died])
      world.clock.advance(61_000)
      const place = { stream: streamOf(caseId), revision: 1 }
      const service = world.service({ store: spoiltStore(world.store, place, () => null) })
      const { failed } = done(await service.settle()())
      expect(failed.length).toBeGreaterThan(0)
      for (const { failure } of failed) expect(failure).toMatchObject({ kind: 'undecodable', ...place })
      expect([await hangs(world, 'order-2'), await hangs(world, 'order-3')]).toEqual([false, false])
      // What nobody can read nobody takes apart.
      expect(await hangs(world, 'order-1')).toBe(true)
      expect(await faultsOf(world)).toEqual([])
    })

  it('is not stopped by a case that cannot be read from ending another reservation of its order', async () => {
    const world = await shop()
    const caseId = await play(world.service(), [say.request({ lines: [{ lineNo: 2, quantity: 1 }] })], world)
    await dieAfterReserving(world, 'order-1', 'another')
    world.clock.advance(61_000)
    const place = { stream: `refundCase-${caseId}`, revision: 0 } as const
    const service = world.service({ store: spoiltStore(world.store, place, () => null) })
    expect(done(await service.settle()())).toMatchObject({ lapsed: 1 })
    expect(await faultsOf(world)).toEqual([])
  })
})

const never = (): never => {
  throw new Error('no such account')
}
