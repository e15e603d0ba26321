export { commandFields, type ActName, type FieldsOf, type SealedFieldsOf } from './commands.js'
export { commandNames, type CommandName } from './command-names.js'
export type { Clock } from './clock.js'
export * from './deadlines/index.js'
export { decide } from './decider.js'
export { caseEvents, type CaseEvent, type CaseEventType, type EventOf as CaseEventOf } from './events/index.js'
export type {
  ArchivedItem,
  CaseLine,
  ClosedOutcome,
  Destination,
  Evidence,
  FailedCondition,
  FaultSheet,
} from './events/index.js'
export { evolve } from './evolve.js'
export type { CaseActor, CaseFacts } from './facts.js'
export {
  Alternative,
  AlternativeKind,
  Appearance,
  DeclineReason,
  Deduction,
  DeductionReason,
  DestinationGround,
  Disposition,
  EvidenceKind,
  Grade,
  InspectedLine,
  InspectionResult,
  OriginalDestination,
  Packaging,
  Quote,
  QuoteTerm,
  ShippingMethod,
  SignOff,
} from './fields/index.js'
export { covered } from './coverage.js'
export { quoteFor, type QuoteRequest } from './quote/index.js'
export { holdingOf } from './holding.js'
export { caseKind } from './kind.js'
export { postingsAfter, postingsOf, type LedgerAccount, type PostedSoFar, type Posting } from './postings.js'
export { request, type Request, type RequestFacts } from './acts/request.js'
export { isOpen, situationOf, situationOfStream, situations, type Situation } from './situation.js'
export {
  noCase,
  openAttempt,
  type Approval,
  type Attempt as PaymentAttempt,
  type CaseState,
  type Dispute,
  type Funds,
  type Inspection,
  type RefundCase,
  type Ruling,
} from './state.js'
export { actingRole, checkRole, whoMay } from './who-may.js'
export { openStepOf } from './who-may-approve.js'
