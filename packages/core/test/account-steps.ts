import fc from 'fast-check'
import type { Holding, OrderAccount } from '../src/order-account/index.js'
import { holdingOf, orderOf } from './order-account.js'

// What cases do to the account of their order, drawn at random.

export const order = fc
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

export const kinds = ['return', 'keep', 'exchange', 'goodwill'] as const
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
export const step = fc.record({
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
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const lineNos = ({ lineNo, second }: Step, account: OrderAccount): ReadonlyArray<number> =>
  [...new Set([lineNo, second ?? lineNo])]
    .map((no) => ((no - 1) % account.lines.size) + 1)
    .filter((no, at, all) => all.indexOf(no) === at)

const unitsOf = (so: Step, account: OrderAccount) =>
  lineNos(so, account).map((lineNo) => ({ lineNo, quantity: so.quantity }))

const amountsAsked = (so: Step, account: OrderAccount) =>
  lineNos(so, account).map((lineNo) => ({ lineNo, amount: so.amount }))

export const asked = (caseId: string, so: Step, account: OrderAccount): Holding => {
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

export const adjusted = (asks: Holding, so: Step, account: OrderAccount): Holding => {
  const freight = so.freight ? (account.order?.freight ?? 0) : 0
  if (asks.compensation > 0) return { ...asks, compensation: so.amount * 4 }
  if (asks.goods.from === 'lines')
    return { ...asks, freight, goods: { from: 'lines', amounts: amountsAsked(so, account) } }
  if (asks.goods.from === 'anyOf') return { ...asks, freight, goods: { ...asks.goods, amount: so.amount } }
  return { ...asks, freight, units: unitsOf(so, account) }
}

export const ruled = (asks: Holding, so: Step, account: OrderAccount): Holding => ({
  ...asks,
  open: true,
  statutory: so.part * 10,
  ...(so.act === 'toMerchant'
    ? { units: unitsOf(so, account), goods: { from: 'units' }, spendsUnits: true }
    : { units: [], goods: { from: 'anyOf', lineNos: lineNos(so, account), amount: so.amount }, spendsUnits: false }),
})
