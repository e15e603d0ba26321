import { chinaRetail } from '@refund-case/core'
import { runScenario } from '@refund-case/scenarios'
import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { allRules } from '../src/rules/refund-rules.js'
import { play, plans, policies, RuleBroken, scenarioText, subjectOf } from '../src/index.js'
import { storingAs } from './mutants.js'

const head = { rule: 'rule05InspectionBeforeApproval', title: 'A generated history', violations: [] }

/** What a scenario file has against it, or what did not come as it says. */
const findings = async (text: string): Promise<ReadonlyArray<unknown>> => {
  const run = await runScenario({ name: 'generated.json', text })
  if (isLeft(run)) return run.left
  const { steps, allPassed } = run.right
  return allPassed ? [] : [...steps.flatMap(({ mismatches }) => mismatches), 'not all passed']
}

describe('a history written as a scenario file', () => {
  it('plays again just as it happened', { timeout: 120_000 }, async () => {
    const both = [plans(chinaRetail), plans(policies(chinaRetail))]
    for (const plan of both.flatMap((arbitrary) => fc.sample(arbitrary, { numRuns: 20, seed: 3 })))
      expect(await findings(scenarioText(await play(plan), head))).toEqual([])
  })

  it('is what a broken rule comes with: small, and saying what is wrong', { timeout: 120_000 }, async () => {
    const rule = allRules.find((each) => each.rule === 1)
    const shop = storingAs('PaymentStarted', (data) => ({ ...data, amounts: { goods: 10_000_000 } }))
    const subject = subjectOf(chinaRetail, { ...shop, runs: 100, seed: 1, shrinkMs: 6_000 })
    const broken = await rule?.check(subject).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!(broken instanceof RuleBroken)) throw new Error('rule 1 noticed nothing', { cause: broken })
    const { scenario = '', violations, message } = broken
    expect(violations[0]).toContain('above the approved')
    expect(message).toContain('Rule 1 does not hold: Σ Paid − Σ Reversed ≤ the approval in force')
    expect(message).toContain(scenario)
    const file: { scenario: string; about: string; steps: ReadonlyArray<unknown> } = JSON.parse(scenario)
    const { scenario: name, about, steps } = file
    expect(name).toBe('rule-01-paid-within-approval')
    expect(about).toBe(violations.join('\n'))
    // A request, a review, three approvals and a payment, and what no time was left to take away.
    expect(steps.length).toBeLessThan(25)
    // The library itself does nothing wrong: played again it comes to the same, but for what the faulty store wrote.
    expect(await findings(scenario)).toEqual([])
  })
})
