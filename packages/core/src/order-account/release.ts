import { linesNamed, reservedBy, type LineStanding, type Standing } from './by-case.js'
import { isEmpty, lineMove, purseBy, releasedEvent } from './event-of.js'
import type { LineMove, SlotRange, Stretch } from './events.js'
import { amountsAsked, unitsAsked, type Holding } from './holding.js'
import type { Step } from './step.js'
import { freeUnit, unitIs, unitsMoved, type LineSlots, type Run } from './slots.js'
import { allMoney, highestMoney, highestUnits, sumOf } from './take.js'
import { purseTarget } from './targets.js'

/** Stretches of reserved money by line number. */
type TooMuch = Map<number, ReadonlyArray<Stretch>>

/** Money reserved beyond a claim on these lines together, from the last line and the highest slot on. */
const beyondClaim = (
  lines: ReadonlyArray<LineStanding>,
  caseId: string,
  claim: number,
  withWithheld: boolean,
  into: TooMuch,
): void => {
  const spent = lines.reduce((sum, of) => sum + of.refunded + (withWithheld ? of.withheld : 0), 0)
  let excess = lines.reduce((sum, of) => sum + of.reserved, 0) - Math.max(0, claim - spent)
  for (const { line } of lines.toReversed()) {
    if (excess <= 0) return
    const stretches = highestMoney(line, reservedBy(caseId), excess)
    into.set(line.lineNo, stretches)
    excess -= sumOf(stretches)
  }
}

/** Reserved money that the claim does not ask for, by line. */
const moneyTooMuch = (standing: Standing, { caseId, goods }: Holding): TooMuch => {
  const tooMuch: TooMuch = new Map()
  switch (goods.from) {
    case 'units':
      return tooMuch
    case 'lines': {
      const asked = amountsAsked(goods.amounts)
      for (const of of standing.lines) beyondClaim([of], caseId, asked.get(of.line.lineNo) ?? 0, false, tooMuch)
      return tooMuch
    }
    case 'anyOf':
      beyondClaim(linesNamed(standing, goods.lineNos), caseId, goods.amount, true, tooMuch)
      for (const of of standing.lines)
        if (!goods.lineNos.includes(of.line.lineNo)) beyondClaim([of], caseId, 0, false, tooMuch)
      return tooMuch
  }
}

/** Reserved money in slots whose unit the case has not, or no longer. */
const moneyWithoutUnit = (line: LineSlots, caseId: string, given: ReadonlyArray<SlotRange>): ReadonlyArray<Stretch> => {
  const left = given.reduce((now, range) => unitsMoved(now, range, freeUnit), line)
  const hasUnit = (run: Run): boolean => unitIs(run, 'held', caseId) || unitIs(run, 'back', caseId)
  return allMoney(left, reservedBy(caseId), (run) => !hasUnit(run))
}

/** What the case has of the order's goods beyond its holding: the highest units, and the money that goes with them. */
const linesTooMuch = (standing: Standing, holding: Holding): ReadonlyArray<LineMove> => {
  if (holding.wholeOrder) return []
  const { caseId, goods } = holding
  const asked = unitsAsked(holding.units)
  const money = moneyTooMuch(standing, holding)
  return standing.lines.flatMap(({ line, held, back, loose }) => {
    const excess = Math.min(held, held + back - (asked.get(line.lineNo) ?? 0))
    const units = excess > 0 ? highestUnits(line, excess, (run) => unitIs(run, 'held', caseId)) : []
    if (goods.from !== 'units') return lineMove(line.lineNo, units, money.get(line.lineNo) ?? [])
    return lineMove(line.lineNo, units, excess > 0 || loose > 0 ? moneyWithoutUnit(line, caseId, units) : [])
  })
}

/** `Released`, where the case has more than its holding. */
export const release: Step = (account, holding, standing) => {
  const { entry } = standing
  if (entry === undefined) return []
  const purse = purseBy((component) => {
    const reserved = entry.reserved[component] ?? 0
    if (reserved === 0 || (component === 'freight' && holding.wholeOrder)) return 0
    return reserved - Math.max(0, purseTarget(account, standing, holding, component) - (entry.refunded[component] ?? 0))
  })
  const moves = { lines: linesTooMuch(standing, holding), purse }
  return isEmpty(moves) ? [] : [releasedEvent(holding, moves)]
}
