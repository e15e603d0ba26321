import fc from 'fast-check'
import type { Plan } from '../arbitraries/plans.js'
import type { PlayOptions } from '../play/play.js'
import { scenarioText } from '../play/scenario.js'
import type { HistoryRule, RefundRule, Subject } from './refund-rule.js'
import { RuleBroken } from './rule-broken.js'

type OverHistories = Omit<HistoryRule, 'check'> & {
  /** Histories of another kind than the usual ones. */
  readonly plans?: (subject: Subject) => fc.Arbitrary<Plan>
  /** What each history ends with. */
  readonly epilogue?: PlayOptions['epilogue']
}

/** The rule, checked over generated histories. */
export const overHistories = ({ plans, epilogue, ...rule }: OverHistories): HistoryRule => {
  const checked: HistoryRule = {
    ...rule,
    check: (subject) =>
      checkValues(checked, subject, plans?.(subject) ?? subject.plans, {
        violations: async (plan) => rule.violations(await subject.play(plan, epilogue)),
        scenario: async (plan, violations) =>
          scenarioText(await subject.play(plan, epilogue), { rule: rule.name, title: rule.title, violations }),
      }),
  }
  return checked
}

interface Judge<T> {
  readonly violations: (value: T) => Promise<ReadonlyArray<string>>
  readonly scenario?: (value: T, violations: ReadonlyArray<string>) => Promise<string>
}

/** Looks for a value that breaks the rule, and rejects with the smallest one found. */
export const checkValues = async <T>(
  rule: RefundRule,
  { options }: Subject,
  values: fc.Arbitrary<T>,
  judge: Judge<T>,
  runs: number = options.runs,
): Promise<void> => {
  const property = fc.asyncProperty(values, async (value) => (await judge.violations(value)).length === 0)
  const { seed, shrinkMs = 15_000 } = options
  const found = await fc.check(property, { seed, numRuns: runs, endOnFailure: true })
  if (!found.failed) return
  const path = found.counterexamplePath ?? ''
  // Searching is never cut short; shrinking is, once it has had its time.
  const shrunk = await fc.check(property, { seed, path, numRuns: 1, interruptAfterTimeLimit: shrinkMs })
  const value = (shrunk.counterexample ?? found.counterexample)?.[0]
  if (value === undefined) throw new Error(`rule ${rule.rule} could not be checked`, { cause: found.errorInstance })
  const violations = await judge.violations(value)
  const scenario = await judge.scenario?.(value, violations)
  throw new RuleBroken(rule, violations, {
    seed,
    path: shrunk.counterexamplePath ?? path,
    ...(scenario === undefined ? {} : { scenario }),
  })
}
