import type { CaseLook } from './case-look.js'
import type { CaseRun } from './result.js'

/** A case as a result shows it. */
export const caseRun = (look: CaseLook, nameOf: (caseId: string) => string): CaseRun => ({
  caseId: look.caseId,
  case: nameOf(look.caseId),
  caseNo: look.state.requested.caseNo,
  route: look.state.route,
  orderId: look.state.requested.orderId,
  situation: look.situation,
  revision: look.state.revision,
  amounts: look.amounts,
  quote: look.state.quote,
  deadlines: look.deadlines,
  binding: look.binding,
  breaches: look.breaches.map(({ rule, at, deadline }) => ({
    rule,
    limit: deadline,
    at,
    metAt: deadline.status === 'met' ? deadline.endedAt : undefined,
  })),
})
