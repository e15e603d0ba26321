import type { Instant } from '../calendar/index.js'
import type { DeadlineRule, DisputeLevel } from '../vocabulary/index.js'

/**
 * One running or ended deadline of a case, as the events alone tell it: when its rule started and what ended it.
 * How long it may run is the policy's, and is not kept here.
 */
export interface Clock {
  readonly rule: DeadlineRule
  readonly startedAt: Instant
  /** The id of the starting event: with case and rule it names a breach. */
  readonly startedBy: string
  /** `evidence` only: the level whose limit applies. */
  readonly level?: DisputeLevel
  /** `overall` only: where Notified(extension) moved the limit to. */
  readonly extendedTo?: Instant
  /** `met` by the event that was due, or `void`: it no longer applies. */
  readonly end?: {
    readonly how: 'met' | 'void'
    readonly at: Instant
    readonly by: string
    /** `statutoryRefund` only: a passing inspection may yet bring it back. */
    readonly revivable?: true
  }
  /** `statutoryRefund` only: it was void from `from` on and runs again since `to`. */
  readonly pauses?: ReadonlyArray<{ readonly from: Instant; readonly to: Instant }>
}
