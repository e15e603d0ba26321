import type { Amounts } from '../money/amounts.js'
import type { Fault, Route } from '../vocabulary/index.js'

export interface LineQuantity {
  readonly lineNo: number
  readonly quantity: number
}

export interface LineAmount {
  readonly lineNo: number
  readonly amount: number
}

/**
 * Where the goods money of a case comes from.
 * - `units`: all free money of the units it holds (goods that come back, or never left)
 * - `lines`: so much of each line, lowest slot first (goods kept)
 * - `anyOf`: so much of these lines together, first line and lowest slot first (a ruling that leaves the goods with the
 *   customer)
 */
export type GoodsClaim =
  | { readonly from: 'units' }
  | { readonly from: 'lines'; readonly amounts: ReadonlyArray<LineAmount> }
  | { readonly from: 'anyOf'; readonly lineNos: ReadonlyArray<number>; readonly amount: number }

/**
 * What one case asks of the account of its order: a pure function of the case's events. `settle` brings the account
 * to it.
 */
export interface Holding {
  readonly caseId: string
  /** The last revision of the case stream that this follows. */
  readonly caseRevision: number
  readonly route: Route
  /** Declined, withdrawn, lapsed and closed cases are not open. */
  readonly open: boolean
  /** The units it holds; once paid they are back, if it spends units. */
  readonly units: ReadonlyArray<LineQuantity>
  readonly goods: GoodsClaim
  /** A payment fault holds whatever is free of the order, if one is recorded. */
  readonly wholeOrder: boolean
  readonly freight: number
  readonly compensation: number
  readonly statutory: number
  readonly funds: number
  readonly freightCompensation: { readonly parent: string; readonly amount: number } | undefined
  /** Σ Paid − Σ Reversed, by component. */
  readonly paid: Amounts
  /** Whether a payment spends the held units whole (a return) or only money (goods kept, a price difference). */
  readonly spendsUnits: boolean
  readonly judged: { readonly route: Route; readonly fault: Fault } | undefined
  /** Payment fault: what FundsChecked(received) confirmed. */
  readonly fundsConfirmed: number | undefined
  /** The case it belongs to; the compensation routes duplicate only an open case of the same route and parent. */
  readonly parent?: string | undefined
  /**
   * A payment attempt is started or unknown: freight that rests on the other cases of the order is then not taken from
   * it when one of those ends unpaid.
   */
  readonly paying?: boolean
}

/** Units by line, each line once. */
export const unitsAsked = (units: ReadonlyArray<LineQuantity>): ReadonlyMap<number, number> => {
  const asked = new Map<number, number>()
  for (const { lineNo, quantity } of units) asked.set(lineNo, (asked.get(lineNo) ?? 0) + quantity)
  return asked
}

/** Amounts by line, each line once. */
export const amountsAsked = (amounts: ReadonlyArray<LineAmount>): ReadonlyMap<number, number> => {
  const asked = new Map<number, number>()
  for (const { lineNo, amount } of amounts) asked.set(lineNo, (asked.get(lineNo) ?? 0) + amount)
  return asked
}

/**
 * The same holding as this account reads it: of a payment fault without the lines it may name, since it holds whatever
 * is free of all of them; and of a ruling for goods money in a case without lines, from any line.
 */
export const ofWholeOrder = (holding: Holding, lineNos: Iterable<number>): Holding => {
  if (holding.wholeOrder) return { ...holding, units: [], goods: { from: 'lines', amounts: [] } }
  const { goods } = holding
  return goods.from === 'anyOf' && goods.lineNos.length === 0
    ? { ...holding, goods: { ...goods, lineNos: [...lineNos] } }
    : holding
}

/** What a case holds that asks for nothing and was paid nothing. */
export const nothingHeld = (caseId: string, caseRevision: number, route: Route): Holding => ({
  caseId,
  caseRevision,
  route,
  open: false,
  units: [],
  goods: { from: 'lines', amounts: [] },
  wholeOrder: false,
  freight: 0,
  compensation: 0,
  statutory: 0,
  funds: 0,
  freightCompensation: undefined,
  paid: {},
  spendsUnits: false,
  judged: undefined,
  fundsConfirmed: undefined,
})
