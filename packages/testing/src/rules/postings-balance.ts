import { evolve, noCase, postingsOf, type CaseState } from '@refund-case/core'
import type { PlayedCase } from '../play/history.js'
import { countOf, named } from './case-violations.js'
import { overHistories } from './over-histories.js'
import { observe, walk } from './reference/reference-case.js'
import { total, type ReferenceAttempt, type ReferenceCase } from './reference/reference-record.js'

// What the books should say, by the text of model §6: an account's balance is its debits less its credits.

type Balances = Map<string, number>

const costs: { readonly [component: string]: string } = {
  goods: 'returns',
  freight: 'returns',
  compensation: 'compensation',
  statutory: 'compensation',
  freightCompensation: 'freightCompensation',
  funds: 'fundsInSuspense',
}

const sum = (lists: ReadonlyArray<Readonly<Record<string, number>>>): Record<string, number> => {
  const all: Record<string, number> = {}
  for (const amounts of lists)
    for (const [component, amount] of Object.entries(amounts)) all[component] = (all[component] ?? 0) + amount
  return all
}

const isDeposit = ({ method }: ReferenceAttempt): boolean => method === 'merchantDeposit'

/**
 * The balances of a case as it stands. Owed is what is approved; without an approval in force what was paid or is on its
 * way. A payment from the deposit on a ruling is posted as owed when it is paid.
 */
const due = (known: ReferenceCase): Balances => {
  const open = known.attempts.filter(({ status }) => status === 'started' || status === 'unknown')
  const paid = known.attempts.filter(({ status }) => status === 'paid')
  const waitsForPaid = known.inForce === undefined && open.some(isDeposit)
  const sent = open.map(({ amounts }) => amounts)
  const owed = known.inForce?.amounts ?? sum([known.netPaid, ...(waitsForPaid ? [] : sent)])
  const balances: Balances = new Map()
  const book = (account: string, amount: number) => balances.set(account, (balances.get(account) ?? 0) + amount)
  for (const [component, amount] of Object.entries(owed)) book(costs[component] ?? component, amount)
  book('refundsPayable', total(known.netPaid) + total(sum(sent)) - total(owed))
  for (const attempt of [...open, ...paid]) {
    const account = isDeposit(attempt) ? 'merchantDeposit' : attempt.bankLine === undefined ? 'channelClearing' : 'bank'
    book(account, -total(attempt.amounts))
  }
  return balances
}

const show = (balances: Balances): string =>
  JSON.stringify(
    Object.fromEntries([...balances].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  )

/** How events are posted: the library's `postingsOf`, or one that is to be caught. */
export type PostingsOf = typeof postingsOf

/** How the books of a case differ from what they should say. */
export const postingComplaints = (
  { caseId, events }: PlayedCase,
  post: PostingsOf = postingsOf,
): ReadonlyArray<string> => {
  const posted: Balances = new Map()
  const complaints: Array<string> = []
  let state: CaseState = noCase
  let known: ReferenceCase | undefined
  for (const event of events) {
    let difference = 0
    for (const { account, side, amount } of post(state, event)) {
      const change = side === 'debit' ? amount : -amount
      difference += change
      posted.set(account, (posted.get(account) ?? 0) + change)
    }
    if (difference !== 0) complaints.push(`${named(caseId, event)}: debits and credits differ by ${difference}`)
    state = evolve(state, event)
    if (known === undefined) known = walk([event])
    else observe(known, event)
    if (known === undefined || complaints.length > 0) continue
    const byHand = due(known)
    if (show(posted) !== show(byHand))
      complaints.push(`${named(caseId, event)}: the books say ${show(posted)}, by hand ${show(byHand)}`)
  }
  return complaints
}

export const postingsBalance = overHistories({
  rule: 'postings',
  name: 'postingsBalance',
  title:
    'Each posting has equal debits and credits; refunds payable of a case = approved − started + failed + reversed, and whatever voids a complete approval posts its reverse.',
  occasions: (history) => countOf(history, 'PaymentStarted', 'PaymentFailed', 'PaymentReversed', 'BankLineMatched'),
  violations: ({ cases }) => cases.flatMap((played) => postingComplaints(played)),
})
