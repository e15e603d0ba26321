import { linesNamed, pursed, pursedByAll, reservedBy, type LineStanding, type Standing } from './by-case.js'
import { lineMove, purseBy } from './event-of.js'
import type { LineMove, Purse } from './events.js'
import { freeFreight } from './free.js'
import { amountsAsked, unitsAsked, type Holding } from './holding.js'
import { moneyMoved, unitIs, unitsMoved, type Run } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, lowestMoney, lowestUnits, sumOf } from './take.js'
import { paidGoods, paidPurse, purseTarget, takesWholeOrder, type PurseComponent } from './targets.js'

/** What growing may take besides units, goods money and what a ruling adds by law. */
export interface GrowthTerms {
  /** Freight is reserved by a review, an adjustment or a ruling only, never by `settle` (§6-3). */
  readonly freight: boolean
  /** All that compensation of the order may come to, over all its cases; minor units. */
  readonly compensationCap: number
}

export interface Growth {
  readonly lines: ReadonlyArray<LineMove>
  readonly purse: Purse
}

const isFree = (run: Run): boolean => unitIs(run, 'free')

const wholeLine = ({ line, freeUnits, freeMoney }: LineStanding): ReadonlyArray<LineMove> =>
  freeUnits + freeMoney === 0 ? [] : lineMove(line.lineNo, lowestUnits(line, freeUnits, isFree), allMoney(line, 'free'))

/** The money that a claim on lines still lacks, by line; less where less is free. */
const moneyMissing = (standing: Standing, { goods }: Holding): ReadonlyMap<number, number> => {
  const missing = new Map<number, number>()
  if (goods.from === 'lines') {
    const asked = amountsAsked(goods.amounts)
    for (const { line, reserved, refunded } of standing.lines)
      missing.set(line.lineNo, (asked.get(line.lineNo) ?? 0) - reserved - refunded)
  }
  if (goods.from === 'anyOf') {
    const lines = linesNamed(standing, goods.lineNos)
    let left = lines.reduce((sum, of) => sum - of.reserved - of.refunded - of.withheld, goods.amount)
    for (const { line, freeMoney } of lines) {
      missing.set(line.lineNo, Math.min(left, freeMoney))
      left -= Math.min(Math.max(0, left), freeMoney)
    }
  }
  return missing
}

const linesGrown = (standing: Standing, holding: Holding): ReadonlyArray<LineMove> => {
  const { caseId, goods } = holding
  const asked = unitsAsked(holding.units)
  const missing = moneyMissing(standing, holding)
  return standing.lines.flatMap(({ line, held, back, freeUnits, freeOfHeld }) => {
    const units = Math.min(freeUnits, (asked.get(line.lineNo) ?? 0) - held - back)
    const money = missing.get(line.lineNo) ?? 0
    if (units <= 0 && money <= 0 && (goods.from !== 'units' || freeOfHeld === 0)) return []
    const ranges = lowestUnits(line, units, isFree)
    const now = ranges.reduce((so, range) => unitsMoved(so, range, { state: 'held', by: caseId }), line)
    const stretches =
      goods.from === 'units'
        ? allMoney(now, 'free', (run) => unitIs(run, 'held', caseId))
        : lowestMoney(now, 'free', money)
    return lineMove(line.lineNo, ranges, stretches)
  })
}

/** Money that has gone out counts as the case's wherever it is still free: nobody else may have it. */
const withPaid = (standing: Standing, holding: Holding, moves: ReadonlyArray<LineMove>): ReadonlyArray<LineMove> => {
  const { reserved, refunded, withheld } = standing
  const taken = moves.reduce((sum, { money = [] }) => sum + sumOf(money), 0)
  let missing = paidGoods(standing, holding) - reserved - refunded - withheld - taken
  if (missing <= 0) return moves
  const more = new Map(moves.map((move) => [move.lineNo, move]))
  for (const { line } of standing.lines) {
    const { units = [], money = [] } = more.get(line.lineNo) ?? {}
    const now = money.reduce((so, stretch) => moneyMoved(so, stretch, 'free', reservedBy(holding.caseId)), line)
    const gone = lowestMoney(now, 'free', missing)
    missing -= sumOf(gone)
    for (const move of lineMove(line.lineNo, units, [...money, ...gone])) more.set(line.lineNo, move)
  }
  return [...more.values()]
}

/** Another case has the freight of this return reserved, or was paid it. */
export const freightCompensated = (account: OrderAccount, { caseId, freightCompensation }: Holding): boolean =>
  [...account.cases.values()].some(
    (entry) =>
      entry.caseId !== caseId &&
      entry.freightOf === freightCompensation?.parent &&
      pursed(entry, 'freightCompensation') > 0,
  )

/** How much more of a component may be reserved. */
const room = (account: OrderAccount, holding: Holding, terms: GrowthTerms, component: PurseComponent): number => {
  switch (component) {
    case 'freight':
      return terms.freight ? freeFreight(account) : 0
    case 'compensation':
      return Math.max(0, terms.compensationCap - pursedByAll(account, 'compensation'))
    case 'freightCompensation':
      return freightCompensated(account, holding) ? 0 : Number.MAX_SAFE_INTEGER
    case 'statutory':
    case 'funds':
      return Number.MAX_SAFE_INTEGER
  }
}

/**
 * What a case takes in addition towards its holding, as far as it is free: the lowest free units and all their money,
 * or the money it claims from the lowest slots. It gives nothing back.
 */
export const growth = (account: OrderAccount, standing: Standing, holding: Holding, terms: GrowthTerms): Growth => {
  const whole = takesWholeOrder(holding)
  const lines = whole ? standing.lines.flatMap(wholeLine) : linesGrown(standing, holding)
  const purse = purseBy((component) => {
    if (component === 'freight' && whole) return freeFreight(account)
    const had = pursed(standing.entry, component)
    const missing = purseTarget(account, standing, holding, component) - had
    if (missing <= 0) return 0
    const gone = paidPurse(standing, holding, component) - had
    const paidAlready = component === 'freight' ? Math.min(gone, freeFreight(account)) : gone
    return Math.min(missing, Math.max(room(account, holding, terms, component), paidAlready))
  })
  return { lines: withPaid(standing, holding, lines), purse }
}
