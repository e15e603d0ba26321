import { amountOf, totalOf, zero } from '../money/amounts.js'
import { pursed, pursedByAll, type Standing } from './by-case.js'
import { freeFreight } from './free.js'
import type { Holding } from './holding.js'
import type { OrderAccount } from './state.js'

// What the account should come to for a case: numbers that growing, releasing and spending all rest on.

/** The kinds of money that lie in no slot. */
export const purseComponents = ['freight', 'compensation', 'freightCompensation', 'statutory', 'funds'] as const
export type PurseComponent = (typeof purseComponents)[number]

/** Nothing that was paid to the case stands. */
export const isUnpaid = (holding: Holding): boolean => totalOf(holding.paid) === 0

/** More is paid than the account has as refunded: a payment that it does not know yet. */
export const isNewlyPaid = ({ entry, refunded }: Standing, { route, paid }: Holding): boolean => {
  const known = totalOf(entry?.refunded ?? zero)
  // What a payment fault uses up of goods and freight is no payment of its own.
  return route === 'paymentFault'
    ? amountOf(paid, 'funds') > amountOf(entry?.refunded ?? zero, 'funds')
    : totalOf(paid) > known + refunded
}

/** A payment fault of which nothing is paid takes whatever is free of the order. */
export const takesWholeOrder = (holding: Holding): boolean => holding.wholeOrder && holding.open && isUnpaid(holding)

const goodsOfCase = ({ reserved, refunded, withheld }: Standing): number => reserved + refunded + withheld
const freightOfCase = ({ entry }: Standing): number => pursed(entry, 'freight') + (entry?.withheldFreight ?? 0)

/**
 * Σ Paid − Σ Reversed by where the account spends it. What a payment fault is paid are funds; where an order is recorded
 * they also use up its goods, and then its freight, as far as the case has them.
 */
export const paidGoods = (standing: Standing, { route, paid }: Holding): number =>
  route === 'paymentFault' ? Math.min(amountOf(paid, 'funds'), goodsOfCase(standing)) : amountOf(paid, 'goods')

export const paidPurse = (standing: Standing, holding: Holding, component: PurseComponent): number => {
  if (component !== 'freight' || holding.route !== 'paymentFault') return amountOf(holding.paid, component)
  return Math.min(amountOf(holding.paid, 'funds') - paidGoods(standing, holding), freightOfCase(standing))
}

/** How much of the funds that were confirmed no other case has; no limit until they are. */
const fundsLeft = (account: OrderAccount, caseId: string): number =>
  account.fundsCap === undefined
    ? Number.MAX_SAFE_INTEGER
    : Math.max(0, account.fundsCap - pursedByAll(account, 'funds', caseId))

/** The order money that bounds what a payment fault can claim: all it has, and will take. No limit without an order. */
const orderMoneyFor = (account: OrderAccount, standing: Standing, holding: Holding): number => {
  if (account.order === undefined) return Number.MAX_SAFE_INTEGER
  const money = goodsOfCase(standing) + freightOfCase(standing)
  if (!takesWholeOrder(holding)) return money
  return standing.lines.reduce((sum, { freeMoney }) => sum + freeMoney, money + freeFreight(account))
}

/** The most that a payment fault can have of funds, with what it has already. */
export const fundsAvailable = (account: OrderAccount, standing: Standing, holding: Holding): number =>
  Math.min(fundsLeft(account, holding.caseId), orderMoneyFor(account, standing, holding))

/** What of a component should be reserved and refunded together. */
export const purseTarget = (
  account: OrderAccount,
  standing: Standing,
  holding: Holding,
  component: PurseComponent,
): number => {
  const paid = paidPurse(standing, holding, component)
  switch (component) {
    case 'funds':
      if (holding.funds <= paid) return paid
      return Math.max(paid, Math.min(holding.funds, fundsAvailable(account, standing, holding)))
    case 'freightCompensation':
      return Math.max(paid, holding.freightCompensation?.amount ?? 0)
    case 'freight':
    case 'compensation':
    case 'statutory':
      return Math.max(paid, holding[component])
  }
}
