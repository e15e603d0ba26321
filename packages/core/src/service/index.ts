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
