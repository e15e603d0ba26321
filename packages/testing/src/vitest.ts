import type { Policy } from '@refund-case/core'
import type fc from 'fast-check'
import { describe, it } from 'vitest'
import { badInput } from './bad-input/index.js'
import { refundRules } from './rules/refund-rules.js'
import type { RuleOptions } from './rules/refund-rule.js'

/** How long one rule may take, milliseconds: what a slow machine needs for a few hundred histories. */
const TIMEOUT = 240_000

/**
 * Declares every rule of a refund case as a test of this policy (or of policies of an arbitrary):
 *
 *     describe('our policy', () => describeRefundRules(ourPolicy))
 */
export const describeRefundRules = (policy: Policy | fc.Arbitrary<Policy>, options?: RuleOptions): void => {
  describe('the rules of a refund case', () => {
    for (const { rule, title, check } of refundRules(policy, options))
      it(`${rule}. ${title}`, { timeout: TIMEOUT }, check)
  })
}

/** Declares what a service must bear under this policy: malformed and hostile input, every command at every moment. */
export const describeBadInput = (policy: Policy, options?: RuleOptions): void => {
  describe('bad input', () => {
    for (const { title, check } of badInput(policy, options)) it(title, { timeout: TIMEOUT }, check)
  })
}
