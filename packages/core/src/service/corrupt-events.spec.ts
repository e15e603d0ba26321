import * as fc from 'fast-check'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { eachCommand } from '../../test/service/each-command.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys } from '../../test/service/journeys.js'
import { changesOfFields, mutations, type Mutation } from '../../test/service/mutations.js'
import { anOrder } from '../../test/service/orders.js'
import { spoiltStore } from '../../test/service/spoilt-store.js'
import { aWorld, type World } from '../../test/service/world.js'
import type { RecordedEvent } from '../eventsourcing/index.js'
import { commandNames } from '../refund-case/index.js'
import type { Failure, RefundService } from './index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

interface Shop {
  readonly world: World
  readonly caseId: string
  readonly caseNo: string
}

/** One order with a case that a journey has led on, and another order beside it. */
const shopOf = async ({ before, command, order }: (typeof journeys)[string]): Promise<Shop> => {
  const world = aWorld(order, anOrder({ orderId: 'order-2' }))
  const service = world.service()
  const caseId = await play(service, [...before, command], world)
  return { world, caseId, caseNo: done(await service.case(caseId)()).caseNo }
}

/** A service over the shop's store, in which this event went wrong. */
const spoiltAt = ({ world }: Shop, { stream, revision }: RecordedEvent, { spoil }: Mutation) =>
  world.service({ store: spoiltStore(world.store, { stream, revision }, spoil) })

const expectUndecodable = (answer: Either<Failure, unknown>, { stream, revision }: RecordedEvent, how: string) => {
  expect(said(answer), how).toMatch(/^EVENT_(UNDECODABLE|TYPE_UNKNOWN|VERSION_NEWER)$/)
  if (!isLeft(answer) || answer.left.kind !== 'undecodable') return
  const { path, reason } = answer.left
  expect(answer.left, how).toMatchObject({ kind: 'undecodable', stream, revision })
  expect([typeof path, reason.length > 0], how).toEqual(['string', true])
}

const commandsOn = (service: RefundService, caseId: string) =>
  commandNames.flatMap((name) =>
    name === 'request' ? [] : [() => give(service, eachCommand[name].command, { caseId, key: 'k' })],
  )

/** What settling the case met with. */
const settled = async (service: RefundService, caseId: string): Promise<Either<Failure, unknown>> => {
  const [met] = done(await service.settle(caseId)()).failed
  return met === undefined ? right(undefined) : left(met.failure)
}

const readsOf = (service: RefundService, { caseId, caseNo }: Shop) => [
  () => service.case(caseId)(),
  () => service.byNumber(caseNo)(),
  () => service.actions(caseId, say.note().by)(),
  () => settled(service, caseId),
]

const otherOrderGoesOn = async (service: RefundService, world: World) => {
  const request = say.request({ orderId: 'order-2' })
  const { caseId } = done(await give(service, request, { key: `other-${world.clock.read()}` }))
  for (const step of [say.accept(), say.withdraw()]) expect(said(await give(service, step, { caseId }))).toBe('done')
}

