import type { Component } from '../money/amounts.js'
import { worthOf, type LineSlots, type Owner } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'

// What one case has of the account.

export const reservedBy = (by: string): Owner => ({ by, as: 'reserved' })
export const refundedBy = (by: string): Owner => ({ by, as: 'refunded' })
export const withheldBy = (by: string): Owner => ({ by, as: 'withheld' })

/** How a case stands with one line: units and minor units. */
export interface LineStanding {
  readonly line: LineSlots
  readonly held: number
  readonly back: number
  readonly reserved: number
  readonly refunded: number
  readonly withheld: number
  /** Reserved in slots whose unit the case does not have. */
  readonly loose: number
  readonly freeUnits: number
  readonly freeMoney: number
  /** Free money in slots whose unit the case holds. */
  readonly freeOfHeld: number
}

/** How a case stands with the order: with each line, and with the goods money of all of them. */
export interface Standing {
  readonly entry: CaseEntry | undefined
  readonly lines: ReadonlyArray<LineStanding>
  readonly back: number
  readonly reserved: number
  readonly refunded: number
  readonly withheld: number
}

const standingWith = (line: LineSlots, caseId: string): LineStanding => {
  const sums = {
    line,
    held: 0,
    back: 0,
    reserved: 0,
    refunded: 0,
    withheld: 0,
    loose: 0,
    freeUnits: 0,
    freeMoney: 0,
    freeOfHeld: 0,
  }
  for (const run of line.runs) {
    const { unit, shares } = run
    const units = run.to - run.from + 1
    const isHis = unit.state !== 'free' && unit.by === caseId
    if (unit.state === 'free') sums.freeUnits += units
    else if (isHis) sums[unit.state] += units
    let free = worthOf(line, run)
    for (const { by, as, amount } of shares) {
      free -= amount
      if (by !== caseId) continue
      sums[as] += amount
      if (as === 'reserved' && !isHis) sums.loose += amount
    }
    sums.freeMoney += free
    if (isHis && unit.state === 'held') sums.freeOfHeld += free
  }
  return sums
}

export const standingOf = (account: OrderAccount, caseId: string): Standing => {
  const lines: Array<LineStanding> = []
  const sums = { entry: account.cases.get(caseId), lines, back: 0, reserved: 0, refunded: 0, withheld: 0 }
  for (const line of account.lines.values()) {
    const standing = standingWith(line, caseId)
    sums.back += standing.back
    sums.reserved += standing.reserved
    sums.refunded += standing.refunded
    sums.withheld += standing.withheld
    lines.push(standing)
  }
  return sums
}

/** The lines with these numbers, each once, in this order; numbers that the order does not have are left out. */
export const linesNamed = ({ lines }: Standing, lineNos: ReadonlyArray<number>): ReadonlyArray<LineStanding> =>
  [...new Set(lineNos)].flatMap((lineNo) => lines.find(({ line }) => line.lineNo === lineNo) ?? [])

/** Something of the order is reserved for this case; what was paid to it does not count. */
export const reservesSome = (account: OrderAccount, entry: CaseEntry): boolean =>
  Object.keys(entry.reserved).length > 0 ||
  standingOf(account, entry.caseId).lines.some(({ held, reserved }) => held + reserved > 0)

/** Reserved and refunded of a component that lies in no slot. */
export const pursed = (entry: CaseEntry | undefined, component: Component): number =>
  entry === undefined ? 0 : (entry.reserved[component] ?? 0) + (entry.refunded[component] ?? 0)

/** What all cases, or all but one, have reserved or had refunded of such a component; for freight, withheld too. */
export const pursedByAll = (account: OrderAccount, component: Component, but?: string): number => {
  let sum = 0
  for (const entry of account.cases.values()) {
    if (entry.caseId === but) continue
    sum += pursed(entry, component)
    if (component === 'freight') sum += entry.withheldFreight
  }
  return sum
}
