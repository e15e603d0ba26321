import { amountOf, isZero } from '../money/amounts.js'
import type { GoodsClaim, Holding, LineAmount, LineQuantity } from '../order-account/holding.js'
import type { Route } from '../vocabulary/index.js'
import { isOpen, situationOf } from './situation.js'
import { openAttempt, type RefundCase } from './state.js'

/** Routes whose goods come back, or never left: they hold units. */
const holdsUnits = (route: Route): boolean =>
  route === 'returnRefund' ||
  route === 'unshippedRefund' ||
  route === 'interceptRefund' ||
  route === 'exchangeOrRepair' ||
  route === 'enforcedRefund'

const acceptedUnits = (state: RefundCase): ReadonlyArray<LineQuantity> => {
  const inspection = state.inspection
  if (inspection.result !== 'partlyPassed' || inspection.conceded || state.ruling !== undefined)
    return state.lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }))
  return state.lines.flatMap(({ lineNo, quantity }) => {
    const line = inspection.lines.find((inspected) => inspected.lineNo === lineNo)
    const kept = Math.min(quantity, line?.accepted ?? 0)
    return kept > 0 ? [{ lineNo, quantity: kept }] : []
  })
}

const lineClaims = (state: RefundCase): ReadonlyArray<LineAmount> =>
  state.quote?.goods ?? state.lines.flatMap(({ lineNo, amount }) => (amount === undefined ? [] : [{ lineNo, amount }]))

/** Where the goods money comes from, and with it whether units are held. */
const goodsOf = (
  state: RefundCase,
  lines: ReadonlyArray<LineQuantity>,
): { units: ReadonlyArray<LineQuantity>; goods: GoodsClaim } => {
  if (state.ruling?.goodsTo === 'customer')
    return {
      units: [],
      goods: {
        from: 'anyOf',
        lineNos: state.lines.map(({ lineNo }) => lineNo),
        amount: state.quote === undefined ? 0 : amountOf(state.quote.amounts, 'goods'),
      },
    }
  if (state.ruling !== undefined || holdsUnits(state.route)) return { units: lines, goods: { from: 'units' } }
  return { units: [], goods: { from: 'lines', amounts: lineClaims(state) } }
}

/**
 * Whether the case asks anything of the account beyond what it was paid: while it is open, but not once the money was
 * found never to have come.
 */
const asks = (state: RefundCase): boolean => {
  if (!isOpen(situationOf(state))) return false
  return !(state.funds.checked === 'notReceived' && state.dispute?.open !== true && state.ruling === undefined)
}

const nothing = { from: 'lines', amounts: [] } as const

/** What the case asks of its order's account: a pure function of its events (model §1, §6). */
export const holdingOf = (caseId: string, state: RefundCase): Holding => {
  const asked = asks(state)
  const paid = state.netPaid
  const standing = asked || !isZero(paid)
  const exchanged = state.closedAs === 'exchanged' || state.closedAs === 'repaired'
  const { units, goods } = standing && !exchanged ? goodsOf(state, acceptedUnits(state)) : { units: [], goods: nothing }
  const amounts = standing ? (state.quote?.amounts ?? state.claimed) : {}
  const parent = state.requested.parent
  const freightCompensation = amountOf(amounts, 'freightCompensation')
  return {
    caseId,
    caseRevision: state.revision,
    route: state.route,
    open: isOpen(situationOf(state)),
    units,
    goods,
    wholeOrder: standing && state.route === 'paymentFault',
    freight: amountOf(amounts, 'freight'),
    compensation: amountOf(amounts, 'compensation'),
    statutory: amountOf(amounts, 'statutory'),
    funds: amountOf(amounts, 'funds'),
    freightCompensation:
      freightCompensation > 0
        ? // A ruling may compensate the freight of the very return that it rules on.
          { parent: state.route === 'freightCompensation' ? (parent ?? caseId) : caseId, amount: freightCompensation }
        : undefined,
    paid,
    spendsUnits: state.route !== 'exchangeOrRepair' && state.ruling?.goodsTo !== 'customer',
    judged: state.judgement.outcome === 'accepted' ? { route: state.route, fault: state.judgement.fault } : undefined,
    fundsConfirmed: state.funds.checked === 'received' ? state.funds.amount : undefined,
    parent,
    paying: openAttempt(state) !== undefined,
  }
}
