import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { eachCommand } from '../../test/service/each-command.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys } from '../../test/service/journeys.js'
import { anOrder } from '../../test/service/orders.js'
import * as people from '../../test/service/people.js'
import { aWorld, forked, type World } from '../../test/service/world.js'
import { commandNames, type ActName } from '../refund-case/index.js'
import { Sealed } from '../sealing/index.js'
import { probes } from './probes.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const written = async ({ store }: World) => (await everything(store)).length

/** A probe as a caller would write it: texts in plain, and a digest that is one. */
const plain = (value: unknown): unknown => {
  if (Sealed.is(value)) return 'a text'
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [name, name === 'sha256' ? 'a'.repeat(64) : plain(of)]),
  )
}

const actors = [
  ...Object.values(people),
  { id: 'staff-president', role: 'president' },
  { id: 'service', role: 'system' },
  { id: 'staff-logistics', role: 'logistics' },
] as const
const acts = commandNames.filter((name): name is ActName => name !== 'request')

/** Every place a case can be at in these specs, and some where what it would take is another's meanwhile. */
const places = Object.entries({ ...journeys, ...eachCommand }).flatMap(([name, { order, before, command }]) => [
  { name: `before ${name}`, order, steps: before },
  { name: `after ${name}`, order, steps: [...before, command] },
])

describe('actions', () => {
  it('says of each command what really happens when it is given', async () => {
    const reached = new Map<string, Promise<{ readonly world: World; readonly caseId: string }>>()
    const reach = ({ name, order, steps }: (typeof places)[number], taken: boolean) => {
      const key = `${name} ${taken}`
      const known = reached.get(key)
      if (known !== undefined) return known
      const fresh = (async () => {
        const world = aWorld(order)
        const caseId = await play(world.service(), steps, world)
        if (taken)
          for (const quantity of [3, 2, 1])
            await give(world.service(), say.request({ lines: [{ lineNo: 1, quantity }] }), { key: `taken-${quantity}` })
        return { world, caseId }
      })()
      reached.set(key, fresh)
      return fresh
    }
    const asked = fc.tuple(
      fc.constantFrom(...places.filter(({ steps }) => steps.length > 0)),
      fc.boolean(),
      fc.constantFrom(...actors),
      fc.uniqueArray(fc.constantFrom(...acts), { minLength: 4, maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(asked, async ([place, taken, actor, names]) => {
        const { world, caseId } = await reach(place, taken)
        const service = world.service()
        const length = await written(world)
        const views = done(await service.actions(caseId, actor)())
        expect(views.map(({ command }) => command)).toEqual(acts)
        expect(await written(world)).toBe(length)
        const { state } = done(await service.case(caseId)())
        for (const name of names) {
          const view = views.find(({ command }) => command === name)
          const shop = await forked(world)
          const body = plain(probes[name](state)) as Readonly<Record<string, unknown>>
          const answer = said(await give(shop.service(), { by: actor, name, body }, { caseId }))
          const promised = view?.allowed === true ? 'done' : view?.refusal?.code
          expect(`${place.name}, taken ${taken}, ${actor.role} ${name}: ${promised}`).toBe(
            `${place.name}, taken ${taken}, ${actor.role} ${name}: ${answer}`,
          )
        }
      }),
      { numRuns: 100, seed: 20_260_321 },
    )
  })
})

describe('quote', () => {
  it('writes nothing, and says what the accepting review will', async () => {
    const requests = fc.constantFrom(
      say.request(),
      say.request({
        lines: [
          { lineNo: 1, quantity: 3 },
          { lineNo: 2, quantity: 1 },
        ],
      }),
      say.request({ lines: [{ lineNo: 2, quantity: 1 }], claimed: 4_000 }),
      say.keepGoods(5_000),
      say.keepGoods(30_000),
      say.request({ route: 'compensation', lines: [], claimed: 2_000 }),
      say.request({ route: 'unshippedRefund' }),
      say.request({ lines: [{ lineNo: 9, quantity: 1 }] }),
    )
    const faults = fc.constantFrom('merchant', 'customer', 'carrier', 'none')
    const order = fc.boolean().map((shipped) => anOrder({ shipment: shipped ? 'received' : 'unshipped' }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { maxLength: 2 }),
        requests,
        faults,
        order,
        async (before, asked, fault, of) => {
          const world = aWorld(of)
          const service = world.service()
          await service.start()()
          for (const [index, step] of before.entries()) {
            const opened = await give(service, step, { key: `before-${index}` })
            if (!isLeft(opened)) done(await give(service, say.accept(), { caseId: opened.right.caseId }))
          }
          const length = await written(world)
          const { body, by } = asked
          // The body is a request's; that it is spread from parts is not known to its type.
          const quoted = await service.quote(by, body as never, undefined, fault)()
          expect(await written(world)).toBe(length)
          const opened = await give(service, asked, { key: 'k' })
          expect(said(quoted)).toBe(said(opened))
          if (isLeft(opened) || isLeft(quoted)) return
          const accepted = done(await give(service, say.accept({ fault }), { caseId: opened.right.caseId }))
          expect(accepted.state.quote?.amounts).toEqual(quoted.right.amounts)
        },
      ),
      { numRuns: 60, seed: 20_260_322 },
    )
  })
})

describe('casesOf', () => {
  it('gives every case of an order in the order they came, none of another, none that lapsed', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }))
    const service = world.service()
    const a = await play(service, [say.request({ lines: [{ lineNo: 1, quantity: 1 }] })], { ...world, prefix: 'a' })
    await play(service, [say.request({ orderId: 'order-2' })], { ...world, prefix: 'x' })
    const b = await play(service, [say.request({ lines: [{ lineNo: 1, quantity: 1 }] }), say.withdraw()], {
      ...world,
      prefix: 'b',
    })
    expect(done(await service.casesOf('order-1')()).map(({ caseId }) => caseId)).toEqual([a, b])
    expect(done(await service.casesOf('no-order')())).toEqual([])
  })
})
