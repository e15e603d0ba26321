import type { YearMonth } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import { minus, totalOf } from '../../money/amounts.js'
import type { CaseEvent } from '../../refund-case/index.js'
import { voidsOf, type CaseCard } from '../case-rows/case-card.js'
import type { RefundsPayable } from './ledger.js'

/** What moved refunds payable in one currency, minor units. */
export type Movement = Omit<RefundsPayable, 'currency' | 'opening' | 'closing'>
type Kind = keyof Movement

/** What moved in one month between two cuts. Plain JSON, changed in place. */
export interface Movements {
  readonly dated: YearMonth
  /** How many cuts had been made before. */
  readonly cuts: number
  readonly currency: string
  readonly sums: { -readonly [K in Kind]: number }
}

const kinds: ReadonlyArray<Kind> = ['approved', 'voided', 'started', 'failed', 'reversed']

export const nothingMoved = (): Movements['sums'] => ({ approved: 0, voided: 0, started: 0, failed: 0, reversed: 0 })

/** Whether it is worth asking what the event moves: most move nothing. */
export const mayMove = (event: Stored<CaseEvent>): boolean => {
  switch (event.type) {
    case 'Approved':
    case 'Paid':
    case 'PaymentStarted':
    case 'PaymentFailed':
    case 'PaymentReversed':
      return true
    default:
      return voidsOf(event) !== undefined
  }
}

/** What an event moves, by the card as it was before: approved − voided − started + failed + reversed is payable. */
export const movedBy = (card: CaseCard, event: Stored<CaseEvent>, move: (kind: Kind, amount: number) => void): void => {
  switch (event.type) {
    case 'Approved':
      if (event.data.completes) move('approved', totalOf(minus(event.data.amounts, card.accrued)))
      break
    case 'Paid':
      if (event.data.posts !== undefined) move('approved', totalOf(event.data.posts))
      break
    case 'PaymentStarted':
      move('started', totalOf(event.data.amounts))
      break
    case 'PaymentFailed':
      move('failed', totalOf(event.data.amounts))
      break
    case 'PaymentReversed':
      move('reversed', totalOf(event.data.amounts))
      break
    default:
  }
  const voids = voidsOf(event)
  if (voids !== undefined) move('voided', totalOf(voids))
}

/** Refunds payable of a month, from all that moved by the month whose ledger it stands in. */
export const refundsPayableIn = (
  month: YearMonth,
  moved: Iterable<readonly [month: YearMonth, movements: Movements]>,
): ReadonlyArray<RefundsPayable> => {
  const byCurrency = new Map<string, { opening: number; sums: Movements['sums'] }>()
  for (const [standsIn, { currency, sums }] of moved) {
    if (standsIn > month) continue
    const sum = byCurrency.get(currency) ?? { opening: 0, sums: nothingMoved() }
    byCurrency.set(currency, sum)
    if (standsIn < month) sum.opening += changeOf(sums)
    else for (const kind of kinds) sum.sums[kind] += sums[kind]
  }
  const payable: Array<RefundsPayable> = []
  for (const [currency, { opening, sums }] of byCurrency)
    payable.push({ currency, opening, ...sums, closing: opening + changeOf(sums) })
  return payable.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

const changeOf = ({ approved, voided, started, failed, reversed }: Movement): number =>
  approved - voided - started + failed + reversed
