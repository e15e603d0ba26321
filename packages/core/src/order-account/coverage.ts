import { amountOf, type Amounts, type Component } from '../money/amounts.js'
import { linesNamed, pursed, standingOf, type Standing } from './by-case.js'
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

/** What of a line, or of several, is reserved and was refunded. */
const standingFor = (of: { readonly reserved: number; readonly refunded: number }): number => of.reserved + of.refunded

const claimShort = (standing: Standing, { goods }: Holding): ReadonlyArray<Shortfall> => {
  if (goods.from === 'lines')
    return [...amountsAsked(goods.amounts)].flatMap(([lineNo, amount]) => {
      const [line] = linesNamed(standing, [lineNo])
      return shortOf('goods', amount, line === undefined ? 0 : standingFor(line), lineNo)
    })
  if (goods.from === 'units') return []
  const lines = linesNamed(standing, goods.lineNos)
  return shortOf(
    'goods',
    goods.amount,
    lines.reduce((sum, line) => sum + standingFor(line) + line.withheld, 0),
  )
}

const unitsShort = (standing: Standing, { units }: Holding): ReadonlyArray<Shortfall> =>
  [...unitsAsked(units)].flatMap(([lineNo, quantity]) => {
    const [line] = linesNamed(standing, [lineNo])
    return shortOf('units', quantity, line === undefined ? 0 : line.held + line.back, lineNo)
  })

/** What is to be paid of goods in all, against what the account has for it. */
const amountShort = (standing: Standing, { amounts, ruling = false }: CoverageTerms): ReadonlyArray<Shortfall> =>
  amounts === undefined
    ? []
    : shortOf('goods', amountOf(amounts, 'goods'), standingFor(standing) + (ruling ? standing.withheld : 0))

/** A payment fault of a recorded order can claim no more than the order money that it holds. */
const fundsHeld = (account: OrderAccount, { entry, reserved, refunded, withheld }: Standing): number => {
  const funds = pursed(entry, 'funds')
  if (account.order === undefined || entry === undefined) return funds
  return Math.min(funds, reserved + refunded + withheld + pursed(entry, 'freight') + entry.withheldFreight)
}

/** Whether the account holds all that the case asks: every Approved and PaymentStarted needs it (NOT_COVERED). */
export const coverage = (account: OrderAccount, asked: Holding, terms: CoverageTerms = {}): Coverage => {
  const holding = ofWholeOrder(asked, account.lines.keys())
  const standing = standingOf(account, holding.caseId)
  const { entry } = standing
  const short: ReadonlyArray<Shortfall> = [
    ...unitsShort(standing, holding),
    ...claimShort(standing, holding),
    ...amountShort(standing, terms),
    ...shortOf('compensation', holding.compensation, pursed(entry, 'compensation')),
    ...shortOf('statutory', holding.statutory, pursed(entry, 'statutory')),
    ...shortOf('freightCompensation', holding.freightCompensation?.amount ?? 0, pursed(entry, 'freightCompensation')),
    ...shortOf('funds', holding.funds, fundsHeld(account, standing)),
  ]
  const [freight] = shortOf('freight', holding.freight, pursed(entry, 'freight'))
  return { covered: short.length === 0 && freight === undefined, short, freight }
}
