import { amountOf, totalOf } from '../money/amounts.js'
import { goodsOf, pursed, pursedByOthers } from './by-case.js'
import { freeFreight } from './free.js'
import type { Holding } from './holding.js'
import { unitIs } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'
import { moneyIn } from './take.js'

// What the account should come to for a case: numbers that growing, releasing and spending all rest on.

/** The kinds of money that lie in no slot. */
export const purseComponents = ['freight', 'compensation', 'freightCompensation', 'statutory', 'funds'] as const
export type PurseComponent = (typeof purseComponents)[number]

const hasBack = (account: OrderAccount, caseId: string): boolean =>
  [...account.lines.values()].some((line) => line.runs.some((run) => unitIs(run, 'back', caseId)))

/** A payment stands that spends the units whole. What is back stays back as long as anything of it stands. */
export const spendsUnits = (account: OrderAccount, holding: Holding): boolean =>
  totalOf(holding.paid) > 0 && (holding.spendsUnits || holding.wholeOrder || hasBack(account, holding.caseId))

/** Goods money of the case, whatever became of it. */
export const goodsOfCase = (account: OrderAccount, caseId: string): number =>
  goodsOf(account, caseId, 'reserved') + goodsOf(account, caseId, 'refunded') + goodsOf(account, caseId, 'withheld')

const freightOfCase = (entry: CaseEntry | undefined): number => pursed(entry, 'freight') + (entry?.withheldFreight ?? 0)

/**
 * Σ Paid − Σ Reversed by where the account spends it. What a payment fault is paid are funds; where an order is recorded
 * they also use up its goods, and then its freight, as far as the case has them.
 */
export const paidGoods = (account: OrderAccount, holding: Holding): number =>
  holding.route === 'paymentFault'
    ? Math.min(amountOf(holding.paid, 'funds'), goodsOfCase(account, holding.caseId))
    : amountOf(holding.paid, 'goods')

export const paidPurse = (account: OrderAccount, holding: Holding, component: PurseComponent): number => {
  if (component !== 'freight' || holding.route !== 'paymentFault') return amountOf(holding.paid, component)
  const left = amountOf(holding.paid, 'funds') - paidGoods(account, holding)
  return Math.min(left, freightOfCase(account.cases.get(holding.caseId)))
}

/** How much of the funds that were confirmed no other case has; no limit until they are. */
export const fundsLeft = (account: OrderAccount, caseId: string): number =>
  account.fundsCap === undefined
    ? Number.MAX_SAFE_INTEGER
    : Math.max(0, account.fundsCap - pursedByOthers(account, 'funds', caseId))

/** A payment fault of which nothing is paid takes whatever is free of the order. */
export const takesWholeOrder = (account: OrderAccount, holding: Holding): boolean =>
  holding.wholeOrder && holding.open && !spendsUnits(account, holding)

/** The order money that bounds what a payment fault can claim: all it has, and will take. No limit without an order. */
const orderMoneyFor = (account: OrderAccount, holding: Holding): number => {
  if (account.order === undefined) return Number.MAX_SAFE_INTEGER
  let money = goodsOfCase(account, holding.caseId) + freightOfCase(account.cases.get(holding.caseId))
  if (!takesWholeOrder(account, holding)) return money
  for (const line of account.lines.values()) money += moneyIn(line, 'free')
  return money + freeFreight(account)
}

/** The most that a payment fault can have of funds, with what it has already. */
export const fundsAvailable = (account: OrderAccount, holding: Holding): number =>
  Math.min(fundsLeft(account, holding.caseId), orderMoneyFor(account, holding))

/** What of a component should be reserved and refunded together. */
export const purseTarget = (account: OrderAccount, holding: Holding, component: PurseComponent): number => {
  const paid = paidPurse(account, holding, component)
  switch (component) {
    case 'funds':
      return Math.max(paid, Math.min(holding.funds, fundsAvailable(account, holding)))
    case 'freightCompensation':
      return Math.max(paid, holding.freightCompensation?.amount ?? 0)
    case 'freight':
    case 'compensation':
    case 'statutory':
      return Math.max(paid, holding[component])
  }
}
