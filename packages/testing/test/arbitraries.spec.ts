import {
  caseEvents,
  chinaRetail,
  checkOrder,
  checkPolicy,
  commandFields,
  Policy,
  situationOf,
  situations,
  workCalendar,
} from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { calendarYears, Choices, historyRules, orders, plans, play, policies, type History } from '../src/index.js'

const smallest = <T>(arbitrary: fc.Arbitrary<T>, such: (value: T) => boolean): T => {
  const found = fc.check(
    fc.property(arbitrary, (value) => !such(value)),
    { seed: 1, numRuns: 3_000 },
  )
  const [value] = found.counterexample ?? []
  if (value === undefined) throw new Error('there is none such')
  return value
}

describe('generated', () => {
  it('orders are consistent, and shrink to one line of one unit', () => {
    fc.assert(
      fc.property(orders(), (order) => isRight(checkOrder(order))),
      { numRuns: 500 },
    )
    const order = smallest(orders(), ({ paid }) => paid > 100)
    expect(order.lines).toHaveLength(1)
    expect(order.lines[0]).toMatchObject({ lineNo: 1, quantity: 1 })
    expect(order.discount).toBe(0)
  })

  it('orders have what rounding gets wrong', () => {
    const list = fc.sample(orders(), { numRuns: 500, seed: 1 })
    const lines = list.flatMap((order) => order.lines)
    expect(lines.some(({ gross, quantity }) => gross % quantity !== 0)).toBe(true)
    expect(lines.some(({ gross }) => gross === 0)).toBe(true)
    expect(list.some(({ paid, freight }) => paid === freight)).toBe(true)
    expect(lines.some(({ lineNo }) => lineNo > list.length)).toBe(false)
  })

  it('policies pass their check, differ from the one they vary, and shrink to it', () => {
    fc.assert(
      fc.property(policies(chinaRetail), (policy) => isRight(checkPolicy(policy)) && Policy.is(policy)),
      { numRuns: 250 },
    )
    const list = fc.sample(policies(chinaRetail), { numRuns: 100, seed: 1 })
    expect(new Set(list.map((policy) => JSON.stringify(policy))).size).toBeGreaterThan(80)
    const { chains: _chains, ...rest } = smallest(policies(chinaRetail), ({ chains }) => chains[0]?.steps.length === 2)
    expect(rest).toEqual(expect.objectContaining({ deadlines: chinaRetail.deadlines, routes: chinaRetail.routes }))
  })

  it('calendars fit together', () => {
    fc.assert(
      fc.property(calendarYears(), (year) => isRight(workCalendar([year]))),
      { numRuns: 150 },
    )
  })

  it('choices say the plainest once they are used up', () => {
    const choices = new Choices([3])
    expect(choices.pick('a', 'b', 'c')).toBe('a')
    expect(choices.pick('a', 'b', 'c')).toBe('a')
    expect([choices.oneIn(2), choices.upTo(9), choices.among([]), choices.maybe(3, () => ({ x: 1 }))]).toEqual([
      false,
      0,
      undefined,
      {},
    ])
  })
})

describe('three hundred generated histories', () => {
  let histories: ReadonlyArray<History> = []
  beforeAll(async () => {
    const list = fc.sample(plans(chinaRetail), { numRuns: 300, seed: 11 })
    histories = await Promise.all(list.map((plan) => play(plan)))
  }, 120_000)

  const commands = () =>
    histories.flatMap(({ steps }) =>
      steps.flatMap(({ call, answer }) => (call.kind === 'command' ? [{ call, answer }] : [])),
    )

  it('give commands that are well formed, and taken more often than not', () => {
    const all = commands()
    for (const { call } of all) {
      const { key: _key, caseId: _caseId, ...fields } = call.body
      expect(isRight(commandFields[call.name].decode(fields)), JSON.stringify(call)).toBe(true)
    }
    expect(all.filter(({ answer }) => isRight(answer)).length / all.length).toBeGreaterThan(0.5)
  })

  it('come through every situation but lapsed, which takes a dying server', () => {
    const seen = new Set(
      commands().flatMap(({ answer }) => (isRight(answer) && answer.right ? [situationOf(answer.right.state)] : [])),
    )
    expect(situations.filter((situation) => !seen.has(situation))).toEqual(['lapsed'])
  })

  it('write every event of a case but RequestLapsed', () => {
    const written = new Set<string>(
      histories.flatMap(({ cases }) => cases.flatMap(({ events }) => events.map(({ type }) => type))),
    )
    const types = caseEvents.map(({ eventType }) => eventType)
    expect(types.filter((type) => !written.has(type))).toEqual(['RequestLapsed'])
  })

  it('are refused for most of the reasons there are', () => {
    const codes = new Set(
      commands().flatMap(({ answer }) => (isLeft(answer) ? [JSON.stringify(answer.left).slice(0, 60)] : [])),
    )
    expect(codes.size).toBeGreaterThan(60)
  })

  it('put every rule to the test, and often', () => {
    const occasions = historyRules.map(
      ({ name, occasions: count }) => [name, histories.reduce((sum, history) => sum + count(history), 0)] as const,
    )
    expect(occasions.filter(([, count]) => count < 25)).toEqual([])
  })
})
