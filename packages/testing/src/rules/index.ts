export { historyRules, refundRules, subjectOf, type RefundRuleCheck } from './refund-rules.js'
export type { HistoryRule, RefundRule, RuleNumber, RuleOptions, Subject } from './refund-rule.js'
export { RuleBroken } from './rule-broken.js'
