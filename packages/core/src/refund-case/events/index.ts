import type * as t from 'io-ts'
import { Approved, ApprovalRefused, FundsChecked } from './approval.js'
import { Disputed, Ruled } from './dispute.js'
import { Closed, FeedbackGiven, Notified, PersonalDataErased, ReceiptConfirmed, Reopened } from './ending.js'
import { GoodsReceived, Inspected, Shipped } from './goods.js'
import { EvidenceAdded, Noted, Requested, RequestLapsed, RouteChanged, Withdrawn } from './intake.js'
import {
  BankLineMatched,
  DestinationChanged,
  DestinationVerified,
  ExceptionReported,
  Paid,
  PaymentFailed,
  PaymentReversed,
  PaymentStarted,
  PaymentUnknown,
} from './payment.js'
import { AlternativeAccepted, AmountAdjusted, Reviewed, SentBack, Submitted } from './review.js'

/** Every event of a case: the seven milestones first. */
export const caseEvents = [
  Requested,
  Reviewed,
  Shipped,
  Inspected,
  Approved,
  Paid,
  Disputed,
  EvidenceAdded,
  Noted,
  RouteChanged,
  Withdrawn,
  GoodsReceived,
  Submitted,
  SentBack,
  FundsChecked,
  AmountAdjusted,
  ApprovalRefused,
  PaymentStarted,
  PaymentFailed,
  PaymentUnknown,
  PaymentReversed,
  BankLineMatched,
  ExceptionReported,
  DestinationChanged,
  DestinationVerified,
  AlternativeAccepted,
  Ruled,
  Notified,
  ReceiptConfirmed,
  FeedbackGiven,
  Closed,
  Reopened,
  PersonalDataErased,
  RequestLapsed,
] as const

export type CaseEvent = t.TypeOf<(typeof caseEvents)[number]>
export type CaseEventType = CaseEvent['type']
/** One event by its name. */
export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>

export * from './approval.js'
export * from './dispute.js'
export * from './ending.js'
export * from './goods.js'
export * from './intake.js'
export * from './payment.js'
export * from './review.js'
