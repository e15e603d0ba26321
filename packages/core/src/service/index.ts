export type {
  ActionView,
  Answer,
  CaseCommand,
  CaseView,
  CommandFrame,
  Failure,
  Outcome,
  Plain,
  Platform,
  RefundService,
  RequestCommand,
  ServiceOptions,
  Swept,
} from './api.js'
export { refundService } from './refund-service.js'
export {
  accountKind,
  accountStream,
  caseKind,
  caseNumberStream,
  caseStream,
  ownNumberStream,
  policyBookStream,
  workCalendarStream,
} from './streams.js'
export type {
  DeskService,
  DeskServiceOptions,
  LedgerCommand,
  LedgerDeadline,
  LedgerOutcome,
  LedgerView,
  ShiftCommand,
  ShiftOutcome,
  ShiftView,
} from './duty/api.js'
export { deskService } from './duty/desk-service.js'
export { deskPlanStream } from './duty/plans.js'
