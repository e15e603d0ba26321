import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { naiveAccount, naiveGrow, naiveRefusal, naiveSettle, type NaiveAccount } from '../../test/naive-account.js'
import { holdingOf, nothing, openAccount, orderOf } from '../../test/order-account.js'
import { amountsOf, components, minus, plus, totalOf } from '../money/amounts.js'
import { emptyAccount, evolve, OrderAccountEvent, payable, type Holding, type OrderAccount } from './index.js'

const cap = 500
const order = fc
  .record({
    lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(40)), { minLength: 1, maxLength: 3 }),
    discount: fc.nat(30),
    freight: fc.constantFrom(0, 7),
  })
  .map(({ lines, discount, freight }) =>
    orderOf(lines, {
      freight,
      discount: Math.min(
        discount,
        lines.reduce((sum, [, gross]) => sum + gross, 0),
      ),
    }),
  )

const kinds = ['return', 'keep', 'exchange', 'goodwill'] as const
const acts = [
  'adjust',
  'pay',
  'payAll',
  'reverse',
  'end',
  'reopen',
  'toMerchant',
  'toCustomer',
  'again',
  'crash',
  'swap',
] as const
const step = fc.record({
  act: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...kinds) },
    { weight: 3, arbitrary: fc.constantFrom(...acts) },
    { weight: 2, arbitrary: fc.constantFrom('payAll' as const, 'pay' as const, 'reverse' as const) },
  ),
  who: fc.nat(7),
  lineNo: fc.integer({ min: 1, max: 3 }),
  second: fc.option(fc.integer({ min: 1, max: 3 })),
  quantity: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: 1, max: 60 }),
  freight: fc.boolean(),
  part: fc.integer({ min: 0, max: 4 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A case as far as its account is concerned. */
interface Sim {
  asks: Holding
  ended: boolean
}

const lineNos = ({ lineNo, second }: Step, account: OrderAccount): ReadonlyArray<number> =>
  [...new Set([lineNo, second ?? lineNo])]
    .map((no) => ((no - 1) % account.lines.size) + 1)
    .filter((no, at, all) => all.indexOf(no) === at)

const unitsOf = (so: Step, account: OrderAccount) =>
  lineNos(so, account).map((lineNo) => ({ lineNo, quantity: so.quantity }))

const amountsAsked = (so: Step, account: OrderAccount) =>
  lineNos(so, account).map((lineNo) => ({ lineNo, amount: so.amount }))

const asked = (caseId: string, so: Step, account: OrderAccount): Holding => {
  switch (so.act) {
    case 'keep':
      return holdingOf(caseId, {
        route: 'keepGoodsRefund',
        goods: { from: 'lines', amounts: amountsAsked(so, account) },
      })
    case 'goodwill':
      return holdingOf(caseId, { route: 'compensation', parent: caseId, compensation: so.amount * 4 })
    case 'exchange':
      return holdingOf(caseId, { route: 'exchangeOrRepair', units: unitsOf(so, account), spendsUnits: false })
    default:
      return holdingOf(caseId, { units: unitsOf(so, account) })
  }
}

const adjusted = (asks: Holding, so: Step, account: OrderAccount): Holding => {
  const freight = so.freight ? (account.order?.freight ?? 0) : 0
  if (asks.compensation > 0) return { ...asks, compensation: so.amount * 4 }
  if (asks.goods.from === 'lines')
    return { ...asks, freight, goods: { from: 'lines', amounts: amountsAsked(so, account) } }
  if (asks.goods.from === 'anyOf') return { ...asks, freight, goods: { ...asks.goods, amount: so.amount } }
  return { ...asks, freight, units: unitsOf(so, account) }
}

const ruled = (asks: Holding, so: Step, account: OrderAccount): Holding => ({
  ...asks,
  open: true,
  statutory: so.part * 10,
  ...(so.act === 'toMerchant'
    ? { units: unitsOf(so, account), goods: { from: 'units' }, spendsUnits: true }
    : { units: [], goods: { from: 'anyOf', lineNos: lineNos(so, account), amount: so.amount }, spendsUnits: false }),
})

const partOf = (amounts: Holding['paid'], part: number): Holding['paid'] =>
  amountsOf(Object.fromEntries(components.map((c) => [c, Math.floor(((amounts[c] ?? 0) * part) / 4)])))

/** Every slot written out, and what each case has besides. */
const seen = (account: OrderAccount) => ({
  slots: [...account.lines.values()].map(({ net, quantity, runs }) =>
    runs.flatMap((run) =>
      Array.from({ length: run.to - run.from + 1 }, (_, index) => {
        const slot = run.from + index
        const worth = Math.floor((net * slot) / quantity) - Math.floor((net * (slot - 1)) / quantity)
        const owned = run.shares.map((share): [string, number] => [
          `${share.by} ${share.as}`,
          run.from === run.to ? share.amount : worth,
        ])
        return {
          unit: run.unit.state === 'free' ? 'free' : `${run.unit.by} ${run.unit.state}`,
          worth,
          money: Object.fromEntries(owned.filter(([, amount]) => amount > 0)),
        }
      }),
    ),
  ),
  purses: Object.fromEntries([...account.cases].map(([id, { reserved, refunded }]) => [id, { reserved, refunded }])),
})

const seenNaively = ({ lines, cases }: NaiveAccount) => ({
  slots: lines,
  purses: Object.fromEntries(
    Object.entries(cases).map(([id, { reserved, refunded }]) => [
      id,
      { reserved: amountsOf(reserved), refunded: amountsOf(refunded) },
    ]),
  ),
})

/** Two accounts side by side, and the cases that act on them. */
const world = (facts: ReturnType<typeof orderOf>) => {
  const account = openAccount(facts)
  const naive = naiveAccount(facts, cap)
  const cases: Array<Sim> = []

  /** Never more than was paid, at every prefix of the account's history (rule 2). */
  const isConserved = (state: OrderAccount): boolean => {
    const gapless = [...state.lines.values()].every(
      ({ runs, quantity }) =>
        runs.every(({ from }, index) => from === (runs[index - 1]?.to ?? 0) + 1) && runs.at(-1)?.to === quantity,
    )
    const within = seen(state)
      .slots.flat()
      .every(({ worth, money }) => Object.values(money).reduce((sum, amount) => sum + amount, 0) <= worth)
    const freight = [...state.cases.values()].reduce(
      (sum, { reserved, refunded }) => sum + (reserved.freight ?? 0) + (refunded.freight ?? 0),
      0,
    )
    return gapless && within && freight <= facts.freight
  }

  const settled = (holding: Holding): void => {
    const before = account.now()
    const events = account.settle(holding, { compensationCap: cap })
    naiveSettle(naive, holding)
    if ('code' in events) throw new Error(events.code)
    let state = before
    for (const event of events) {
      state = evolve(state, event)
      if (!OrderAccountEvent.is(event) || !isConserved(state)) throw new Error(JSON.stringify(event))
    }
    const again = account.settle(holding, { compensationCap: cap })
    if ('code' in again || again.length > 0) expect(again).toEqual([])
  }

  const reserved = (holding: Holding, follows: number, ruling = false): boolean => {
    const refusal = ruling ? undefined : naiveRefusal(naive, holding)
    const events = account.reserve(holding, { follows, compensationCap: ruling ? undefined : cap, ruling } as object)
    expect('code' in events ? events.code : undefined).toBe(refusal)
    if (refusal === undefined) naiveGrow(naive, holding, true, ruling)
    for (const event of 'code' in events ? [] : events)
      if (!OrderAccountEvent.is(event) || !isConserved(account.now())) throw new Error(JSON.stringify(event))
    return refusal === undefined
  }

  /** The case has gone on: what it asks now, one revision later. */
  const goOn = (sim: Sim, asks: Holding): void => {
    sim.asks = { ...asks, caseRevision: sim.asks.caseRevision + 1 }
    settled(sim.ended ? { ...sim.asks, ...nothing } : sim.asks)
  }

  const act = (so: Step): void => {
    const kind = kinds.find((of) => of === so.act)
    if (kind !== undefined) {
      const asks = asked(`C${cases.length}`, so, account.now())
      if (reserved(asks, -1)) {
        cases.push({ asks, ended: false })
        settled(asks)
      }
      return
    }
    const sim = cases[so.who % Math.max(1, cases.length)]
    if (sim === undefined) return
    const { asks } = sim
    const paid = totalOf(asks.paid) > 0
    const can = payable(account.now(), asks.caseId, asks.statutory > 0)
    switch (so.act) {
      case 'adjust': {
        const next = adjusted(asks, so, account.now())
        if (!sim.ended && reserved(next, asks.caseRevision)) goOn(sim, next)
        return
      }
      case 'crash': {
        if (!sim.ended) reserved(adjusted(asks, so, account.now()), asks.caseRevision)
        settled(sim.ended ? { ...asks, ...nothing } : asks)
        return
      }
      case 'pay':
      case 'payAll':
        if (!sim.ended) goOn(sim, { ...asks, paid: plus(asks.paid, partOf(can, so.act === 'pay' ? so.part : 4)) })
        return
      case 'reverse':
        goOn(sim, { ...asks, open: true, paid: minus(asks.paid, partOf(asks.paid, so.part)) })
        return
      case 'end':
        sim.ended = !paid
        goOn(sim, { ...asks, open: false })
        return
      case 'reopen':
        if (!asks.open && reserved({ ...asks, open: true }, asks.caseRevision)) {
          sim.ended = false
          goOn(sim, { ...asks, open: true })
        }
        return
      case 'toMerchant':
      case 'toCustomer': {
        sim.ended = false
        const next = ruled(asks, so, account.now())
        reserved(next, asks.caseRevision, true)
        goOn(sim, next)
        return
      }
      case 'swap':
        if (!asks.spendsUnits && paid && asks.goods.from === 'units')
          goOn(sim, { ...asks, open: false, units: [], goods: { from: 'lines', amounts: [] } })
        return
      default:
        settled(sim.ended ? { ...asks, ...nothing } : asks)
    }
  }

  return {
    act: (so: Step): void => {
      act(so)
      const [its, plain] = [seen(account.now()), seenNaively(naive)]
      if (!isDeepStrictEqual(its, plain)) expect(its).toEqual(plain)
    },
    history: account.history,
    now: account.now,
  }
}

describe('the order account', () => {
  it('is what a plain account of every slot is, whatever the cases do, and never has more than was paid', () => {
    fc.assert(
      fc.property(order, fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), (facts, steps) => {
        const both = world(facts)
        for (const so of steps) both.act(so)
        expect(both.history.reduce(evolve, emptyAccount)).toEqual(both.now())
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
