import { backUnits, heldUnits, refundedBy, reservedBy, withheldBy } from './by-case.js'
import { isEmpty, lineMove, purseBy, releasedEvent } from './event-of.js'
import type { LineMove, OrderAccountEvent, SlotRange, Stretch } from './events.js'
import { amountsAsked, unitsAsked, type Holding } from './holding.js'
import { freeUnit, unitIs, unitsMoved, type LineSlots, type Run } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, highestMoney, highestUnits, moneyIn, sumOf } from './take.js'
import { purseTarget } from './targets.js'

/** Units held beyond what is asked of the line, the highest first (§6-2). */
const unitsTooMany = (line: LineSlots, caseId: string, asked: number): ReadonlyArray<SlotRange> => {
  const excess = heldUnits(line, caseId) + backUnits(line, caseId) - asked
  return highestUnits(line, excess, (run) => unitIs(run, 'held', caseId))
}

/** Money reserved beyond a claim on these lines together, from the last line and the highest slot on. */
const moneyBeyond = (
  lines: ReadonlyArray<LineSlots>,
  caseId: string,
  claim: number,
  withWithheld: boolean,
): ReadonlyMap<number, ReadonlyArray<Stretch>> => {
  const spent = (line: LineSlots): number =>
    moneyIn(line, refundedBy(caseId)) + (withWithheld ? moneyIn(line, withheldBy(caseId)) : 0)
  const reserved = lines.reduce((sum, line) => sum + moneyIn(line, reservedBy(caseId)), 0)
  let excess = reserved - Math.max(0, claim - lines.reduce((sum, line) => sum + spent(line), 0))
  const beyond = new Map<number, ReadonlyArray<Stretch>>()
  for (const line of lines.toReversed()) {
    const stretches = highestMoney(line, reservedBy(caseId), excess)
    beyond.set(line.lineNo, stretches)
    excess -= sumOf(stretches)
  }
  return beyond
}

const hasUnit = (run: Run, caseId: string): boolean => unitIs(run, 'held', caseId) || unitIs(run, 'back', caseId)

/** Reserved money, by line, that the claim does not ask for. */
const moneyTooMuch = (
  lines: ReadonlyArray<LineSlots>,
  { caseId, goods }: Holding,
): ReadonlyMap<number, ReadonlyArray<Stretch>> => {
  switch (goods.from) {
    case 'units':
      return new Map(
        lines.map((line) => [line.lineNo, allMoney(line, reservedBy(caseId), (run) => !hasUnit(run, caseId))]),
      )
    case 'lines': {
      const asked = amountsAsked(goods.amounts)
      return new Map(lines.flatMap((line) => [...moneyBeyond([line], caseId, asked.get(line.lineNo) ?? 0, false)]))
    }
    case 'anyOf': {
      const byNo = new Map(lines.map((line) => [line.lineNo, line]))
      const named = [...new Set(goods.lineNos)].flatMap((lineNo) => byNo.get(lineNo) ?? [])
      const others = lines.filter((line) => !goods.lineNos.includes(line.lineNo))
      return new Map([...moneyBeyond(named, caseId, goods.amount, true), ...moneyBeyond(others, caseId, 0, false)])
    }
  }
}

/** What the case has of the order's goods beyond its holding. */
const tooMuch = (account: OrderAccount, holding: Holding): ReadonlyArray<LineMove> => {
  if (holding.wholeOrder) return []
  const { caseId } = holding
  const asked = unitsAsked(holding.units)
  const lines = [...account.lines.values()]
  const units = lines.map((line) => unitsTooMany(line, caseId, asked.get(line.lineNo) ?? 0))
  const left = lines.map((line, index) =>
    (units[index] ?? []).reduce((now, range) => unitsMoved(now, range, freeUnit), line),
  )
  const money = moneyTooMuch(left, holding)
  return left.flatMap(({ lineNo }, index) => lineMove(lineNo, units[index] ?? [], money.get(lineNo) ?? []))
}

/** `Released`, where the case has more than its holding: the highest slots first. */
export const release = (account: OrderAccount, holding: Holding): ReadonlyArray<OrderAccountEvent> => {
  const entry = account.cases.get(holding.caseId)
  if (entry === undefined) return []
  const lines = tooMuch(account, holding)
  const purse = purseBy((component) => {
    if (component === 'freight' && holding.wholeOrder) return 0
    const target = purseTarget(account, holding, component)
    const refunded = entry.refunded[component] ?? 0
    return (entry.reserved[component] ?? 0) - Math.max(0, target - refunded)
  })
  const moves = { lines, purse }
  return isEmpty(moves) ? [] : [releasedEvent(holding, moves)]
}
