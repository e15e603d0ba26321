import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { anOrder } from '../../test/service/orders.js'
import { faultsOf } from '../../test/service/soundness.js'
import { interleavings } from '../../test/service/interleavings.js'
import { turns } from '../../test/service/turns.js'
import { aWorld, type World } from '../../test/service/world.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const many = (count: number): World =>
  aWorld(...Array.from({ length: count }, (_, index) => anOrder({ orderId: `order-${index}` })))

const oneUnit = (order: number) => say.request({ orderId: `order-${order}`, lines: [{ lineNo: 1, quantity: 1 }] })

describe('a number leads to its case', () => {
  it('each case has its own, however many servers give them out at once, in blocks or one by one', async () => {
    const blocks = fc.array(fc.constantFrom(1, 2, 5), { minLength: 2, maxLength: 3 })
    // Which server hears which request; the same request may reach two.
    const asked = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 4 })), { minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(blocks, asked, asked, interleavings, async (numberBlocks, first, second, turn) => {
        const world = many(5)
        const { store, run } = turns(world.store)
        const servers = numberBlocks.map((numberBlock) => world.service({ store, numberBlock }))
        const at = (server: number) => servers[server % servers.length] ?? world.service({ store })
        await run(
          servers.map((server) => server.start()),
          [],
        )
        const opened = new Map<string, string>()
        for (const [round, requests] of [first, second].entries()) {
          const answers = await run(
            requests.map(
              ([server, order]) =>
                () =>
                  give(at(server), oneUnit(order), { key: `${round}-${order}` }),
            ),
            turn,
          )
          for (const answer of answers.map(done)) opened.set(answer.caseId, answer.caseNo)
        }
        expect(new Set(opened.values()).size).toBe(opened.size)
        for (const [caseId, caseNo] of opened)
          for (const service of [world.service(), world.service({ numberBlock: 5 })])
            expect(done(await service.byNumber(caseNo)()).caseId).toBe(caseId)
        expect(await faultsOf(world)).toEqual([])
      }),
      { numRuns: 30, seed: 20_260_312 },
    )
  })

  it('numbers begin anew with each year of the shop, whose day is not that of UTC', async () => {
    const world = many(3)
    world.clock.advance(Date.parse('2026-12-31T15:59:00.000Z') - Date.parse(world.clock.read()))
    const service = world.service()
    const numbers: Array<string> = []
    for (const order of [0, 1, 2]) {
      numbers.push(done(await give(service, oneUnit(order), { key: `k${order}` })).caseNo)
      world.clock.advance(60_000)
    }
    expect(numbers).toEqual(['2026-000001', '2027-000001', '2027-000002'])
    for (const caseNo of numbers) expect(done(await service.byNumber(caseNo)()).caseNo).toBe(caseNo)
  })

  it('a number that nobody was given, or that a crash lost, is of no case', async () => {
    const world = many(2)
    const service = world.service({ numberBlock: 5 })
    done(await give(service, oneUnit(0), { key: 'k' }))
    for (const caseNo of ['2026-000002', '2026-000009', '2025-000001', '2026-000000', 'nonsense', '2026-999999999'])
      expect(said(await service.byNumber(caseNo)())).toBe('CASE_UNKNOWN')
  })
})

const own = (caseNo: string, order = 0) => {
  const step = oneUnit(order)
  return { ...step, body: { ...step.body, caseNo } }
}

describe("an embedder's own number", () => {
  it('is used for one case, and found', async () => {
    const world = many(2)
    const service = world.service()
    const { caseId, caseNo } = done(await give(service, own('退单 2026/17'), { key: 'k' }))
    expect(caseNo).toBe('退单 2026/17')
    expect(done(await service.byNumber('退单 2026/17')()).caseId).toBe(caseId)
    expect(done(await give(world.service(), own('退单 2026/17'), { key: 'k' }))).toMatchObject({
      caseId,
      repeated: true,
    })
  })

  it('is refused CASE_NUMBER_TAKEN for another, which leaves no trace, and its key and units free', async () => {
    const world = many(2)
    const service = world.service()
    done(await give(service, own('R-1'), { key: 'k' }))
    const { length } = await everything(world.store)
    expect(said(await give(service, own('R-1', 1), { key: 'l' }))).toBe('CASE_NUMBER_TAKEN')
    expect((await everything(world.store)).length).toBe(length)
    world.clock.advance(61_000)
    done(await service.settle()())
    expect(said(await give(service, own('R-2', 1), { key: 'l' }))).toBe('done')
    expect(await faultsOf(world)).toEqual([])
  })

  it('goes to one of two requests that ask for it at once; the other leaves nothing that hangs', async () => {
    await fc.assert(
      fc.asyncProperty(interleavings, async (turn) => {
        const world = many(2)
        const { store, run } = turns(world.store)
        const servers = [world.service({ store }), world.service({ store })]
        await run(
          servers.map((server) => server.start()),
          [],
        )
        const answers = await run(
          servers.map((server, order) => () => give(server, own('R-1', order), { key: `k${order}` })),
          turn,
        )
        expect(answers.map(said).toSorted()).toEqual(['CASE_NUMBER_TAKEN', 'done'])
        expect(await faultsOf(world)).toEqual([])
        const loser = answers.map(said).indexOf('CASE_NUMBER_TAKEN')
        world.clock.advance(61_000)
        done(await world.service().settle()())
        expect(said(await give(world.service(), own('R-2', loser), { key: `k${loser}` }))).toBe('done')
        expect(await faultsOf(world)).toEqual([])
      }),
      { numRuns: 20, seed: 20_260_313 },
    )
  })

  it('is never one that is given out to another case as well', async () => {
    const world = many(3)
    const service = world.service()
    const numbers = new Map<string, string>()
    for (const [order, step] of [own('2026-000001'), oneUnit(1), own('2026-000002', 2)].entries()) {
      const answer = await give(service, step, { key: `k${order}` })
      if (said(answer) !== 'done') continue
      const { caseId, caseNo } = done(answer)
      expect(numbers.get(caseNo)).toBeUndefined()
      numbers.set(caseNo, caseId)
    }
    for (const [caseNo, caseId] of numbers) expect(done(await service.byNumber(caseNo)()).caseId).toBe(caseId)
  })
})
