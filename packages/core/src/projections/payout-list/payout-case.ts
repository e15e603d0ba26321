import type { Instant } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import { totalOf } from '../../money/amounts.js'
import type { CaseEvent } from '../../refund-case/index.js'
import { updateCard, type CaseCard, type CaseDetails } from '../case-rows/case-card.js'
import type { PaymentMethod } from '../../vocabulary/index.js'
import type { PayoutRow } from './payout-list.js'

/** How the payment of a case stood from an instant on; `settled`: nothing is to be paid. Plain JSON. */
export interface PayoutChange {
  readonly status: PayoutRow['status'] | 'settled'
  readonly at: Instant
  readonly amount: number
  readonly details: CaseDetails
  readonly attempt: number | null
  readonly method: PaymentMethod | null
  readonly reference: string | null
  readonly voucherNo: string | null
}

/** What the payout lists remember of a case, changed in place. Plain JSON. */
export interface PayoutCase {
  readonly card: CaseCard
  /** What is on its way and what has arrived, minor units. */
  inFlight: number
  netPaid: number
  readonly changes: Array<PayoutChange>
  /** The bank's lines, each with the number of its attempt. */
  readonly bankLines: Array<{ readonly attempt: number; readonly reference: string }>
}

export const payoutCase = (card: CaseCard): PayoutCase => ({
  card,
  inFlight: 0,
  netPaid: 0,
  changes: [],
  bankLines: [],
})

const unstarted = ({ card }: PayoutCase, status: 'due' | 'settled', at: Instant, amount: number): PayoutChange => ({
  status,
  at,
  amount,
  details: card.details,
  attempt: null,
  method: null,
  reference: null,
  voucherNo: null,
})

/** What became of the attempt that was started or paid last. */
const became = (known: PayoutCase, status: 'unknown' | 'failed', at: Instant): PayoutChange => {
  const last = known.changes.at(-1)
  return {
    status,
    at,
    amount: last?.amount ?? 0,
    details: last?.details ?? known.card.details,
    attempt: last?.attempt ?? null,
    method: last?.method ?? null,
    reference: last?.reference ?? null,
    voucherNo: last?.voucherNo ?? null,
  }
}

/** Takes one more event of the case. */
export const takeOnto = (known: PayoutCase, event: Stored<CaseEvent>): void => {
  const accrued = known.card.accrued
  updateCard(known.card, event)
  const { occurredAt: at } = event.meta
  switch (event.type) {
    case 'PaymentStarted': {
      const { amounts, attempt, method, reference = null } = event.data
      const amount = totalOf(amounts)
      known.inFlight += amount
      const { details } = known.card
      known.changes.push({ status: 'started', at, amount, details, attempt, method, reference, voucherNo: null })
      return
    }
    case 'PaymentUnknown':
      known.changes.push(became(known, 'unknown', at))
      return
    case 'PaymentFailed':
      known.inFlight -= totalOf(event.data.amounts)
      known.changes.push(became(known, 'failed', at))
      break
    case 'Paid': {
      const { amounts, attempt, method, reference, voucherNo } = event.data
      const amount = totalOf(amounts)
      known.inFlight -= amount
      known.netPaid += amount
      const { details } = known.card
      known.changes.push({ status: 'paid', at, amount, details, attempt, method, reference, voucherNo })
      break
    }
    case 'PaymentReversed':
      known.netPaid -= totalOf(event.data.amounts)
      break
    case 'BankLineMatched':
      known.bankLines.push({ attempt: event.data.attempt, reference: event.data.lineReference })
      return
    default:
      if (known.card.accrued === accrued) return
  }
  const due = totalOf(known.card.accrued) - known.inFlight - known.netPaid
  const last = known.changes.at(-1)
  if (due > 0 && known.inFlight === 0) known.changes.push(unstarted(known, 'due', at, due))
  else if (last?.status === 'due') known.changes.push(unstarted(known, 'settled', at, 0))
}