for (const [name, journey] of Object.entries({
  ...Object.fromEntries(
    Object.entries(eachCommand).map(([of, { order, before, command }]) => [of, { order, before, command }]),
  ),
  'a payment reversed': journeys['a payment reversed'] ?? eachCommand.note,
}))
  describe(`an event that went wrong in the store (after ${name})`, () => {
    let shop: Shop
    let events: ReadonlyArray<RecordedEvent>
    beforeAll(async () => {
      shop = await shopOf(journey)
      events = await everything(shop.world.store)
    })

    it('in the case: everything that reads it says where, nothing is written, and other cases go on', async () => {
      const own = events.filter(({ stream }) => stream === `refundCase-${shop.caseId}`)
      const spoilt = fc
        .constantFrom(...own.slice(-2))
        .chain((event) => fc.tuple(fc.constant(event), mutations(event.envelope)))
      await fc.assert(
        fc.asyncProperty(spoilt, fc.nat(), async ([event, mutation], which) => {
          const service = spoiltAt(shop, event, mutation)
          const how = `${event.envelope.type}: ${mutation.called}`
          const { length } = await everything(shop.world.store)
          const commands = commandsOn(service, shop.caseId)
          const some = [0, 7, 17].map((step) => commands[(which + step) % commands.length] ?? commands[0])
          for (const ask of [...readsOf(service, shop), ...some])
            if (ask !== undefined) expectUndecodable(await ask(), event, how)
          expect((await everything(shop.world.store)).length, how).toBe(length)
        }),
        { numRuns: 8, seed: 20_260_317 },
      )
      const [event] = own
      if (event !== undefined)
        await otherOrderGoesOn(spoiltAt(shop, event, { called: '', spoil: () => null }), shop.world)
    })

    it('in the account of its order: likewise', async () => {
      const own = events.filter(({ stream }) => stream.startsWith('orderAccount-'))
      const spoilt = fc.constantFrom(...own).chain((event) => fc.tuple(fc.constant(event), mutations(event.envelope)))
      await fc.assert(
        fc.asyncProperty(spoilt, async ([event, mutation]) => {
          const service = spoiltAt(shop, event, mutation)
          const how = `${event.envelope.type}: ${mutation.called}`
          const { length } = await everything(shop.world.store)
          const { caseId } = shop
          const accountId = event.stream.slice(event.stream.indexOf('-') + 1)
          for (const ask of [
            () => service.casesOf(accountId)(),
            () => service.actions(caseId, say.note().by)(),
            () => give(service, say.note(), { caseId }),
            () => give(service, say.approveAs(say.note().by), { caseId }),
          ])
            expectUndecodable(await ask(), event, how)
          expect((await everything(shop.world.store)).length, how).toBe(length)
        }),
        { numRuns: 4, seed: 20_260_318 },
      )
    })
  })

describe('an event with a field more, or less', () => {
  it('is read where that makes no difference, and else every read says where', async () => {
    for (const journey of Object.values(eachCommand)) {
      const shop = await shopOf(journey)
      const events = (await everything(shop.world.store)).filter(({ stream }) => /^(refundCase|orderAcc)/u.test(stream))
      const changed = fc
        .constantFrom(...events)
        .chain((event) => fc.tuple(fc.constant(event), changesOfFields(event.envelope)))
      await fc.assert(
        fc.asyncProperty(changed, async ([event, mutation]) => {
          const service = spoiltAt(shop, event, mutation)
          for (const ask of readsOf(service, shop)) {
            const answer = await ask()
            if (isLeft(answer)) expectUndecodable(answer, event, `${event.envelope.type}: ${mutation.called}`)
          }
        }),
        { numRuns: 5, seed: 20_260_329 },
      )
    }
  })
})

describe('an event that went wrong beside the cases', () => {
  it('in the policy book, the calendars or the numbers: a request says where, and nothing is written', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }))
    await play(world.service(), [say.request()], world)
    const events = (await everything(world.store)).filter(({ stream }) => /^(policyBook|workCal|caseNu)/u.test(stream))
    expect(events.map(({ stream }) => stream)).toEqual([
      'policyBook-china-retail',
      'workCalendar-CN',
      'caseNumber-2026',
    ])
    for (const event of events)
      await fc.assert(
        fc.asyncProperty(mutations(event.envelope), async ({ called, spoil }) => {
          const service = world.service({ store: spoiltStore(world.store, event, spoil) })
          const { length } = await everything(world.store)
          const answer = await give(service, say.request({ orderId: 'order-2' }), { key: 'k' })
          expectUndecodable(answer, event, `${event.envelope.type}: ${called}`)
          expect((await everything(world.store)).length, called).toBe(length)
        }),
        { numRuns: 15, seed: 20_260_319 },
      )
  })
})
