import type { Route } from '../../vocabulary/index.js'
import type { EventOf } from '../events/index.js'
import type { RefundCase } from '../state.js'
import { once } from './once.js'
import { voided } from './rounds.js'
import type { StoredOf } from './stored-of.js'

const takesBack = (route: Route): boolean => route === 'returnRefund' || route === 'exchangeOrRepair'

/** Goods on their way back, or looked at, stay so where the new route takes the same goods back the same way. */
const keepsGoods = (state: RefundCase, { to, lines }: EventOf<'RouteChanged'>['data']): boolean => {
  const asked = new Map(state.lines.map(({ lineNo, quantity }) => [lineNo, quantity]))
  return (
    takesBack(state.route) &&
    takesBack(to) &&
    lines.every(({ lineNo, quantity }) => quantity <= (asked.get(lineNo) ?? 0))
  )
}

/** The case on its new route, without what belonged to the old one. */
export const routeChanged = (state: RefundCase, { data, meta }: StoredOf<'RouteChanged'>): RefundCase => ({
  ...state,
  ...(keepsGoods(state, data)
    ? {}
    : { shipped: undefined, goodsReceived: undefined, inspection: { result: 'none' as const } }),
  route: data.to,
  lines: data.lines,
  claimed: data.claimed,
  failedConditions: data.failedConditions,
  quote: data.quote ?? undefined,
  judgement: data.quote === null ? { outcome: 'none' } : state.judgement,
  recorders: once(state.recorders, meta.actor.id),
  approval: voided(state.approval, data.quote !== null && state.approval.reworkDue),
})
