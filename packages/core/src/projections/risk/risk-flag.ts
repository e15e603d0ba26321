import type { Instant } from '../../calendar/index.js'
import type { Route } from '../../vocabulary/index.js'

/** 风险等级. */
export const riskLevels = ['watch', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** From how many on a flag is raised, at each level. */
export interface RiskThresholds {
  readonly watch: number
  readonly high: number
}

/** What counts as unusual (RK2). Shops differ in it; `riskDefaults` are the values where nothing is said. */
export interface RiskSettings {
  /** So many requests of one subject within so many days, each 24 hours. */
  readonly repeatRequests: RiskThresholds & { readonly days: number }
  /**
   * An amount so many times the median of what was claimed on the route before, in the same currency, once there were
   * `sample` of them.
   */
  readonly unusualAmount: RiskThresholds & { readonly sample: number }
  /** So many failed or reversed payments to one account. */
  readonly accountFailures: RiskThresholds
  /** So many subjects that were to be paid to one account. */
  readonly sharedAccount: RiskThresholds
}

interface Flagged {
  readonly level: RiskLevel
  /** Since when it stands at this level. */
  readonly since: Instant
  readonly caseIds: ReadonlyArray<string>
}

/** One thing worth a second look. A person stands by the pseudonymous subject, an account by its token. */
export type RiskFlag =
  | (Flagged & { readonly kind: 'repeatRequests'; readonly subject: string; readonly requests: number })
  | (Flagged & {
      readonly kind: 'unusualAmount'
      readonly route: Route
      /** Minor units of `currency`. */
      readonly amount: number
      readonly median: number
      readonly currency: string
    })
  | (Flagged & { readonly kind: 'accountFailures'; readonly token: string; readonly failures: number })
  | (Flagged & { readonly kind: 'sharedAccount'; readonly token: string; readonly subjects: number })

/** What may be asked of the risk flags. */
export interface RiskFlags {
  /** All flags that stand at `now`, high ones first, then the latest first. */
  readonly standing: (now: Instant) => ReadonlyArray<RiskFlag>
  /** Those that touch one case. */
  readonly ofCase: (caseId: string, now: Instant) => ReadonlyArray<RiskFlag>
}
