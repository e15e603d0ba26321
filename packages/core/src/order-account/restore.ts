import { refundedBy, withheldBy, type Standing } from './by-case.js'
import { isEmpty, lineRestored, purseBy, restoredEvent } from './event-of.js'
import type { LineRestored } from './events.js'
import type { Holding } from './holding.js'
import type { Step } from './step.js'
import { unitIs } from './slots.js'
import { allMoney, highestMoney, lowestUnits, sumOf } from './take.js'
import { isUnpaid, paidGoods, paidPurse } from './targets.js'

const restoredLines = (standing: Standing, holding: Holding, unspent: boolean): ReadonlyArray<LineRestored> => {
  const { caseId } = holding
  let excess = standing.refunded - paidGoods(standing, holding)
  if (excess <= 0 && !(unspent && standing.back + standing.withheld > 0)) return []
  return standing.lines
    .toReversed()
    .flatMap(({ line }) => {
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
export const restore: Step = (_account, holding, standing) => {
  const { entry } = standing
  if (entry === undefined) return []
  const unspent = isUnpaid(holding)
  const moves = {
    lines: restoredLines(standing, holding, unspent),
    purse: purseBy((component) => (entry.refunded[component] ?? 0) - paidPurse(standing, holding, component)),
    withheldFreight: unspent ? entry.withheldFreight : 0,
  }
  return isEmpty(moves) ? [] : [restoredEvent(holding, moves)]
}
