import type { Instant } from '@refund-case/core'
import type { Finding } from '../../compare/finding.js'
import type { Did } from '../result.js'
import type { Reel } from '../tape.js'

/** A step that was done; what came of it is said once the tape has been wound on. */
export interface Done {
  readonly told: (reel: Reel) => { readonly did: Did; readonly findings: ReadonlyArray<Finding> }
  /** The case that the step's own expectations are about. */
  readonly caseId?: string | undefined
  /** Looked at as it was then. */
  readonly asOf?: Instant | undefined
}
