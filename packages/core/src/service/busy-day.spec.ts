import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { dyingStore, endings } from '../../test/service/dying-store.js'
import { done, give, type Step } from '../../test/service/giving.js'
import { interleavings } from '../../test/service/interleavings.js'
import { anything, likely, requests } from '../../test/service/likely.js'
import { anOrder } from '../../test/service/orders.js'
import { faultsOf } from '../../test/service/soundness.js'
import { turns } from '../../test/service/turns.js'
import { fates, uncertainStore } from '../../test/service/uncertain-store.js'
import { aWorld } from '../../test/service/world.js'
import { addMillis } from '../calendar/index.js'
import type { OrderFacts } from '../order-account/index.js'
import type { CaseView, RefundService } from './index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 120_000 })

/** What one of several people does in one moment of the day: to which case, and how usual it is. */
const deed = fc.record({
  who: fc.nat({ max: 5 }),
  what: fc.nat({ max: 40 }),
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('likely' as const) },
    { weight: 3, arbitrary: fc.constant('anything' as const) },
    { weight: 2, arbitrary: fc.constant('request' as const) },
    { weight: 1, arbitrary: fc.constant('sweep' as const) },
  ),
  server: fc.nat({ max: 1 }),
  /** Its process dies over it, or does not always hear what became of its appends. */
  mishap: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ appends: fc.nat({ max: 3 }), ending: fc.constantFrom(...endings) }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 4 }) },
  ),
})
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

const moment = fc.record({
  deeds: fc.oneof(
    { weight: 3, arbitrary: fc.array(deed, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(deed, { minLength: 2, maxLength: 3 }) },
  ),
  turn: interleavings,
  minutes: fc.integer({ min: 0, max: 3 }),
})
type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never

const stepFor = (cases: ReadonlyArray<CaseView>, { who, what, kind }: Deed): readonly [Step, string | undefined] => {
  const of = cases[who % Math.max(1, cases.length)]
  const pool =
    of === undefined || kind === 'request' ? requests(of?.caseId) : kind === 'likely' ? likely(of.state) : anything
  const step = pool[what % pool.length] ?? pool[0]
  if (step === undefined) throw new Error('nothing to do')
  return [step, step.name === 'request' ? undefined : of?.caseId]
}

const doIt = (server: RefundService, [step, caseId]: ReturnType<typeof stepFor>, key: string, kind: Deed['kind']) =>
  kind === 'sweep' ? server.settle()() : give(server, step, { key, ...(caseId === undefined ? {} : { caseId }) })

/** A desk with two servers, whose clocks differ, and processes of their own for whatever goes wrong. */
const desk = async (order: OrderFacts) => {
  const world = aWorld(order)
  const { store, run } = turns(world.store)
  const behind = () => addMillis(world.clock.read(), -200)
  const servers = [world.service({ store }), world.service({ store, clock: behind })] as const
  await run(
    servers.map((server) => server.start()),
    [],
  )
  /** What is still on its way to the store. */
  let late: Array<() => Promise<unknown>> = []

  const deedDone = (one: Deed, key: string, cases: ReadonlyArray<CaseView>): Promise<unknown> => {
    const { mishap, kind, server } = one
    const step = stepFor(cases, one)
    if (mishap === undefined) return doIt(servers[server === 0 ? 0 : 1], step, key, kind)
    const broken = 'ending' in mishap ? dyingStore(store, mishap.appends, mishap.ending) : uncertainStore(store, mishap)
    late.push(broken.arrive)
    const ended = doIt(world.service({ store: broken.store }), step, key, kind)
    return 'died' in broken ? Promise.race([ended, broken.died]) : ended
  }

  const during = async ({ deeds, turn, minutes }: Moment, place: number) => {
    world.clock.advance(minutes * 60_000)
    const cases = done(await world.service().casesOf('order-1')())
    const arriving = late
    late = []
    await run<unknown>(
      [...deeds.map((one, index) => () => deedDone(one, `${place}-${index}`, cases)), ...arriving],
      turn,
    )
  }
  return { world, during, atLast: () => run(late, []) }
}

describe('a busy day at the desk: anybody does anything at once, and processes die over it', () => {
  for (const [name, order] of Object.entries({
    'of an order that was received': anOrder(),
    'of an order that has not left yet': anOrder({ shipment: 'unshipped' }),
    'of an order of pennies': anOrder({
      lines: [
        [3, 10],
        [1, 3],
      ],
      discount: 4,
      freight: 1,
      shipment: 'unshipped',
    }),
  }))
    it(`${name}: nothing is paid that was not paid for, and what is left over is settled`, async () => {
      const day = fc.array(moment, { minLength: 30, maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(day, async (moments) => {
          const { world, during, atLast } = await desk(order)
          for (const [place, one] of moments.entries()) await during(one, place)
          await atLast()
          world.clock.advance(61_000)
          const service = world.service()
          // What one case gives back another may have waited for: it gets it the next time.
          for (let left = 1; left > 0; left = done(await service.settle()()).settled) done(await service.settle()())
          expect(await faultsOf(world)).toEqual([])
          done(await service.casesOf('order-1')())
        }),
        { numRuns: 18, seed: 20_260_323 },
      )
    })
})
