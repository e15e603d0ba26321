import type { Policy } from '@refund-case/core'
import fc from 'fast-check'
import { plans, type Plan } from '../arbitraries/plans.js'
import type { History } from '../play/history.js'
import { play, type PlayOptions } from '../play/play.js'
import { postingsBalance } from './postings-balance.js'
import type { HistoryRule, RefundRule, RuleNumber, RuleOptions, Subject } from './refund-rule.js'
import { rule01PaidWithinApproval } from './rule-01-paid-within-approval.js'
import { rule02OrderCaps } from './rule-02-order-caps.js'
import { rule03ReturnsSumUp } from './rule-03-returns-sum-up.js'
import { rule04DiscountShares } from './rule-04-discount-shares.js'
import { rule05InspectionBeforeApproval } from './rule-05-inspection-before-approval.js'
import { rule06RouteForbids } from './rule-06-route-forbids.js'
import { rule07ChainOrder } from './rule-07-chain-order.js'
import { rule08SeparationOfDuties } from './rule-08-separation-of-duties.js'
import { rule09ChangesVoid } from './rule-09-changes-void.js'
import { rule10OneAttempt } from './rule-10-one-attempt.js'
import { rule11Idempotency } from './rule-11-idempotency.js'
import { rule12OneBankLine } from './rule-12-one-bank-line.js'
import { rule13Replay } from './rule-13-replay.js'
import { rule20DeadlinesMonotone } from './rule-20-deadlines-monotone.js'
import { rule21Breaches } from './rule-21-breaches.js'
import { rule22Destination } from './rule-22-destination.js'
import { rule23Decline } from './rule-23-decline.js'
import { rule24PinnedPolicy } from './rule-24-pinned-policy.js'
import { rule25PersonalData } from './rule-25-personal-data.js'

/** The rules that can be asked of one history. */
export const historyRules = [
  rule01PaidWithinApproval,
  rule02OrderCaps,
  rule05InspectionBeforeApproval,
  rule06RouteForbids,
  rule07ChainOrder,
  rule08SeparationOfDuties,
  rule09ChangesVoid,
  rule10OneAttempt,
  rule11Idempotency,
  rule12OneBankLine,
  rule13Replay,
  rule21Breaches,
  rule22Destination,
  rule23Decline,
  rule25PersonalData,
  postingsBalance,
] as const satisfies ReadonlyArray<HistoryRule>

/** Every rule, in the order of the model. */
export const allRules: ReadonlyArray<RefundRule> = [
  rule01PaidWithinApproval,
  rule02OrderCaps,
  rule03ReturnsSumUp,
  rule04DiscountShares,
  rule05InspectionBeforeApproval,
  rule06RouteForbids,
  rule07ChainOrder,
  rule08SeparationOfDuties,
  rule09ChangesVoid,
  rule10OneAttempt,
  rule11Idempotency,
  rule12OneBankLine,
  rule13Replay,
  rule20DeadlinesMonotone,
  rule21Breaches,
  rule22Destination,
  rule23Decline,
  rule24PinnedPolicy,
  rule25PersonalData,
  postingsBalance,
]

/** One rule of a policy, ready to be run in whatever way suits. */
export interface RefundRuleCheck {
  readonly rule: RuleNumber
  /** `rule05InspectionBeforeApproval`. */
  readonly name: string
  /** The sentence of the rule. */
  readonly title: string
  /** Rejects with `RuleBroken`, which holds the smallest counterexample found, where the rule does not hold. */
  readonly check: () => Promise<void>
}

/** Plays each plan once, however many rules ask: a play is its plan's, and rules of one seed get the same plans. */
const remembering = (options: PlayOptions): Subject['play'] => {
  const known = new Map<string, Promise<History>>()
  return (plan, epilogue) => {
    if (epilogue !== undefined) return play(plan, { ...options, epilogue })
    const name = JSON.stringify(plan)
    const before = known.get(name)
    if (before !== undefined) return before
    const played = play(plan, options)
    if (known.size < MOST_REMEMBERED) known.set(name, played)
    return played
  }
}

const MOST_REMEMBERED = 1_000

/** What the rules are checked on: this policy, or policies as they are generated, and all that happens under them. */
export const subjectOf = (policy: Policy | fc.Arbitrary<Policy>, options: RuleOptions = {}): Subject => {
  const { runs = 100, seed = Math.trunc(Math.random() * 0x7f_ff_ff_ff) } = options
  const policies: fc.Arbitrary<Policy> = 'id' in policy ? fc.constant(policy) : policy
  const planned: fc.Arbitrary<Plan> = plans(policies, options.plans)
  return { policies, plans: planned, play: remembering(options), options: { ...options, runs, seed } }
}

/**
 * Every rule of a refund case, as properties over generated orders, cases and commands under this policy (or under
 * policies of an arbitrary). They share the histories they are checked on: run them all, or those that matter.
 */
export const refundRules = (
  policy: Policy | fc.Arbitrary<Policy>,
  options: RuleOptions = {},
): ReadonlyArray<RefundRuleCheck> => {
  const subject = subjectOf(policy, options)
  return allRules.map((rule) => {
    const { rule: number, name, title } = rule
    return { rule: number, name, title, check: () => rule.check(subject) }
  })
}
