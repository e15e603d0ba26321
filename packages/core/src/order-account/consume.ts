import { refundedBy, reservedBy, withheldBy } from './by-case.js'
import { consumedEvent, isEmpty, lineSpent, purseBy } from './event-of.js'
import type { LineSpent, OrderAccountEvent } from './events.js'
import type { Holding } from './holding.js'
import { moneyMoved, unitIs } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, lowestMoney, lowestUnits, moneyIn, sumOf } from './take.js'
import { paidGoods, paidPurse, spendsUnits } from './targets.js'

/**
 * The goods that are spent: money paid, from what is reserved and then from what was withheld; and, by a payment that
 * spends units, the units with all that is left of their money. What a case that is over has left of units that are
 * back is spent too.
 */
const spentLines = (account: OrderAccount, holding: Holding, spends: boolean): ReadonlyArray<LineSpent> => {
  const { caseId, open } = holding
  const lines = [...account.lines.values()]
  let unpaid = paidGoods(account, holding) - lines.reduce((sum, line) => sum + moneyIn(line, refundedBy(caseId)), 0)
  const paid = lines.map((line) => {
    const refunded = lowestMoney(line, reservedBy(caseId), unpaid)
    unpaid -= sumOf(refunded)
    return { line, refunded }
  })
  return paid.flatMap(({ line, refunded }) => {
    const regained = lowestMoney(line, withheldBy(caseId), unpaid)
    unpaid -= sumOf(regained)
    const left = refunded.reduce((now, s) => moneyMoved(now, s, reservedBy(caseId), refundedBy(caseId)), line)
    const units = spends ? lowestUnits(line, line.quantity, (run) => unitIs(run, 'held', caseId)) : []
    const withheld = spends
      ? allMoney(
          left,
          reservedBy(caseId),
          (run) => holding.wholeOrder || unitIs(run, 'held', caseId) || (!open && unitIs(run, 'back', caseId)),
        )
      : []
    return lineSpent(line.lineNo, units, refunded, withheld, regained)
  })
}

/** `Consumed`, where more is paid than the account has as refunded. */
export const consume = (account: OrderAccount, holding: Holding): ReadonlyArray<OrderAccountEvent> => {
  const entry = account.cases.get(holding.caseId)
  if (entry === undefined) return []
  const spends = spendsUnits(account, holding)
  const purse = purseBy((component) =>
    Math.min(entry.reserved[component] ?? 0, paidPurse(account, holding, component) - (entry.refunded[component] ?? 0)),
  )
  const moves = {
    lines: spentLines(account, holding, spends),
    purse,
    withheldFreight: spends && holding.wholeOrder ? (entry.reserved.freight ?? 0) - (purse.freight ?? 0) : 0,
  }
  return isEmpty(moves) ? [] : [consumedEvent(holding, moves)]
}
