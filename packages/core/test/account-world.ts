import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { amountsOf, components, minus, plus, totalOf } from '../src/money/amounts.js'
import { evolve, OrderAccountEvent, payable, type Holding, type OrderAccount } from '../src/order-account/index.js'
import { adjusted, asked, kinds, ruled, type Step } from './account-steps.js'
import { naiveAccount, naiveGrow, naiveRefusal, naiveSettle, type NaiveAccount } from './naive-account.js'
import { nothing, openAccount, type orderOf } from './order-account.js'

const cap = 500
/** A case as far as its account is concerned. */
interface Sim {
  asks: Holding
  ended: boolean
}

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
export const world = (facts: ReturnType<typeof orderOf>) => {
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
