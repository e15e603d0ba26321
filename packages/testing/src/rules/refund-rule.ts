import type { Policy } from '@refund-case/core'
import type fc from 'fast-check'
import type { Plan, PlanConstraints } from '../arbitraries/plans.js'
import type { History } from '../play/history.js'
import type { PlayOptions } from '../play/play.js'

export interface RuleOptions extends Omit<PlayOptions, 'epilogue'> {
  /** How many generated histories each rule is asked about (default 100). */
  readonly runs?: number
  /** Where generation starts: the same seed gives the same histories (default: another one each time). */
  readonly seed?: number
  /** How long a counterexample may be made smaller, milliseconds (default 15,000). */
  readonly shrinkMs?: number
  /** What histories are made of. */
  readonly plans?: PlanConstraints
}

/** What a rule is tested on: policies, and a way to play plans that remembers what it played. */
export interface Subject {
  readonly policies: fc.Arbitrary<Policy>
  readonly plans: fc.Arbitrary<Plan>
  readonly play: (plan: Plan, epilogue?: PlayOptions['epilogue']) => Promise<History>
  readonly options: RuleOptions & { readonly runs: number; readonly seed: number }
}

/** The rules of model §7 by number; `postings` is what §6 says of the double entry. */
export type RuleNumber = number | 'postings'

/** A rule that every case keeps, as a property. */
export interface RefundRule {
  readonly rule: RuleNumber
  /** `rule05InspectionBeforeApproval`. */
  readonly name: string
  /** The sentence of the rule. */
  readonly title: string
  /** Rejects, with a shrunk counterexample, where the rule does not hold. */
  readonly check: (subject: Subject) => Promise<void>
}

/** A rule that can be asked of a history as it stands: generated, recorded, or made up to break it. */
export interface HistoryRule extends RefundRule {
  /** How the history breaks the rule, one sentence each; none where it keeps it. */
  readonly violations: (history: History) => ReadonlyArray<string> | Promise<ReadonlyArray<string>>
  /** How often the history put the rule to the test. */
  readonly occasions: (history: History) => number
}
