import { refundedBy, withheldBy } from './by-case.js'
import { isEmpty, lineRestored, purseBy, restoredEvent } from './event-of.js'
import type { LineRestored, OrderAccountEvent } from './events.js'
import type { Holding } from './holding.js'
import { unitIs } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, highestMoney, lowestUnits, moneyIn, sumOf } from './take.js'
import { paidGoods, paidPurse, spendsUnits } from './targets.js'

const restoredLines = (account: OrderAccount, holding: Holding, unspent: boolean): ReadonlyArray<LineRestored> => {
  const { caseId } = holding
  const lines = [...account.lines.values()]
  let excess = lines.reduce((sum, line) => sum + moneyIn(line, refundedBy(caseId)), 0) - paidGoods(account, holding)
  return lines
    .toReversed()
    .flatMap((line) => {
      const refunded = highestMoney(line, refundedBy(caseId), excess)
      excess -= sumOf(refunded)
      const units = unspent ? lowestUnits(line, line.quantity, (run) => unitIs(run, 'back', caseId)) : []
      return lineRestored(line.lineNo, units, refunded, unspent ? allMoney(line, withheldBy(caseId)) : [])
    })
    .toReversed()
}

/**
 * `Restored`, where less is paid than the account has as refunded: that money is reserved by the same case again. Once
 * nothing is paid any more its units are held again, and what was withheld is reserved with them.
 */
export const restore = (account: OrderAccount, holding: Holding): ReadonlyArray<OrderAccountEvent> => {
  const entry = account.cases.get(holding.caseId)
  if (entry === undefined) return []
  const unspent = !spendsUnits(account, holding)
  const moves = {
    lines: restoredLines(account, holding, unspent),
    purse: purseBy((component) => (entry.refunded[component] ?? 0) - paidPurse(account, holding, component)),
    withheldFreight: unspent ? entry.withheldFreight : 0,
  }
  return isEmpty(moves) ? [] : [restoredEvent(holding, moves)]
}
