import type { RefundRule } from './refund-rule.js'

/** A rule that does not hold, with the smallest history found that breaks it. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken'
  readonly rule: RefundRule['rule']
  readonly violations: ReadonlyArray<string>
  /** The history as a scenario file; nothing where the rule is not about histories. */
  readonly scenario: string | undefined
  readonly seed: number

  constructor(
    rule: RefundRule,
    violations: ReadonlyArray<string>,
    found: { seed: number; path: string | null; scenario?: string },
  ) {
    const { seed, path, scenario } = found
    super(
      [
        `Rule ${rule.rule} does not hold: ${rule.title}`,
        ...violations.map((violation) => `  - ${violation}`),
        `Found with { seed: ${seed}${path === null ? '' : `, path: '${path}'`} }.`,
        ...(scenario === undefined ? [] : ['The smallest history found that breaks it, as a scenario file:', scenario]),
      ].join('\n'),
    )
    this.rule = rule.rule
    this.violations = violations
    this.scenario = scenario
    this.seed = seed
  }
}
