import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { dyingStore } from '../../test/service/dying-store.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { anOrder } from '../../test/service/orders.js'
import * as people from '../../test/service/people.js'
import { faultsOf } from '../../test/service/soundness.js'
import { aWorld, type World } from '../../test/service/world.js'
import type { EventStore } from '../eventsourcing/index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const unit = say.request({ route: 'unshippedRefund', lines: [{ lineNo: 1, quantity: 1 }] })

/** Two units and freight: A completes the order with B, which is accepted only, and is approved with the freight. */
const stage = async (): Promise<{ readonly world: World; readonly a: string; readonly b: string }> => {
  const lines = [[2, 20_000]] as const
  const world = aWorld(anOrder({ lines, discount: 0, freight: 1_000, shipment: 'unshipped' }))
  const service = world.service()
  const b = await play(service, [unit, say.accept()], { ...world, prefix: 'b' })
  const a = await play(service, [unit, say.accept(), say.approveAs(people.secondLead)], { ...world, prefix: 'a' })
  return { world, a, b }
}

/** B's unit is free again, and with it A's freight; D completes the order instead, and is paid. */
const anotherCompletesTheOrder = async (world: World, b: string): Promise<void> => {
  const service = world.service()
  done(await give(service, say.withdraw(), { caseId: b }))
  await play(service, [unit, say.accept()], { ...world, prefix: 'd' })
}

const paidAsFarAsItGoes = async (world: World): Promise<ReadonlyArray<string>> => {
  const service = world.service()
  const answers: Array<string> = []
  for (const { caseId } of done(await service.casesOf('order-1')()))
    for (const step of [say.approveAs(people.secondLead), say.pay()]) {
      world.clock.advance(60_000)
      answers.push(said(await give(service, step, { caseId })))
    }
  return answers
}

describe('outbound freight is refunded once (§6-3), whatever comes between approving and paying', () => {
  for (const command of [say.startPayment(), say.pay()])
    for (const ending of ['notWritten', 'answerLost'] as const)
      for (const appends of [0, 1, 2, 3])
        it(`${command.name} dies (${ending}) after ${appends} appends, and another case completes the order`, async () => {
          const { world, a, b } = await stage()
          const { store, died } = dyingStore(world.store, appends, ending)
          await Promise.race([give(world.service({ store }), command, { caseId: a, key: 'p' }), died])
          await anotherCompletesTheOrder(world, b)
          await give(world.service(), command, { caseId: a, key: 'p' })
          await paidAsFarAsItGoes(world)
          done(await world.service().settle()())
          expect(await faultsOf(world)).toEqual([])
        })

  for (const command of [say.startPayment(), say.pay()])
    it(`${command.name} is held up at any of its calls to the store while another case completes the order`, async () => {
      for (let held = 0, over = false; !over; held++) {
        const { world, a, b } = await stage()
        let calls = 0
        const meanwhile = async () => (calls++ === held ? anotherCompletesTheOrder(world, b) : undefined)
        const store: EventStore = {
          ...world.store,
          append:
            (...batch) =>
            async () => {
              await meanwhile()
              return world.store.append(...batch)()
            },
          readStream:
            (...stretch) =>
            async () => {
              await meanwhile()
              return world.store.readStream(...stretch)()
            },
        }
        await give(world.service({ store }), command, { caseId: a, key: 'p' })
        await paidAsFarAsItGoes(world)
        done(await world.service().settle()())
        expect(await faultsOf(world), `at call ${held + 1}`).toEqual([])
        over = calls <= held
      }
    })
})
