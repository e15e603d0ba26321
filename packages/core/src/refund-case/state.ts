import type { Instant } from '../calendar/index.js'
import type { Amounts } from '../money/amounts.js'
import type { LineQuantity } from '../order-account/holding.js'
import type { DisputeLevel, Fault, PaymentMethod, Role, Route } from '../vocabulary/index.js'
import type { Clock } from './clock.js'
import type { CaseLine, ClosedOutcome, Destination, EventOf, FailedCondition, FaultSheet } from './events/index.js'
import type { Alternative, InspectedLine, InspectionResult, Quote } from './fields/index.js'

/** No stream yet; a stream that lapsed before its request came; or a case. */
export type CaseState = { readonly kind: 'none' } | { readonly kind: 'lapsed'; readonly accountId: string } | RefundCase

/** What the last review of the request came to, as long as it stands. */
export type Judgement = { readonly outcome: 'none' } | { readonly outcome: 'accepted'; readonly fault: Fault }

/** What ended the case before it was closed; it may be disputed, ruled on, or accepted after all. */
export type End =
  | { readonly how: 'none' }
  | { readonly how: 'withdrawn' }
  | { readonly how: 'declined'; readonly alternatives: ReadonlyArray<Alternative> }
  | { readonly how: 'alternativeAccepted' }

/** paymentFault: how far the technical department and finance are. */
export type Submission =
  | 'none'
  | 'technical'
  | 'technicalAccepted'
  | 'technicalSentBack'
  | 'finance'
  | 'financeSentBack'

export type Funds =
  | { readonly checked: 'not' }
  | { readonly checked: 'received'; readonly amount: number }
  | { readonly checked: 'notReceived' }

export type Inspection =
  | { readonly result: 'none' }
  | {
      readonly result: InspectionResult
      readonly lines: ReadonlyArray<InspectedLine>
      readonly reference: string
      /** A review after it accepted in spite of it. */
      readonly conceded: boolean
      /** `partlyPassed` only: the amount was adjusted to what passed. */
      readonly adjusted: boolean
    }

export interface GivenApproval {
  readonly step: number
  readonly role: Role
  readonly by: string
}

/** The round of approvals that runs. `complete`: the case is approved for `amounts`. */
export interface Approval {
  readonly round: number
  readonly given: ReadonlyArray<GivenApproval>
  readonly amounts: Amounts
  readonly complete: boolean
  /** A refusal or return waits for a new review, adjustment or submission before step one opens again. */
  readonly reworkDue: boolean
}

export type AttemptStatus = 'started' | 'unknown' | 'failed' | 'paid' | 'reversed'

export interface Attempt {
  readonly no: number
  readonly status: AttemptStatus
  readonly amounts: Amounts
  readonly method: PaymentMethod
  /** Who started it. */
  readonly by: string
  /** Who recorded that it was paid. */
  readonly paidBy: string | undefined
  /** The round of approvals it rests on, or the event id of the ruling that stood in for them. */
  readonly restsOn: number | string
  readonly voucherNo: string | undefined
  readonly bankLine: string | undefined
}

export interface Dispute {
  readonly level: DisputeLevel
  readonly open: boolean
  readonly eventId: string
}

export interface Ruling {
  readonly eventId: string
  readonly by: Role
  readonly goodsTo: 'merchant' | 'customer'
  readonly reference: string | undefined
}

/** A case, as its events tell it. What can be derived from this is not in it: see `situationOf`, `holdingOf`. */
export interface RefundCase {
  readonly kind: 'case'
  readonly requested: EventOf<'Requested'>['data']
  readonly requestId: string
  readonly requestedAt: Instant
  readonly revision: number
  readonly route: Route
  readonly lines: ReadonlyArray<CaseLine>
  readonly claimed: Amounts
  readonly hasEvidence: boolean
  readonly judgement: Judgement
  /** A review asked for more evidence, and none has come yet. */
  readonly awaitsEvidence: boolean
  /** The return conditions that the request, on its present route, fails; an acceptance by the csLead covers them. */
  readonly failedConditions: ReadonlyArray<FailedCondition>
  /** The fault that the latest accepting or declining review found. */
  readonly fault: Fault | undefined
  readonly quote: Quote | undefined
  readonly submission: Submission
  readonly faultSheet: { readonly sheet: FaultSheet; readonly by: string } | undefined
  /** The csLead who accepted the request. */
  readonly acceptedByLead: string | undefined
  readonly funds: Funds
  readonly shipped: EventOf<'Shipped'>['data'] | undefined
  /** What the warehouse received so far; none before the first GoodsReceived. */
  readonly goodsReceived: ReadonlyArray<LineQuantity> | undefined
  readonly inspection: Inspection
  readonly approval: Approval
  readonly attempts: ReadonlyArray<Attempt>
  /** Σ Paid − Σ Reversed. */
  readonly netPaid: Amounts
  /** What stands posted as approved: what is payable, in flight or paid. Refunds payable = this − in flight − paid. */
  readonly accrued: Amounts
  readonly destination: {
    readonly value: Destination
    readonly proposedBy: string
    readonly verifiedBy: string | undefined
  }
  readonly dispute: Dispute | undefined
  readonly ruling: Ruling | undefined
  readonly end: End
  readonly closedAs: ClosedOutcome | undefined
  readonly feedbackId: string | undefined
  readonly erased: boolean
  /** 提交人: who recorded what the approvals rest on; they approve nothing. */
  readonly recorders: ReadonlyArray<string>
  readonly reviewers: ReadonlyArray<string>
  readonly clocks: ReadonlyArray<Clock>
  /** A decline, a withdrawal or a closing ended every clock for good. */
  readonly clocksEnded: boolean
}

export const noCase: CaseState = { kind: 'none' }

/** The attempt that is started or unknown, if any. */
export const openAttempt = (state: RefundCase): Attempt | undefined => {
  const last = state.attempts.at(-1)
  return last !== undefined && (last.status === 'started' || last.status === 'unknown') ? last : undefined
}

/** What the open attempt sends, if one is open. */
export const inFlight = (state: RefundCase): Amounts => openAttempt(state)?.amounts ?? {}
