import type { Role, Route } from '../../vocabulary/index.js'
import type { Policy } from '../policy.js'
import type { MilestoneNeed, RouteRule } from '../route-rule.js'

type Row = readonly [
  reviewed: MilestoneNeed,
  shipped: MilestoneNeed,
  inspected: MilestoneNeed,
  approved: MilestoneNeed,
  paid: MilestoneNeed,
  disputed: MilestoneNeed,
]

const financePays: ReadonlyArray<Role> = ['cashier', 'system']

const rule = (
  [Reviewed, Shipped, Inspected, Approved, Paid, Disputed]: Row,
  source: string,
  more: Partial<Pick<RouteRule, 'evidenceRequired' | 'changesTo' | 'payers'>> = {},
): RouteRule => ({
  milestones: { Requested: 'required', Reviewed, Shipped, Inspected, Approved, Paid, Disputed },
  evidenceRequired: false,
  changesTo: [],
  payers: financePays,
  source,
  ...more,
})

const R = 'required'
const O = 'optional'
const F = 'forbidden'
const goodsBack: Row = [R, R, R, R, R, O]
const noGoods: Row = [R, F, F, R, R, O]
const changes = (...routes: ReadonlyArray<Route>) => ({ changesTo: routes })

/** The nine routes and their milestones. */
export const routeTable: Policy['routes'] = {
  returnRefund: rule(goodsBack, 'IN7', changes('keepGoodsRefund', 'exchangeOrRepair')),
  unshippedRefund: rule(noGoods, 'AP4', {
    payers: [...financePays, 'customerService'],
    ...changes('interceptRefund'),
  }),
  interceptRefund: rule(goodsBack, 'IN13', changes('returnRefund')),
  keepGoodsRefund: rule(noGoods, 'IN7', { evidenceRequired: true, ...changes('returnRefund') }),
  compensation: rule(noGoods, 'CP1'),
  freightCompensation: rule(noGoods, 'SH4'),
  paymentFault: rule(noGoods, 'IN8'),
  exchangeOrRepair: rule([R, R, R, O, O, O], 'RV7', changes('returnRefund')),
  enforcedRefund: rule([O, O, O, R, R, R], 'DP4'),
}
