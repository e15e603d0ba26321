import { checkOrder, type OrderFacts } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { LARGEST_AMOUNT } from '../arbitraries/amounts.js'
import { orders } from '../arbitraries/orders.js'
import { checkValues } from './over-histories.js'
import { netOf } from './reference/naive-slots.js'
import type { RefundRule } from './refund-rule.js'

/** What one order's shares have against them. */
export const discountComplaints = (
  order: OrderFacts,
  nets: ReadonlyArray<{ readonly lineNo: number; readonly gross: number; readonly net: number }>,
): ReadonlyArray<string> => {
  const shares = nets.map(({ gross, net }) => gross - net)
  const sum = shares.reduce((all, share) => all + share, 0)
  const reference = netOf(order)
  return [
    ...(sum === order.discount ? [] : [`the shares come to ${sum}, the discount is ${order.discount}`]),
    ...nets.flatMap(({ lineNo, gross, net }) => [
      ...(net < 0 || net > gross ? [`line ${lineNo} of ${gross} bears a share of ${gross - net}`] : []),
      ...(net === reference.get(lineNo) ? [] : [`line ${lineNo} is worth ${net}, by hand ${reference.get(lineNo)}`]),
    ]),
  ]
}

export const rule04DiscountShares: RefundRule = {
  rule: 4,
  name: 'rule04DiscountShares',
  title: 'Discount shares sum to the discount; 0 ≤ share ≤ line.',
  check: (subject) =>
    checkValues(
      rule04DiscountShares,
      subject,
      orders({ maxLines: 8, maxQuantity: 50, maxGross: Math.floor(LARGEST_AMOUNT / 16) }),
      {
        violations: (order) => {
          const checked = checkOrder(order)
          return Promise.resolve(
            isLeft(checked)
              ? [`is refused: ${JSON.stringify(checked.left)}`]
              : discountComplaints(order, checked.right.lines),
          )
        },
      },
      subject.options.runs * 5,
    ),
}
