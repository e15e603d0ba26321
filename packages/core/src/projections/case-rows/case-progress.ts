import { zero, type Amounts } from '../../money/amounts.js'
import type { CaseEventOf, CaseLine } from '../../refund-case/index.js'
import type { DisputeLevel, Route } from '../../vocabulary/index.js'

// The fold of a case, as much of it as tells its situation and what comes next, changed in place: it takes a tenth of
// the time and of the memory. A spec holds it to `situationOf` of the case's own fold.

/** How far a case is. Plain JSON, changed in place. */
export interface CaseProgress {
  route: Route
  lines: ReadonlyArray<CaseLine>
  accepted: boolean
  awaitsEvidence: boolean
  hasFaultSheet: boolean
  submission: 'none' | 'technical' | 'technicalAccepted' | 'technicalSentBack' | 'finance' | 'financeSentBack'
  funds: 'not' | 'received' | 'notReceived'
  shipped: 'no' | 'back' | 'intercepted'
  received: boolean
  inspection: 'none' | 'passed' | 'failed' | 'partlyPassed'
  /** A failed or partial inspection was conceded, or the amount adjusted to it. */
  conceded: boolean
  adjusted: boolean
  round: number
  given: number
  approved: Amounts | null
  reworkDue: boolean
  quote: Amounts | null
  netPaid: Amounts
  attempt: {
    readonly no: number
    readonly restsOn: number | string
    status: 'started' | 'unknown' | 'failed' | 'paid' | 'reversed'
  } | null
  exceptionDue: boolean
  /** The customer has heard of the last payment. */
  told: boolean
  otherDestination: boolean
  verified: boolean
  ruling: string | null
  dispute: { readonly level: DisputeLevel; open: boolean } | null
  end: 'none' | 'withdrawn' | 'declined'
  closed: boolean
}

export const progressOf = ({ data }: CaseEventOf<'Requested'>): CaseProgress => ({
  route: data.route,
  lines: data.lines,
  accepted: false,
  awaitsEvidence: false,
  hasFaultSheet: false,
  submission: 'none',
  funds: 'not',
  shipped: 'no',
  received: false,
  inspection: 'none',
  conceded: false,
  adjusted: false,
  round: 1,
  given: 0,
  approved: null,
  reworkDue: false,
  quote: null,
  netPaid: zero,
  attempt: null,
  exceptionDue: false,
  told: false,
  otherDestination: data.destination.kind === 'other',
  verified: false,
  ruling: null,
  dispute: null,
  end: 'none',
  closed: false,
})

/** What a payment rests on: the complete round, else the ruling. */
export const basisOf = ({ approved, round, ruling }: CaseProgress): number | string | null =>
  approved === null ? ruling : round
