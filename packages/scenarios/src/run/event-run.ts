import { chainFor, totalOf, type Amounts, type CaseEvent, type Policy, type Stored } from '@refund-case/core'
import type { EventRun } from './result.js'
import type { NewCaseEvent, Tape } from './tape.js'

/** What an event is about in money. */
const amountsOf = ({ type, data }: Stored<CaseEvent>): Amounts | undefined => {
  switch (type) {
    case 'Requested':
      return data.claimed
    case 'Reviewed':
      return data.outcome === 'accepted' ? data.quote?.amounts : undefined
    case 'AmountAdjusted':
    case 'Ruled':
      return data.quote.amounts
    case 'Approved':
    case 'PaymentStarted':
    case 'Paid':
    case 'PaymentFailed':
    case 'PaymentReversed':
      return data.amounts
    case 'FundsChecked':
      return data.result === 'received' ? { funds: data.amount } : undefined
    default:
      return undefined
  }
}

/** The clause of the policy, or of the model, that an event rests on. */
const clauseOf = ({ before, event }: NewCaseEvent, policy: Policy | undefined): string | undefined => {
  if (policy === undefined) return undefined
  switch (event.type) {
    case 'Requested':
      return event.data.failedConditions[0]?.source ?? policy.routes[event.data.route].source
    case 'RouteChanged':
      return policy.routes[event.data.to].source
    case 'Reviewed': {
      const term = event.data.outcome === 'accepted' ? event.data.quote?.terms[0] : undefined
      return term === undefined ? policy.deadlines.review?.source : `${term.rule}, ${term.clause}`
    }
    case 'AmountAdjusted':
    case 'Ruled':
      return event.data.quote.terms[0]?.clause
    case 'Approved': {
      if (before.kind !== 'case') return undefined
      const intercepted = before.shipped?.method === 'intercepted' && before.inspection.result === 'passed'
      const chain = chainFor(policy, before.route, intercepted, totalOf(event.data.amounts))
      return event.data.role === 'president' ? policy.president?.source : chain?.source
    }
    case 'PaymentStarted':
    case 'Paid':
      return policy.deadlines.payment?.source
    case 'PaymentFailed':
    case 'ExceptionReported':
      return policy.deadlines.exceptionReport?.source
    default:
      return undefined
  }
}

/** An event as a result shows it. */
export const eventRun = (tape: Tape, taped: NewCaseEvent, nameOf: (caseId: string) => string): EventRun => {
  const { caseId, event, data } = taped
  const state = tape.cases.get(caseId)?.state
  const policy = state?.kind === 'case' ? tape.policies.get(state.requested.policy.digest) : undefined
  return {
    caseId,
    case: nameOf(caseId),
    revision: event.meta.revision,
    type: event.type,
    occurredAt: event.meta.occurredAt,
    actor: event.meta.actor,
    data,
    amounts: amountsOf(event),
    clause: clauseOf(taped, policy),
  }
}
