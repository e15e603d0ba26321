import { refundedBy, reservedBy, withheldBy, type Standing } from './by-case.js'
import { consumedEvent, isEmpty, lineSpent, purseBy } from './event-of.js'
import type { LineSpent } from './events.js'
import type { Holding } from './holding.js'
import type { Step } from './step.js'
import { moneyMoved, unitIs } from './slots.js'
import { allMoney, lowestMoney, lowestUnits, sumOf } from './take.js'
import { paidGoods, paidPurse, spendsUnits } from './targets.js'

/**
 * The goods that are spent: money paid, from what is reserved and then from what was withheld; and, by a payment that
 * spends units, the units with all that is left of their money. What a case that is over has left of units that are
 * back is spent too.
 */
const spentLines = (standing: Standing, holding: Holding, spends: boolean): ReadonlyArray<LineSpent> => {
  const { caseId, open, wholeOrder } = holding
  let unpaid = paidGoods(standing, holding) - standing.refunded
  if (unpaid <= 0 && !spends) return []
  const paid = standing.lines.map(({ line }) => {
    const refunded = lowestMoney(line, reservedBy(caseId), unpaid)
    unpaid -= sumOf(refunded)
    return { line, refunded }
  })
  return paid.flatMap(({ line, refunded }) => {
    const regained = lowestMoney(line, withheldBy(caseId), unpaid)
    unpaid -= sumOf(regained)
    if (!spends) return lineSpent(line.lineNo, [], refunded, [], regained)
    const left = refunded.reduce((now, s) => moneyMoved(now, s, reservedBy(caseId), refundedBy(caseId)), line)
    const units = lowestUnits(line, line.quantity, (run) => unitIs(run, 'held', caseId))
    const withheld = allMoney(
      left,
      reservedBy(caseId),
      (run) => wholeOrder || unitIs(run, 'held', caseId) || (!open && unitIs(run, 'back', caseId)),
    )
    return lineSpent(line.lineNo, units, refunded, withheld, regained)
  })
}

/** `Consumed`, where more is paid than the account has as refunded. */
export const consume: Step = (_account, holding, standing) => {
  const { entry } = standing
  if (entry === undefined) return []
  const spends = spendsUnits(standing, holding)
  const purse = purseBy((component) =>
    Math.min(
      entry.reserved[component] ?? 0,
      paidPurse(standing, holding, component) - (entry.refunded[component] ?? 0),
    ),
  )
  const moves = {
    lines: spentLines(standing, holding, spends),
    purse,
    withheldFreight: spends && holding.wholeOrder ? (entry.reserved.freight ?? 0) - (purse.freight ?? 0) : 0,
  }
  return isEmpty(moves) ? [] : [consumedEvent(holding, moves)]
}
