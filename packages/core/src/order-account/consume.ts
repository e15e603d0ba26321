import { refundedBy, reservedBy, withheldBy, type Standing } from './by-case.js'
import { consumedEvent, isEmpty, lineSpent, purseBy } from './event-of.js'
import type { LineSpent } from './events.js'
import type { Holding } from './holding.js'
import type { Step } from './step.js'
import { moneyMoved, unitIs, type Run } from './slots.js'
import { allMoney, lowestMoney, lowestUnits, sumOf } from './take.js'
import { isNewlyPaid, paidGoods, paidPurse } from './targets.js'

/**
 * The goods that are spent: money paid, from what is reserved and then from what was withheld; and, where `spends`, the
 * units held with all that is left of their money. What a case that is over has left of units that are back is spent
 * too.
 */
const spentLines = (standing: Standing, holding: Holding, spends: boolean): ReadonlyArray<LineSpent> => {
  const { caseId, open, wholeOrder } = holding
  let unpaid = paidGoods(standing, holding) - standing.refunded
  const over = !open && standing.back > 0 && standing.reserved > 0
  if (unpaid <= 0 && !spends && !over) return []
  const paid = standing.lines.map(({ line }) => {
    const refunded = lowestMoney(line, reservedBy(caseId), unpaid)
    unpaid -= sumOf(refunded)
    return { line, refunded }
  })
  return paid.flatMap(({ line, refunded }) => {
    const regained = lowestMoney(line, withheldBy(caseId), unpaid)
    unpaid -= sumOf(regained)
    if (!spends && !over) return lineSpent(line.lineNo, [], refunded, [], regained)
    const left = refunded.reduce((now, s) => moneyMoved(now, s, reservedBy(caseId), refundedBy(caseId)), line)
    const isHeld = (run: Run): boolean => spends && unitIs(run, 'held', caseId)
    const isOver = (run: Run): boolean => over && unitIs(run, 'back', caseId)
    const withheld = allMoney(left, reservedBy(caseId), (run) => (spends && wholeOrder) || isHeld(run) || isOver(run))
    return lineSpent(line.lineNo, lowestUnits(line, line.quantity, isHeld), refunded, withheld, regained)
  })
}

/** `Consumed`, where more is paid than the account has as refunded. */
export const consume: Step = (_account, holding, standing) => {
  const { entry } = standing
  if (entry === undefined) return []
  const spends = (holding.spendsUnits || holding.wholeOrder) && isNewlyPaid(standing, holding)
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
