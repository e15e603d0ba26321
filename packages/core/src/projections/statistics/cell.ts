import { caseOutcomes, type CaseOutcome, type Figures } from './figures.js'
import { Reason } from '../../vocabulary/index.js'
import { durationFigures, type Durations } from './durations.js'

/** What is counted of one group in one month. Plain JSON, changed in place by the projection that owns it. */
export interface Cell {
  requests: number
  readonly outcomes: Record<CaseOutcome, number>
  readonly reasons: Record<string, number>
  payments: number
  reversals: number
  readonly money: Record<string, { claimed: number; paid: number; reversed: number }>
  readonly toReview: Durations
  readonly toPaid: Durations
  disputes: number
  readonly scores: [number, number, number, number, number]
}

const noOutcomes = (): Record<CaseOutcome, number> => ({
  open: 0,
  paid: 0,
  disputedPaid: 0,
  declined: 0,
  withdrawn: 0,
  alternativeAccepted: 0,
  exchanged: 0,
  repaired: 0,
  fundsNotReceived: 0,
  closedUnpaid: 0,
})

export const emptyCell = (): Cell => ({
  requests: 0,
  outcomes: noOutcomes(),
  reasons: {},
  payments: 0,
  reversals: 0,
  money: {},
  toReview: {},
  toPaid: {},
  disputes: 0,
  scores: [0, 0, 0, 0, 0],
})

/** The sums of one currency in a cell. */
export const moneyIn = (cell: Cell, currency: string) => (cell.money[currency] ??= { claimed: 0, paid: 0, reversed: 0 })

const halfUp = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.floor((2 * numerator + denominator) / (2 * denominator))

/** The figures of several months of one group. */
export const figuresOf = (cells: ReadonlyArray<Cell>): Figures => {
  const outcomes = noOutcomes()
  const reasons = new Map<string, number>()
  const money = new Map<string, { currency: string; claimed: number; paid: number; reversed: number }>()
  const scores: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const sum = { requests: 0, payments: 0, reversals: 0, disputes: 0 }
  for (const cell of cells) {
    sum.requests += cell.requests
    sum.payments += cell.payments
    sum.reversals += cell.reversals
    sum.disputes += cell.disputes
    for (const outcome of caseOutcomes) outcomes[outcome] += cell.outcomes[outcome]
    for (const [reason, count] of Object.entries(cell.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
    for (const [currency, each] of Object.entries(cell.money)) {
      const total = money.get(currency) ?? { currency, claimed: 0, paid: 0, reversed: 0 }
      total.claimed += each.claimed
      total.paid += each.paid
      total.reversed += each.reversed
      money.set(currency, total)
    }
    for (const [at, count] of cell.scores.entries()) scores[at] = (scores[at] ?? 0) + count
  }
  const decided = sum.requests - outcomes.open
  const answers = scores.reduce((all, count) => all + count, 0)
  const points = scores.reduce((all, count, at) => all + count * (at + 1), 0)
  return {
    ...sum,
    outcomes,
    successPerMille: halfUp((outcomes.paid + outcomes.disputedPaid) * 1000, decided),
    reasons: [...reasons]
      .flatMap(([reason, count]) => (Reason.is(reason) && count > 0 ? [{ reason, count }] : []))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    money: [...money.values()]
      .filter(({ claimed, paid, reversed }) => claimed !== 0 || paid !== 0 || reversed !== 0)
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    toReview: durationFigures(cells.map(({ toReview }) => toReview)),
    toPaid: durationFigures(cells.map(({ toPaid }) => toPaid)),
    satisfaction: { count: answers, averageHundredths: halfUp(points * 100, answers), scores },
  }
}
