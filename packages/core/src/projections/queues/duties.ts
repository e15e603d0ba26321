import { isLeft } from 'fp-ts/lib/Either.js'
import type { Policy } from '../../policy/index.js'
import { openStepOf, situationOf, isOpen, type RefundCase } from '../../refund-case/index.js'
import { approvalOpens } from '../../refund-case/approval-opening.js'
import { missingInSheet } from '../../refund-case/fault-sheet.js'
import { situationUnder } from '../../refund-case/situation.js'
import type { Role } from '../../vocabulary/index.js'
import type { NextAction } from '../case-rows/index.js'

/** What somebody of a role has to do on a case next. */
export interface Duty {
  readonly role: Role
  readonly action: NextAction
}

/** What has to be done next on a case, and by whom: a pure function of the case and its policy; none once it has ended. */
export const dutiesOf = (state: RefundCase, policy: Policy): ReadonlyArray<Duty> => {
  const situation = situationOf(state)
  if (!isOpen(situation)) return []
  if (situation !== 'disputed') return dutiesUnder(state, policy)
  const answer: Duty = { role: 'customerService', action: 'answerDispute' }
  return state.end.how === 'none' ? [answer, ...dutiesUnder(state, policy)] : [answer]
}

const service = (action: NextAction): ReadonlyArray<Duty> => [{ role: 'customerService', action }]
const lead = (action: NextAction): ReadonlyArray<Duty> => [{ role: 'csLead', action }]

const dutiesUnder = (state: RefundCase, policy: Policy): ReadonlyArray<Duty> => {
  switch (situationUnder(state)) {
    case 'requested':
      return state.route === 'paymentFault' ? faultDuties(state, policy) : reviewDuties(state)
    case 'awaitingEvidence':
      return service('collectEvidence')
    case 'accepted':
      return state.route === 'paymentFault' ? faultDuties(state, policy) : acceptedDuties(state, policy)
    case 'inTransit':
      return [{ role: 'warehouse', action: 'receiveGoods' }]
    case 'received':
      return [{ role: 'warehouse', action: 'inspect' }]
    case 'inspected':
    case 'ruled':
    case 'inApproval':
      return approvalDuties(state, policy)
    case 'approved':
      return paymentDuties(state, policy, 'pay')
    case 'paying':
      return [{ role: payerOf(state, policy), action: 'recordPaymentOutcome' }]
    case 'paymentUnknown':
      return [{ role: payerOf(state, policy), action: 'findOutPayment' }]
    case 'paymentFailed':
      return isRunning(state, 'exceptionReport')
        ? [{ role: payerOf(state, policy), action: 'reportException' }, ...paymentDuties(state, policy, 'payAgain')]
        : paymentDuties(state, policy, 'payAgain')
    case 'paid':
      return isRunning(state, 'finance') ? [{ role: payerOf(state, policy), action: 'tellCustomer' }] : service('close')
    default:
      return []
  }
}

const isRunning = (state: RefundCase, rule: 'exceptionReport' | 'finance'): boolean =>
  state.clocks.some((clock) => clock.rule === rule && clock.end === undefined)

/** A request that fails a return condition is the lead's to accept. */
const reviewDuties = (state: RefundCase): ReadonlyArray<Duty> =>
  state.failedConditions.length === 0 ? service('review') : lead('review')

const faultDuties = (state: RefundCase, policy: Policy): ReadonlyArray<Duty> => {
  if (state.faultSheet === undefined || missingInSheet(state.faultSheet.sheet).length > 0)
    return service('fillFaultSheet')
  if (state.judgement.outcome === 'none' || state.acceptedByLead === undefined) return lead('review')
  switch (state.submission) {
    case 'none':
    case 'technicalSentBack':
      return lead('submitToTechnical')
    case 'technical':
      return [{ role: 'technical', action: 'verifyFault' }]
    case 'technicalAccepted':
    case 'financeSentBack':
      return lead('submitToFinance')
    case 'finance':
      if (state.funds.checked === 'not') return [{ role: 'cashier', action: 'checkFunds' }]
      return state.funds.checked === 'received' ? approvalDuties(state, policy) : service('close')
  }
}

const acceptedDuties = (state: RefundCase, policy: Policy): ReadonlyArray<Duty> => {
  if (policy.routes[state.route].milestones.Shipped !== 'required') return approvalDuties(state, policy)
  return state.route === 'interceptRefund' ? [{ role: 'logistics', action: 'awaitGoods' }] : service('awaitGoods')
}

const approvalDuties = (state: RefundCase, policy: Policy): ReadonlyArray<Duty> => {
  const opens = approvalOpens(state, policy)
  if (isLeft(opens)) return beforeApproval(state, opens.left.code)
  const step = openStepOf(state, policy)
  return isLeft(step) ? service('close') : [{ role: step.right.role, action: 'approve' }]
}

/** What stands in the way of the first approval, as the refusal of one would say. */
const beforeApproval = (state: RefundCase, code: string): ReadonlyArray<Duty> => {
  switch (code) {
    case 'AMOUNT_NOT_ADJUSTED':
    case 'PAID_ABOVE_AMOUNT':
      return service('adjustAmount')
    case 'NOTHING_TO_APPROVE':
      return service(state.route === 'exchangeOrRepair' ? 'exchangeOrRepair' : 'close')
    case 'FORBIDDEN_BY_ROUTE':
    case 'ALREADY_PAID':
      return service('close')
    case 'RULING_MISSING':
      return service('answerDispute')
    case 'FUNDS_NOT_CHECKED':
      return [{ role: 'cashier', action: 'checkFunds' }]
    case 'NOT_SUBMITTED':
      return lead('submitToFinance')
    default:
      return state.route === 'paymentFault' && code === 'REWORK_DUE' ? lead('submitToFinance') : service('reviewAgain')
  }
}

/** Money goes to another account only once that is verified. */
const paymentDuties = (state: RefundCase, policy: Policy, action: 'pay' | 'payAgain'): ReadonlyArray<Duty> => {
  const { value, verifiedBy } = state.destination
  return value.kind === 'other' && verifiedBy === undefined
    ? [{ role: 'accountant', action: 'verifyDestination' }]
    : [{ role: payerOf(state, policy), action }]
}

/** Who pays the route: customer service where it may (AP4), else the first of staff, else the system. */
const payerOf = (state: RefundCase, policy: Policy): Role => {
  const { payers } = policy.routes[state.route]
  if (payers.includes('customerService')) return 'customerService'
  return payers.find((role) => role !== 'system') ?? payers[0] ?? 'cashier'
}
