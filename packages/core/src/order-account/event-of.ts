import type { AccountEventOf, LineMove, LineRestored, LineSpent, Purse, SlotRange, Stretch } from './events.js'
import type { Holding } from './holding.js'
import { purseComponents, type PurseComponent } from './targets.js'

// Events as they are stored: nothing empty, no zero.

type Data<Type extends 'Reserved' | 'Released' | 'Consumed' | 'Restored'> = AccountEventOf<Type>['data']
type Followed = Pick<Holding, 'caseId' | 'caseRevision' | 'open'>

const followed = ({ caseId, caseRevision, open }: Followed): Followed => ({ caseId, caseRevision, open })

/** What `Reserved` says of the case, and what it takes. */
export const reservedEvent = (
  holding: Holding,
  moves: Pick<Data<'Reserved'>, 'lines' | 'purse' | 'ahead' | 'freightBasis'>,
): AccountEventOf<'Reserved'> => ({
  type: 'Reserved',
  data: {
    ...followed(holding),
    route: holding.route,
    ...(holding.parent === undefined ? {} : { parent: holding.parent }),
    ...(holding.freightCompensation === undefined ? {} : { freightOf: holding.freightCompensation.parent }),
    ...(holding.wholeOrder ? { wholeOrder: true } : {}),
    ...moves,
  },
})

export const releasedEvent = (
  holding: Followed,
  moves: Pick<Data<'Released'>, 'lines' | 'purse' | 'lapsed' | 'because'>,
): AccountEventOf<'Released'> => ({ type: 'Released', data: { ...followed(holding), ...moves } })

interface Spending<Line> {
  readonly lines: ReadonlyArray<Line>
  readonly purse: Purse
  readonly withheldFreight: number
}

const spending = <Line>({ lines, purse, withheldFreight }: Spending<Line>) => ({
  lines,
  purse,
  ...(withheldFreight > 0 ? { withheldFreight } : {}),
})

export const consumedEvent = (holding: Followed, moves: Spending<LineSpent>): AccountEventOf<'Consumed'> => ({
  type: 'Consumed',
  data: { ...followed(holding), ...spending(moves) },
})

export const restoredEvent = (holding: Followed, moves: Spending<LineRestored>): AccountEventOf<'Restored'> => ({
  type: 'Restored',
  data: { ...followed(holding), ...spending(moves) },
})

type Units = ReadonlyArray<SlotRange>
type Money = ReadonlyArray<Stretch>

export const lineMove = (lineNo: number, units: Units, money: Money): ReadonlyArray<LineMove> =>
  units.length + money.length === 0
    ? []
    : [{ lineNo, ...(units.length > 0 ? { units } : {}), ...(money.length > 0 ? { money } : {}) }]

export const lineRestored = (
  lineNo: number,
  units: Units,
  refunded: Money,
  withheld: Money,
): ReadonlyArray<LineRestored> =>
  units.length + refunded.length + withheld.length === 0
    ? []
    : [
        {
          lineNo,
          ...(units.length > 0 ? { units } : {}),
          ...(refunded.length > 0 ? { refunded } : {}),
          ...(withheld.length > 0 ? { withheld } : {}),
        },
      ]

export const lineSpent = (
  lineNo: number,
  units: Units,
  refunded: Money,
  withheld: Money,
  regained: Money,
): ReadonlyArray<LineSpent> => {
  const [line = { lineNo }] = lineRestored(lineNo, units, refunded, withheld)
  if (regained.length > 0) return [{ ...line, regained }]
  return Object.keys(line).length > 1 ? [line] : []
}

/** The amount of each component, where it is above zero. */
export const purseBy = (amount: (component: PurseComponent) => number): Purse => {
  const purse: { [C in PurseComponent]?: number } = {}
  for (const component of purseComponents) {
    const of = amount(component)
    if (of > 0) purse[component] = of
  }
  return purse
}

export const isEmpty = (moves: {
  readonly lines: ReadonlyArray<unknown>
  readonly purse: Purse
  readonly withheldFreight?: number
}): boolean => moves.lines.length === 0 && Object.keys(moves.purse).length === 0 && (moves.withheldFreight ?? 0) === 0
