import type { Instant, YearMonth } from '../../calendar/index.js'
import { discountShares } from '../../money/index.js'
import type { CaseLine } from '../../refund-case/index.js'
import type { Channel, Reason, Route } from '../../vocabulary/index.js'
import type { CaseCourse } from './case-course.js'
import type { CaseOutcome } from './figures.js'

/** One line of an order: what was bought, and what was paid for it. */
export interface ProductLine {
  readonly lineNo: number
  readonly sku: string
  readonly quantity: number
  readonly net: number
}

/** What the statistics keep of one case. Plain JSON, changed in place. */
export interface CountedCase {
  /** The month it was asked for in: requests and what became of them count there. */
  readonly month: YearMonth
  readonly requestedAt: Instant
  readonly reason: Reason
  readonly channel: Channel
  readonly currency: string
  readonly accountId: string
  /** Minor units, in all and of goods. */
  claimed: number
  claimedGoods: number
  route: Route
  /** Each product of the case, with its share of goods money: what is quoted of it, else what was paid for it. */
  products: ReadonlyArray<{ readonly sku: string; readonly weight: number }>
  readonly course: CaseCourse
  outcome: CaseOutcome
  reviewed: boolean
  wasPaid: boolean
  /** What each payment meant for each product then, by attempt, so that a return takes back the same. */
  readonly shares: Record<string, ReadonlyArray<readonly [sku: string, amount: number]>>
}

/** The products of these lines, by what was paid for them or, of what is known, by what is quoted. */
export const productsOf = (
  bought: ReadonlyArray<ProductLine>,
  asked: ReadonlyArray<CaseLine>,
  quoted: ReadonlyArray<{ readonly lineNo: number; readonly amount: number }> = [],
): CountedCase['products'] => {
  const weights = new Map<string, number>()
  for (const { lineNo, quantity, amount } of asked) {
    const line = bought.find((each) => each.lineNo === lineNo)
    if (line === undefined) continue
    const own = quoted.find((each) => each.lineNo === lineNo)?.amount
    const worth = own ?? amount ?? Math.floor((line.net * quantity) / line.quantity)
    weights.set(line.sku, (weights.get(line.sku) ?? 0) + worth)
  }
  return Array.from(weights, ([sku, weight]) => ({ sku, weight }))
}

/** Goods money shared over the products of a case; the shares add up to it. */
export const sharesOf = (
  products: CountedCase['products'],
  amount: number,
): ReadonlyArray<readonly [sku: string, amount: number]> => {
  const [first] = products
  if (first === undefined) return []
  const worth = products.reduce((sum, { weight }) => sum + weight, 0)
  // What is worth nothing shares nothing: the first takes it.
  if (worth === 0 || products.length === 1) return [[first.sku, amount]]
  const shares = discountShares(
    amount,
    products.map(({ weight }) => weight),
  )
  return products.map(({ sku }, index) => [sku, shares[index] ?? 0] as const)
}
