import { backUnits, goodsOf, heldUnits, pursed, refundedBy, reservedBy, withheldBy } from './by-case.js'
import { lineMove, purseBy } from './event-of.js'
import type { LineMove, Purse, SlotRange, Stretch } from './events.js'
import { freeFreight } from './free.js'
import { amountsAsked, unitsAsked, type Holding } from './holding.js'
import { moneyMoved, unitIs, unitsMoved, type LineSlots } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, lowestMoney, lowestUnits, moneyIn, sumOf } from './take.js'
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

/** The lines as they are while a case takes from them, and what it took. */
const taking = (account: OrderAccount, caseId: string) => {
  const lines = new Map(account.lines)
  const taken = new Map<number, { units: ReadonlyArray<SlotRange>; money: ReadonlyArray<Stretch> }>()
  const line = (lineNo: number): LineSlots | undefined => lines.get(lineNo)
  const keep = (now: LineSlots, units: ReadonlyArray<SlotRange>, money: ReadonlyArray<Stretch>): number => {
    const before = taken.get(now.lineNo) ?? { units: [], money: [] }
    if (units.length + money.length > 0)
      taken.set(now.lineNo, { units: [...before.units, ...units], money: [...before.money, ...money] })
    const held = units.reduce((so, range) => unitsMoved(so, range, { state: 'held', by: caseId }), now)
    lines.set(
      now.lineNo,
      money.reduce((so, stretch) => moneyMoved(so, stretch, 'free', reservedBy(caseId)), held),
    )
    return sumOf(money)
  }
  return { line, keep, taken: () => taken, lines: () => lines }
}
type Taking = ReturnType<typeof taking>

const takeUnits = (account: OrderAccount, { caseId, units, goods }: Holding, now: Taking): void => {
  for (const [lineNo, quantity] of unitsAsked(units)) {
    const line = now.line(lineNo)
    if (line === undefined) continue
    const missing = quantity - heldUnits(line, caseId) - backUnits(line, caseId)
    now.keep(
      line,
      lowestUnits(line, missing, (run) => unitIs(run, 'free')),
      [],
    )
  }
  if (goods.from !== 'units') return
  for (const lineNo of account.lines.keys()) {
    const line = now.line(lineNo)
    if (line === undefined) continue
    now.keep(
      line,
      [],
      allMoney(line, 'free', (run) => unitIs(run, 'held', caseId)),
    )
  }
}

const takeWholeOrder = (account: OrderAccount, now: Taking): void => {
  for (const line of account.lines.values())
    now.keep(
      line,
      lowestUnits(line, line.quantity, (run) => unitIs(run, 'free')),
      allMoney(line, 'free'),
    )
}

const takeAmount = (amount: number, lineNos: Iterable<number>, now: Taking): void => {
  let missing = amount
  for (const lineNo of lineNos) {
    const line = now.line(lineNo)
    if (line !== undefined && missing > 0) missing -= now.keep(line, [], lowestMoney(line, 'free', missing))
  }
}

const has = (line: LineSlots | undefined, caseId: string): number =>
  line === undefined ? 0 : moneyIn(line, reservedBy(caseId)) + moneyIn(line, refundedBy(caseId))

const takeClaims = (account: OrderAccount, { caseId, goods }: Holding, now: Taking): void => {
  if (goods.from === 'lines')
    for (const [lineNo, amount] of amountsAsked(goods.amounts))
      takeAmount(amount - has(now.line(lineNo), caseId), [lineNo], now)
  if (goods.from === 'anyOf') {
    const lineNos = new Set(goods.lineNos)
    const had = [...lineNos].reduce((sum, lineNo) => sum + has(now.line(lineNo), caseId), 0)
    takeAmount(goods.amount - had - goodsOf(account, caseId, 'withheld', lineNos), lineNos, now)
  }
}

/** Money that has gone out counts as the case's wherever it is still free: nobody else may have it. */
const takePaid = (account: OrderAccount, holding: Holding, now: Taking): void => {
  const { caseId, units, goods } = holding
  let missing = paidGoods(account, holding)
  for (const line of now.lines().values()) missing -= has(line, caseId) + moneyIn(line, withheldBy(caseId))
  if (missing <= 0) return
  const claimed =
    goods.from === 'anyOf' ? goods.lineNos : goods.from === 'lines' ? goods.amounts.map((a) => a.lineNo) : []
  takeAmount(missing, new Set([...units.map((line) => line.lineNo), ...claimed, ...account.lines.keys()]), now)
}

/** Another case has the freight of this return reserved, or was paid it. */
export const freightCompensated = (account: OrderAccount, holding: Holding): boolean =>
  [...account.cases.values()].some(
    (entry) =>
      entry.caseId !== holding.caseId &&
      entry.freightOf === holding.freightCompensation?.parent &&
      pursed(entry, 'freightCompensation') > 0,
  )

/** How much more of a component may be reserved. */
const room = (account: OrderAccount, holding: Holding, terms: GrowthTerms, component: PurseComponent): number => {
  switch (component) {
    case 'freight':
      return terms.freight ? freeFreight(account) : 0
    case 'compensation': {
      const used = [...account.cases.values()].reduce((sum, entry) => sum + pursed(entry, 'compensation'), 0)
      return Math.max(0, terms.compensationCap - used)
    }
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
export const growth = (account: OrderAccount, holding: Holding, terms: GrowthTerms): Growth => {
  const { caseId } = holding
  const whole = takesWholeOrder(account, holding)
  const now = taking(account, caseId)
  if (whole) takeWholeOrder(account, now)
  takeUnits(account, holding, now)
  takeClaims(account, holding, now)
  takePaid(account, holding, now)
  const lines = [...now.taken()].flatMap(([lineNo, { units, money }]) => lineMove(lineNo, units, money))
  const entry = account.cases.get(caseId)
  const purse = purseBy((component) => {
    const had = pursed(entry, component)
    if (component === 'freight' && whole) return freeFreight(account)
    const gone = paidPurse(account, holding, component) - had
    const spare = component === 'freight' ? Math.min(gone, freeFreight(account)) : gone
    return Math.min(
      purseTarget(account, holding, component) - had,
      Math.max(room(account, holding, terms, component), spare),
    )
  })
  return { lines, purse }
}
