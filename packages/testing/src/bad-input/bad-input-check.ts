import type { Policy } from '@refund-case/core'
import type { RuleOptions } from '../rules/refund-rule.js'

/** One thing that a service must bear, as a property. */
export interface BadInputCheck {
  readonly name: string
  readonly title: string
  /** Rejects, naming the smallest input found, where it is not borne. */
  readonly check: () => Promise<void>
}

/** What the checks are run on. */
export interface BadInputSubject {
  readonly policy: Policy
  readonly options: RuleOptions & { readonly runs: number; readonly seed: number }
}
