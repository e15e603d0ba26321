import { sameAmounts } from '../money/amounts.js'
import type { GoodsClaim, Holding, LineAmount, LineQuantity } from '../order-account/holding.js'
import type { LoadedAccount } from './accounts.js'
import type { ServiceContext } from './context.js'

// Most commands change nothing of what their case holds: an account that was settled to the same holding, and has not
// changed since, needs no second look.

const sameUnits = (a: ReadonlyArray<LineQuantity>, b: ReadonlyArray<LineQuantity>): boolean =>
  a.length === b.length &&
  a.every(({ lineNo, quantity }, index) => b[index]?.lineNo === lineNo && b[index].quantity === quantity)

const sameLines = (a: ReadonlyArray<LineAmount>, b: ReadonlyArray<LineAmount>): boolean =>
  a.length === b.length &&
  a.every(({ lineNo, amount }, index) => b[index]?.lineNo === lineNo && b[index].amount === amount)

const sameGoods = (a: GoodsClaim, b: GoodsClaim): boolean => {
  if (a.from === 'units') return b.from === 'units'
  if (a.from === 'lines') return b.from === 'lines' && sameLines(a.amounts, b.amounts)
  return b.from === 'anyOf' && a.amount === b.amount && a.lineNos.join() === b.lineNos.join()
}

const sameHolding = (a: Holding, b: Holding): boolean =>
  a.route === b.route &&
  a.open === b.open &&
  a.wholeOrder === b.wholeOrder &&
  a.freight === b.freight &&
  a.compensation === b.compensation &&
  a.statutory === b.statutory &&
  a.funds === b.funds &&
  a.spendsUnits === b.spendsUnits &&
  a.paying === b.paying &&
  a.parent === b.parent &&
  a.fundsConfirmed === b.fundsConfirmed &&
  a.judged?.route === b.judged?.route &&
  a.judged?.fault === b.judged?.fault &&
  a.freightCompensation?.parent === b.freightCompensation?.parent &&
  a.freightCompensation?.amount === b.freightCompensation?.amount &&
  (a.paid === b.paid || sameAmounts(a.paid, b.paid)) &&
  sameUnits(a.units, b.units) &&
  sameGoods(a.goods, b.goods)

/** Whether this very reading of the account was settled to the same holding of the case before. */
export const isSettled = ({ memory }: ServiceContext, { state }: LoadedAccount, holding: Holding): boolean => {
  const before = memory.settled.get(state)?.get(holding.caseId)
  return before !== undefined && sameHolding(before, holding)
}

/** Remembers what an account was settled to, for as long as that reading of it lives. */
export const rememberSettled = ({ memory }: ServiceContext, { state }: LoadedAccount, holding: Holding): void => {
  const known = memory.settled.get(state) ?? new Map<string, Holding>()
  known.set(holding.caseId, holding)
  memory.settled.set(state, known)
}
