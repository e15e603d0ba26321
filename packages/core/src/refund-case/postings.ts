import type { Stored } from '../eventsourcing/decider.js'
import { minus, totalOf, type Amounts } from '../money/amounts.js'
import type { PaymentMethod } from '../vocabulary/index.js'
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

const entry = (debit: LedgerAccount, credit: LedgerAccount, amount: number): ReadonlyArray<Posting> =>
  amount === 0
    ? []
    : [
        { account: debit, side: 'debit', amount },
        { account: credit, side: 'credit', amount },
      ]

const approvedEntry = (amounts: Amounts): ReadonlyArray<Posting> => {
  const total = totalOf(amounts)
  if (total === 0) return []
  const { goods = 0, freight = 0, compensation = 0, statutory = 0, freightCompensation = 0, funds = 0 } = amounts
  const postings: Array<Posting> = []
  const debit = (account: LedgerAccount, amount: number): void => {
    if (amount !== 0) postings.push({ account, side: 'debit', amount })
  }
  debit('returns', goods + freight)
  debit('compensation', compensation + statutory)
  debit('freightCompensation', freightCompensation)
  debit('fundsInSuspense', funds)
  postings.push({ account: 'refundsPayable', side: 'credit', amount: total })
  return postings
}

const reversed = (postings: ReadonlyArray<Posting>): ReadonlyArray<Posting> =>
  postings.map((posting) => ({ ...posting, side: posting.side === 'debit' ? 'credit' : 'debit' }))

const clearing = (fromDeposit: boolean): LedgerAccount => (fromDeposit ? 'merchantDeposit' : 'channelClearing')

/** What the entries of an event rest on: what stands posted as approved, and how an attempt was paid. */
export interface PostedSoFar {
  readonly accrued: Amounts
  readonly methodOf: (attempt: number) => PaymentMethod | undefined
}

const nothingPosted: PostedSoFar = { accrued: {}, methodOf: () => undefined }

const postedBy = (before: CaseState): PostedSoFar =>
  before.kind === 'case'
    ? { accrued: before.accrued, methodOf: (attempt) => before.attempts[attempt - 1]?.method }
    : nothingPosted

/**
 * What an event posts, debits equal to credits. `before` is the state it met. Refunds payable of a case are then
 * approved − started + failed + reversed, and never below zero.
 */
export const postingsOf = (before: CaseState, event: Stored<CaseEvent>): ReadonlyArray<Posting> =>
  postingsAfter(postedBy(before), event)

/** As `postingsOf`, for whoever knows no more of the case than what its entries rest on. */
export const postingsAfter = (posted: PostedSoFar, event: Stored<CaseEvent>): ReadonlyArray<Posting> => {
  const fromDeposit = (attempt: number): boolean => posted.methodOf(attempt) === 'merchantDeposit'
  switch (event.type) {
    case 'Approved':
      return event.data.completes ? approvedEntry(minus(event.data.amounts, posted.accrued)) : []
    case 'PaymentStarted':
      return entry('refundsPayable', clearing(event.data.method === 'merchantDeposit'), totalOf(event.data.amounts))
    case 'PaymentFailed': {
      const { attempt, amounts } = event.data
      return [
        ...entry(clearing(fromDeposit(attempt)), 'refundsPayable', totalOf(amounts)),
        ...reversed(approvedEntry(event.data.voids ?? {})),
      ]
    }
    case 'Paid':
      return event.data.posts === undefined ? [] : approvedEntry(event.data.posts)
    case 'PaymentReversed': {
      const { attempt, amounts, bankLine } = event.data
      const deposit = fromDeposit(attempt)
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
