import type { Component } from '../money/amounts.js'
import { unitIs, type LineSlots, type Owner } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'
import { countUnits, moneyIn } from './take.js'

// What one case has of the account.

export const reservedBy = (by: string): Owner => ({ by, as: 'reserved' })
export const refundedBy = (by: string): Owner => ({ by, as: 'refunded' })
export const withheldBy = (by: string): Owner => ({ by, as: 'withheld' })

export const heldUnits = (line: LineSlots, caseId: string): number =>
  countUnits(line, (run) => unitIs(run, 'held', caseId))
export const backUnits = (line: LineSlots, caseId: string): number =>
  countUnits(line, (run) => unitIs(run, 'back', caseId))

/** Goods money of a case by what became of it, in all lines or in some. */
export const goodsOf = (
  account: OrderAccount,
  caseId: string,
  as: Owner['as'],
  lineNos: Iterable<number> = account.lines.keys(),
): number => {
  let sum = 0
  for (const lineNo of new Set(lineNos)) {
    const line = account.lines.get(lineNo)
    if (line !== undefined) sum += moneyIn(line, { by: caseId, as })
  }
  return sum
}

/** Something of the order is reserved for this case; what was paid to it does not count. */
export const reservesSome = (account: OrderAccount, entry: CaseEntry): boolean =>
  Object.keys(entry.reserved).length > 0 ||
  [...account.lines.values()].some(
    (line) => heldUnits(line, entry.caseId) > 0 || moneyIn(line, reservedBy(entry.caseId)) > 0,
  )

/** Reserved and refunded of a component that lies in no slot. */
export const pursed = (entry: CaseEntry | undefined, component: Component): number =>
  entry === undefined ? 0 : (entry.reserved[component] ?? 0) + (entry.refunded[component] ?? 0)

/** What all cases but one have reserved or had refunded of such a component; for freight, withheld too. */
export const pursedByOthers = (account: OrderAccount, component: Component, caseId: string): number => {
  let sum = 0
  for (const entry of account.cases.values()) {
    if (entry.caseId === caseId) continue
    sum += pursed(entry, component) + (component === 'freight' ? entry.withheldFreight : 0)
  }
  return sum
}
