import { amountsOf, components, type Amounts } from '../money/amounts.js'
import { freeFreight } from './free.js'
import type { OrderAccount } from './state.js'
import { moneyIn } from './take.js'

/** What became of the order's money, in minor units by component. */
export interface Remaining {
  /** What was paid for the order: goods and freight. */
  readonly paid: Amounts
  readonly reserved: Amounts
  /**
   * What was paid back. Of a payment fault the funds are what went out; the goods and freight beside them are the same
   * money, used up.
   */
  readonly refunded: Amounts
  /** Spent with its units and not paid out; only a ruling can pay it. */
  readonly withheld: Amounts
  readonly free: Amounts
}

type Sums = {
  goods: number
  freight: number
  compensation: number
  freightCompensation: number
  statutory: number
  funds: number
}

const sums = (): Sums => ({ goods: 0, freight: 0, compensation: 0, freightCompensation: 0, statutory: 0, funds: 0 })

/** All of the account by component. For every line and for freight, reserved + refunded + withheld + free = paid. */
export const remaining = (account: OrderAccount): Remaining => {
  const by = { reserved: sums(), refunded: sums(), withheld: sums() }
  const paid = sums()
  const free = sums()
  for (const line of account.lines.values()) {
    paid.goods += line.net
    free.goods += moneyIn(line, 'free')
    for (const { shares } of line.runs) for (const { as, amount } of shares) by[as].goods += amount
  }
  paid.freight = account.order?.freight ?? 0
  free.freight = freeFreight(account)
  for (const entry of account.cases.values()) {
    by.withheld.freight += entry.withheldFreight
    for (const component of components) {
      by.reserved[component] += entry.reserved[component] ?? 0
      by.refunded[component] += entry.refunded[component] ?? 0
    }
  }
  return {
    paid: amountsOf(paid),
    reserved: amountsOf(by.reserved),
    refunded: amountsOf(by.refunded),
    withheld: amountsOf(by.withheld),
    free: amountsOf(free),
  }
}
