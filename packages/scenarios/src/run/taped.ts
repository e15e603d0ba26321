import {
  emptyAccount,
  evolve,
  evolveAccount,
  noCase,
  postingsOf,
  type Amounts,
  type CaseEvent,
  type CaseState,
  type OrderAccount,
  type OrderAccountEvent,
  type Posting,
  type Stored,
} from '@refund-case/core'
import { balancesAfter, paidAfter, payableAfter, pursesAfter, type Balances, type Purses } from './tally.js'

/** One case, with sums of its own. */
export interface TapedCase {
  readonly caseId: string
  readonly state: CaseState
  readonly events: ReadonlyArray<Stored<CaseEvent>>
  readonly balances: Balances
  readonly payable: Amounts
  readonly paid: Amounts
  /** What the last event posted. */
  readonly posted: ReadonlyArray<Posting>
}

export const startOfCase = (caseId: string): TapedCase => ({
  caseId,
  state: noCase,
  events: [],
  balances: new Map(),
  payable: {},
  paid: {},
  posted: [],
})

export const tapedCaseAfter = (before: TapedCase, event: Stored<CaseEvent>): TapedCase => {
  const posted = postingsOf(before.state, event)
  return {
    caseId: before.caseId,
    state: evolve(before.state, event),
    events: [...before.events, event],
    balances: balancesAfter(before.balances, posted),
    payable: payableAfter(before.payable, event),
    paid: paidAfter(before.paid, event),
    posted,
  }
}

/** One account, with sums of its own. */
export interface TapedAccount {
  readonly accountId: string
  readonly state: OrderAccount
  readonly purses: Purses
}

export const startOfAccount = (accountId: string): TapedAccount => ({
  accountId,
  state: emptyAccount,
  purses: new Map(),
})

export const tapedAccountAfter = (before: TapedAccount, event: Stored<OrderAccountEvent>): TapedAccount => ({
  accountId: before.accountId,
  state: evolveAccount(before.state, event),
  purses: pursesAfter(before.purses, event),
})
