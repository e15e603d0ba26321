import type { Instant } from '../../calendar/index.js'
import type { Alternative, DeclineReason } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { PaymentMethod, Route } from '../../vocabulary/index.js'
import type * as t from 'io-ts'

/** What a customer is told that happened. Who did it, and what went on between departments, is not among it. */
export const progressSteps = [
  'requested',
  'evidenceAsked',
  'evidenceReceived',
  'accepted',
  'declined',
  'routeChanged',
  'amountChanged',
  'goodsSent',
  'intercepted',
  'goodsReceived',
  'inspectionPassed',
  'inspectionPartlyPassed',
  'inspectionFailed',
  'fundsReceived',
  'fundsNotReceived',
  'approved',
  'paymentStarted',
  'paymentFailed',
  'paid',
  'paymentReversed',
  'extended',
  'disputed',
  'ruled',
  'alternativeAccepted',
  'withdrawn',
  'closed',
  'reopened',
] as const
export type ProgressStep = (typeof progressSteps)[number]

/** Where the case is, for the customer. */
export const progressStages = [
  'underReview',
  'evidenceNeeded',
  'goodsToSend',
  'goodsOnTheWay',
  'inspecting',
  'processing',
  'paying',
  'accountNeeded',
  'paid',
  'declined',
  'disputed',
  'withdrawn',
  'closedUnpaid',
] as const
export type ProgressStage = (typeof progressStages)[number]

export interface ProgressEntry {
  readonly step: ProgressStep
  readonly at: Instant
  /** Minor units, where the step has an amount. */
  readonly amount?: number
  readonly method?: PaymentMethod
  /** `extended`: the new date. */
  readonly until?: Instant
}

/** 退款进度查询: what the customer of a case may know of it. */
export interface CaseProgress {
  readonly caseId: string
  readonly caseNo: string
  readonly route: Route
  readonly currency: string
  readonly stage: ProgressStage
  /** The case waits for the customer. */
  readonly yourTurn: boolean
  /** What was asked for, minor units. */
  readonly claimed: number
  /** What was agreed to pay; `null` before a review accepted. */
  readonly agreed: number | null
  /** What has reached the customer, less what came back. */
  readonly paid: number
  /** How to send the goods back. */
  readonly returnInstructions: SealedPlace | null
  readonly declined: {
    readonly reason: t.TypeOf<typeof DeclineReason>
    readonly alternatives: ReadonlyArray<Alternative>
    readonly statement: SealedPlace | null
  } | null
  /** What happened, oldest first. */
  readonly entries: ReadonlyArray<ProgressEntry>
}

/** The same in words. */
export interface ToldProgress {
  readonly headline: string
  /** What happens next, or what the customer is asked to do. */
  readonly next: string
  readonly entries: ReadonlyArray<{ readonly at: Instant; readonly text: string }>
}
