import { amountOf, totalOf } from '../../src/money/amounts.js'
import type { Holding } from '../../src/order-account/index.js'
import { holdingOf } from '../../src/refund-case/index.js'
import { everything, faultsOfRecord } from './history.js'
import { readThrough } from './payouts.js'
import { freeGoods, goodsMoney, goodsUnits, purseOf, type PlainAccount } from './plain-account.js'
import type { World } from './world.js'

const purses = ['freight', 'compensation', 'freightCompensation', 'statutory', 'funds'] as const

const askedOf = (holding: Holding, component: (typeof purses)[number]): number =>
  component === 'freightCompensation' ? (holding.freightCompensation?.amount ?? 0) : holding[component]

/** What the case holds of one line beside what it asks and has back; less only where nothing more of the line is free. */
const unitFaults = (account: PlainAccount, { caseId, units, open }: Holding): ReadonlyArray<string> =>
  [...account.lines].flatMap(([lineNo, slots]) => {
    const quantity = units.find((line) => line.lineNo === lineNo)?.quantity ?? 0
    const asked = open ? Math.max(0, quantity - goodsUnits(account, caseId, lineNo, 'back')) : 0
    const held = goodsUnits(account, caseId, lineNo, 'held')
    const free = slots.filter(({ unit }) => unit === 'free').length
    return held === asked || (held < asked && free === 0)
      ? []
      : [`${caseId} holds ${held} of ${asked} units of line ${lineNo}`]
  })

const reservedGoodsFit = (account: PlainAccount, { caseId, goods, open }: Holding, reserved: number): boolean => {
  if (!open) return reserved === 0
  const refunded = goodsMoney(account, caseId, 'refunded')
  switch (goods.from) {
    case 'units':
      // All the money of each unit that it holds is somebody's, and none of another unit is its own.
      return [...account.lines.values()].flat().every(({ worth, unit, money }) => {
        const taken = [...money.values()].reduce((sum, amount) => sum + amount, 0)
        return unit === `${caseId} held` ? taken === worth : (money.get(`${caseId} reserved`) ?? 0) === 0
      })
    case 'lines': {
      const asked = goods.amounts.reduce((sum, { amount }) => sum + amount, 0)
      const lines = goods.amounts.map(({ lineNo }) => lineNo)
      return isAllOrAllThatIsFree(reserved, asked - refunded, freeGoods(account, lines))
    }
    case 'anyOf': {
      const kept = goodsMoney(account, caseId, 'withheld')
      return isAllOrAllThatIsFree(reserved, goods.amount - refunded - kept, freeGoods(account, goods.lineNos))
    }
  }
}

const isAllOrAllThatIsFree = (reserved: number, asked: number, free: number): boolean =>
  reserved === Math.max(0, asked) || (reserved < asked && free === 0)

const goodsFaults = (account: PlainAccount, holding: Holding): ReadonlyArray<string> => {
  const { caseId, paid } = holding
  const reserved = goodsMoney(account, caseId, 'reserved')
  const refunded = goodsMoney(account, caseId, 'refunded')
  return [
    ...(refunded === amountOf(paid, 'goods') ? [] : [`${caseId} was paid ${amountOf(paid, 'goods')}, not ${refunded}`]),
    ...(reservedGoodsFit(account, holding, reserved) ? [] : [`${caseId} has ${reserved} reserved of its goods`]),
  ]
}

const purseFaults = (account: PlainAccount, holding: Holding): ReadonlyArray<string> =>
  purses.flatMap((component) => {
    const { caseId, paid, open } = holding
    const reserved = purseOf(account, caseId, 'reserved', component)
    const refunded = purseOf(account, caseId, 'refunded', component)
    const due = open ? Math.max(0, askedOf(holding, component) - amountOf(paid, component)) : 0
    // Freight may have been taken back, and a ruling may ask for more than there is.
    const fits = component === 'freight' || component === 'compensation' ? reserved <= due : reserved === due
    return fits && refunded === amountOf(paid, component)
      ? []
      : [`${caseId} has ${reserved} of ${due} ${component} reserved, ${refunded} refunded`]
  })

/** Reserved for a case that is not there, or that belongs to another order. */
const strangers = (account: PlainAccount, known: ReadonlySet<string>): ReadonlyArray<string> => {
  const slots = [...account.lines.values()].flat()
  const units = slots.flatMap(({ unit }) => (unit === 'free' ? [] : [unit]))
  const money = slots.flatMap((slot) => [...slot.money].flatMap(([owner, amount]) => (amount > 0 ? [owner] : [])))
  const purse = [...account.purse].flatMap(([owner, amount]) => (amount > 0 ? [owner] : []))
  return [...new Set([...units, ...money, ...purse])]
    .filter((owner) => !known.has(owner.split(' ', 1)[0] ?? ''))
    .map((owner) => `something is ${owner}, and there is no such case`)
}

const isOver = ({ open, paid }: Holding): boolean => !open && totalOf(paid) === 0
const askingNothing = (holding: Holding): Holding => ({ ...holding, units: [], goods: { from: 'lines', amounts: [] } })

/**
 * Whatever is wrong with the shop once nothing runs any more and everything was settled: each stream by itself, every
 * prefix of the global order, and every account beside what its cases ask. Nothing, where all is well.
 */
export const faultsOf = async (world: World): Promise<ReadonlyArray<string>> => {
  const events = await everything(world.store)
  const { cases, accounts, faults } = readThrough(events)
  const found = [...faultsOfRecord(world, events), ...faults]
  for (const [accountId, account] of accounts) {
    const own = [...cases].flatMap(([caseId, state]) =>
      state.kind === 'case' && state.requested.accountId === accountId ? [holdingOf(caseId, state)] : [],
    )
    found.push(...strangers(account, new Set(own.map(({ caseId }) => caseId))))
    for (const holding of own) {
      const asked = isOver(holding) ? askingNothing(holding) : holding
      found.push(...unitFaults(account, asked), ...goodsFaults(account, asked), ...purseFaults(account, asked))
    }
  }
  return found
}
