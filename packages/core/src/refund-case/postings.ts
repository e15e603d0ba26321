import type { Stored } from '../eventsourcing/decider.js'
import { amountOf, components, minus, totalOf, type Amounts, type Component } from '../money/amounts.js'
import type { CaseEvent } from './events/index.js'
import type { CaseState } from './state.js'

/** The accounts of the double entry (model §6). */
export type LedgerAccount =
  | 'returns'
  | 'compensation'
  | 'freightCompensation'
  | 'fundsInSuspense'
  | 'refundsPayable'
  | 'channelClearing'
  | 'merchantDeposit'
  | 'bank'

/** One line of a journal entry, minor units. */
export interface Posting {
  readonly account: LedgerAccount
  readonly side: 'debit' | 'credit'
  readonly amount: number
}

const accountFor: { readonly [C in Component]: LedgerAccount } = {
  goods: 'returns',
  freight: 'returns',
  compensation: 'compensation',
  statutory: 'compensation',
  freightCompensation: 'freightCompensation',
  funds: 'fundsInSuspense',
}

const entry = (debit: LedgerAccount, credit: LedgerAccount, amount: number): ReadonlyArray<Posting> =>
  amount === 0
    ? []
    : [
        { account: debit, side: 'debit', amount },
        { account: credit, side: 'credit', amount },
      ]

const approvedEntry = (amounts: Amounts): ReadonlyArray<Posting> => {
  const byAccount = new Map<LedgerAccount, number>()
  for (const component of components) {
    const account = accountFor[component]
    byAccount.set(account, (byAccount.get(account) ?? 0) + amountOf(amounts, component))
  }
  const debits = [...byAccount].flatMap(([account, amount]): ReadonlyArray<Posting> =>
    amount === 0 ? [] : [{ account, side: 'debit', amount }],
  )
  const total = totalOf(amounts)
  return total === 0 ? [] : [...debits, { account: 'refundsPayable', side: 'credit', amount: total }]
}

const reversed = (postings: ReadonlyArray<Posting>): ReadonlyArray<Posting> =>
  postings.map((posting) => ({ ...posting, side: posting.side === 'debit' ? 'credit' : 'debit' }))

const clearing = (fromDeposit: boolean): LedgerAccount => (fromDeposit ? 'merchantDeposit' : 'channelClearing')

/** What earlier approvals posted and nothing took back: a new one posts what is more. */
const accruedBy = (before: CaseState): Amounts => (before.kind === 'case' ? before.accrued : {})

/** How an attempt was paid, as the state before the event knows it. */
const fromDeposit = (before: CaseState, attempt: number): boolean =>
  before.kind === 'case' && before.attempts[attempt - 1]?.method === 'merchantDeposit'

/**
 * What an event posts, debits equal to credits. `before` is the state it met. Refunds payable of a case are then
 * approved − started + failed + reversed, and never below zero.
 */
export const postingsOf = (before: CaseState, event: Stored<CaseEvent>): ReadonlyArray<Posting> => {
  switch (event.type) {
    case 'Approved':
      return event.data.completes ? approvedEntry(minus(event.data.amounts, accruedBy(before))) : []
    case 'PaymentStarted':
      return entry('refundsPayable', clearing(event.data.method === 'merchantDeposit'), totalOf(event.data.amounts))
    case 'PaymentFailed': {
      const { attempt, amounts } = event.data
      return [
        ...entry(clearing(fromDeposit(before, attempt)), 'refundsPayable', totalOf(amounts)),
        ...reversed(approvedEntry(event.data.voids ?? {})),
      ]
    }
    case 'Paid':
      return event.data.posts === undefined ? [] : approvedEntry(event.data.posts)
    case 'PaymentReversed': {
      const { attempt, amounts, bankLine } = event.data
      const deposit = fromDeposit(before, attempt)
      const total = totalOf(amounts)
      return [
        ...entry(clearing(deposit), 'refundsPayable', total),
        ...(bankLine === undefined ? [] : entry('bank', 'channelClearing', total)),
        ...reversed(approvedEntry(event.data.voids ?? {})),
      ]
    }
    case 'BankLineMatched':
      return entry('channelClearing', 'bank', event.data.amount)
    case 'Reviewed':
    case 'RouteChanged':
    case 'Withdrawn':
    case 'SentBack':
    case 'FundsChecked':
    case 'AmountAdjusted':
    case 'AlternativeAccepted':
    case 'ApprovalRefused':
    case 'DestinationChanged':
    case 'Ruled': {
      const voids = 'voids' in event.data ? event.data.voids : undefined
      return voids === undefined ? [] : reversed(approvedEntry(voids))
    }
    default:
      return []
  }
}
