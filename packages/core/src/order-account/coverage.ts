import { amountOf, type Amounts, type Component } from '../money/amounts.js'
import { backUnits, goodsOf, heldUnits, pursed } from './by-case.js'
import { amountsAsked, ofWholeOrder, unitsAsked, type Holding } from './holding.js'
import type { OrderAccount } from './state.js'

/** So much is asked and only so much held: units, or minor units of a component, of one line where it is one's. */
export interface Shortfall {
  readonly of: Component | 'units'
  readonly lineNo?: number
  readonly asked: number
  readonly held: number
}

/** Whether the account holds what a case asks (paid and back counts as held), and what is missing. */
export interface Coverage {
  readonly covered: boolean
  /** All that is missing but freight. */
  readonly short: ReadonlyArray<Shortfall>
  /** Freight that the case asks and that is not, or no longer, due to it. */
  readonly freight: Shortfall | undefined
}

export interface CoverageTerms {
  /** What the case is to be paid in all: the goods part may not exceed what is reserved for it and was refunded. */
  readonly amounts?: Amounts
  /** A ruling stands: what an earlier payment withheld may be paid too. */
  readonly ruling?: boolean
}

const shortOf = (of: Shortfall['of'], asked: number, held: number, lineNo?: number): ReadonlyArray<Shortfall> =>
  held >= asked ? [] : [{ of, asked, held, ...(lineNo === undefined ? {} : { lineNo }) }]

const goodsShort = (account: OrderAccount, holding: Holding, terms: CoverageTerms): ReadonlyArray<Shortfall> => {
  const { caseId, goods } = holding
  const of = (lineNos?: ReadonlyArray<number>): number =>
    goodsOf(account, caseId, 'reserved', lineNos) + goodsOf(account, caseId, 'refunded', lineNos)
  const inAll =
    terms.amounts === undefined
      ? []
      : shortOf(
          'goods',
          amountOf(terms.amounts, 'goods'),
          of() + (terms.ruling === true ? goodsOf(account, caseId, 'withheld') : 0),
        )
  switch (goods.from) {
    case 'units':
      return inAll
    case 'lines':
      return [
        ...[...amountsAsked(goods.amounts)].flatMap(([lineNo, amount]) =>
          shortOf('goods', amount, of([lineNo]), lineNo),
        ),
        ...inAll,
      ]
    case 'anyOf':
      return [
        ...shortOf('goods', goods.amount, of(goods.lineNos) + goodsOf(account, caseId, 'withheld', goods.lineNos)),
        ...inAll,
      ]
  }
}

/** A payment fault of a recorded order can claim no more than the order money that it holds. */
const fundsHeld = (account: OrderAccount, holding: Holding): number => {
  const entry = account.cases.get(holding.caseId)
  const funds = pursed(entry, 'funds')
  if (account.order === undefined || entry === undefined) return funds
  const goods = (['reserved', 'refunded', 'withheld'] as const).map((as) => goodsOf(account, holding.caseId, as))
  return Math.min(
    funds,
    goods.reduce((sum, amount) => sum + amount, pursed(entry, 'freight') + entry.withheldFreight),
  )
}

/** Whether the account holds all that the case asks: every Approved and PaymentStarted needs it (NOT_COVERED). */
export const coverage = (account: OrderAccount, asked: Holding, terms: CoverageTerms = {}): Coverage => {
  const holding = ofWholeOrder(asked)
  const { caseId } = holding
  const entry = account.cases.get(caseId)
  const short: ReadonlyArray<Shortfall> = [
    ...[...unitsAsked(holding.units)].flatMap(([lineNo, quantity]) => {
      const line = account.lines.get(lineNo)
      const held = line === undefined ? 0 : heldUnits(line, caseId) + backUnits(line, caseId)
      return shortOf('units', quantity, held, lineNo)
    }),
    ...goodsShort(account, holding, terms),
    ...shortOf('compensation', holding.compensation, pursed(entry, 'compensation')),
    ...shortOf('statutory', holding.statutory, pursed(entry, 'statutory')),
    ...shortOf('freightCompensation', holding.freightCompensation?.amount ?? 0, pursed(entry, 'freightCompensation')),
    ...shortOf('funds', holding.funds, fundsHeld(account, holding)),
  ]
  const [freight] = shortOf('freight', holding.freight, pursed(entry, 'freight'))
  return { covered: short.length === 0 && freight === undefined, short, freight }
}
