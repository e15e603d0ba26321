import {
  components,
  type Amounts,
  type CaseEvent,
  type Component,
  type LedgerAccount,
  type OrderAccountEvent,
  type Posting,
  type Stored,
} from '@refund-case/core'

// Sums kept beside the library's own folds, so that what those forbid is not taken on their word.

type Signed = { readonly [C in Component]?: number }

const added = (sum: Signed, amounts: Amounts, sign: 1 | -1): Signed => {
  const next: { [C in Component]?: number } = {}
  for (const component of components) {
    const value = (sum[component] ?? 0) + sign * (amounts[component] ?? 0)
    if (value !== 0) next[component] = value
  }
  return next
}

/** Refunds payable by component: approved − started + failed + reversed (model §6). */
export const payableAfter = (payable: Signed, event: Stored<CaseEvent>): Signed => {
  const data = event.data
  const voids = 'voids' in data ? data.voids : undefined
  const left = voids === undefined ? payable : added(payable, voids, -1)
  switch (event.type) {
    case 'Approved':
      return event.data.completes ? added(left, event.data.amounts, 1) : left
    case 'Paid':
      return event.data.posts === undefined ? left : added(left, event.data.posts, 1)
    case 'PaymentStarted':
      return added(left, event.data.amounts, -1)
    case 'PaymentFailed':
    case 'PaymentReversed':
      return added(left, event.data.amounts, 1)
    default:
      return left
  }
}

/** Σ Paid − Σ Reversed by component. */
export const paidAfter = (paid: Signed, event: Stored<CaseEvent>): Signed => {
  if (event.type === 'Paid') return added(paid, event.data.amounts, 1)
  return event.type === 'PaymentReversed' ? added(paid, event.data.amounts, -1) : paid
}

export type Balances = ReadonlyMap<LedgerAccount, number>

/** Balances with debits counted up and credits down. */
export const balancesAfter = (balances: Balances, postings: ReadonlyArray<Posting>): Balances => {
  const next = new Map(balances)
  for (const { account, side, amount } of postings)
    next.set(account, (next.get(account) ?? 0) + (side === 'debit' ? amount : -amount))
  return next
}

/** One line of an order by what became of its money and units, or the order's freight. */
export interface Purse {
  readonly most: number
  readonly units: number
  readonly reserved: number
  readonly refunded: number
  readonly withheld: number
  readonly held: number
  readonly back: number
}

/** By line number; 0 is outbound freight. */
export type Purses = ReadonlyMap<number, Purse>
export const freightPurse = 0

const empty = (most: number, units: number): Purse => ({
  most,
  units,
  reserved: 0,
  refunded: 0,
  withheld: 0,
  held: 0,
  back: 0,
})

const sumOf = (stretches: ReadonlyArray<{ readonly amount: number }> = []): number =>
  stretches.reduce((sum, { amount }) => sum + amount, 0)
const unitsIn = (ranges: ReadonlyArray<{ readonly from: number; readonly to: number }> = []): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)

type Moves = { readonly [Name in 'reserved' | 'refunded' | 'withheld' | 'held' | 'back']?: number }

const movesOf = (event: OrderAccountEvent): ReadonlyArray<readonly [number, Moves]> => {
  switch (event.type) {
    case 'Reserved':
    case 'Released': {
      const sign = event.type === 'Reserved' ? 1 : -1
      const lines = event.data.lines.map(({ lineNo, money, units }): readonly [number, Moves] => [
        lineNo,
        { reserved: sign * sumOf(money), held: sign * unitsIn(units) },
      ])
      return [...lines, [freightPurse, { reserved: sign * (event.data.purse.freight ?? 0) }]]
    }
    case 'Consumed':
    case 'Restored': {
      const sign = event.type === 'Consumed' ? 1 : -1
      const lines = event.data.lines.map((line): readonly [number, Moves] => {
        const regained = 'regained' in line ? sumOf(line.regained) : 0
        const refunded = sumOf(line.refunded)
        const withheld = sumOf(line.withheld)
        return [
          line.lineNo,
          {
            reserved: -sign * (refunded + withheld),
            refunded: sign * refunded + regained,
            withheld: sign * withheld - regained,
            held: -sign * unitsIn(line.units),
            back: sign * unitsIn(line.units),
          },
        ]
      })
      const paid = event.data.purse.freight ?? 0
      const kept = event.data.withheldFreight ?? 0
      return [
        ...lines,
        [freightPurse, { reserved: -sign * (paid + kept), refunded: sign * paid, withheld: sign * kept }],
      ]
    }
    default:
      return []
  }
}

export const pursesAfter = (purses: Purses, event: OrderAccountEvent): Purses => {
  const next = new Map(purses)
  if (event.type === 'OrderRecorded') {
    for (const { lineNo, net, quantity } of event.data.lines) next.set(lineNo, empty(net, quantity))
    next.set(freightPurse, empty(event.data.freight, 0))
  }
  for (const [lineNo, moves] of movesOf(event)) {
    const purse = next.get(lineNo) ?? empty(0, 0)
    next.set(lineNo, {
      ...purse,
      reserved: purse.reserved + (moves.reserved ?? 0),
      refunded: purse.refunded + (moves.refunded ?? 0),
      withheld: purse.withheld + (moves.withheld ?? 0),
      held: purse.held + (moves.held ?? 0),
      back: purse.back + (moves.back ?? 0),
    })
  }
  return next
}

/** Whether no more is reserved, refunded and withheld than there was, and nothing is less than nothing. */
export const isSound = ({ most, units, reserved, refunded, withheld, held, back }: Purse): boolean =>
  reserved + refunded + withheld <= most &&
  held + back <= units &&
  [reserved, refunded, withheld, held, back].every((amount) => amount >= 0)
