import { chainFor } from '../../policy/index.js'
import type { Situation } from '../../refund-case/index.js'
import type { Role, Route } from '../../vocabulary/index.js'
import type { CaseCard } from './case-card.js'
import type { CaseProgress } from './case-progress.js'
import type { NextAction } from './next-action.js'
import type { Policies } from './policies.js'

const comesBack: ReadonlySet<Route> = new Set<Route>([
  'returnRefund',
  'interceptRefund',
  'exchangeOrRepair',
  'enforcedRefund',
])

/** What a case in that situation waits for. */
export const nextActionOf = (progress: CaseProgress, situation: Situation): NextAction => {
  switch (situation) {
    case 'requested':
      return progress.route === 'paymentFault' && !progress.hasFaultSheet ? 'fillFaultSheet' : 'review'
    case 'awaitingEvidence':
      return 'collectEvidence'
    case 'accepted':
      return afterAcceptance(progress)
    case 'inTransit':
      return 'receiveGoods'
    case 'received':
      return 'inspect'
    case 'inspected':
      return afterInspection(progress)
    case 'approved':
      return 'pay'
    case 'paying':
      return 'recordPaymentOutcome'
    case 'paymentUnknown':
      return 'findOutPayment'
    case 'paymentFailed':
      return progress.exceptionDue ? 'reportException' : 'payAgain'
    case 'paid':
      return progress.told ? 'close' : 'tellCustomer'
    case 'disputed':
      return 'answerDispute'
    case 'inApproval':
    case 'ruled':
      return approving(progress)
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
    case 'closed':
      return 'close'
  }
}

const afterAcceptance = (progress: CaseProgress): NextAction => {
  if (progress.route !== 'paymentFault') return comesBack.has(progress.route) ? 'awaitGoods' : approving(progress)
  switch (progress.submission) {
    case 'none':
    case 'technicalSentBack':
      return 'submitToTechnical'
    case 'technical':
      return 'verifyFault'
    case 'technicalAccepted':
    case 'financeSentBack':
      return 'submitToFinance'
    case 'finance':
      if (progress.funds === 'not') return 'checkFunds'
      return progress.funds === 'notReceived' ? 'close' : approving(progress)
  }
}

const afterInspection = (progress: CaseProgress): NextAction => {
  const { inspection, conceded, adjusted } = progress
  if (inspection === 'failed' && !conceded) return 'reviewAgain'
  if (inspection === 'partlyPassed' && !conceded && !adjusted) return 'adjustAmount'
  return progress.route === 'exchangeOrRepair' ? 'exchangeOrRepair' : approving(progress)
}

const approving = ({ reworkDue, route, otherDestination, verified }: CaseProgress): NextAction => {
  if (reworkDue) return route === 'paymentFault' ? 'submitToFinance' : 'reviewAgain'
  return otherDestination && !verified ? 'verifyDestination' : 'approve'
}

const whose: { readonly [A in Exclude<NextAction, 'approve'>]: Role } = {
  review: 'customerService',
  collectEvidence: 'customerService',
  awaitGoods: 'customer',
  receiveGoods: 'logistics',
  inspect: 'warehouse',
  reviewAgain: 'customerService',
  fillFaultSheet: 'customerService',
  submitToTechnical: 'csLead',
  verifyFault: 'technical',
  submitToFinance: 'csLead',
  checkFunds: 'cashier',
  adjustAmount: 'customerService',
  verifyDestination: 'accountant',
  exchangeOrRepair: 'warehouse',
  pay: 'cashier',
  recordPaymentOutcome: 'cashier',
  findOutPayment: 'cashier',
  reportException: 'cashier',
  payAgain: 'cashier',
  tellCustomer: 'customerService',
  close: 'customerService',
  answerDispute: 'customerService',
}

/** 交接环节: with whom a case is that waits for this. Whose the open step of approval is, its policy says. */
export const stageOf = (
  progress: CaseProgress,
  action: NextAction,
  { policy: pin, amount }: CaseCard,
  policies: Policies,
): Role => {
  if (action !== 'approve') return whose[action]
  const policy = policies.of(pin)
  const intercepted = progress.shipped === 'intercepted' && progress.inspection === 'passed'
  const chain = policy === undefined ? undefined : chainFor(policy, progress.route, intercepted, amount)
  return chain?.steps[progress.given] ?? 'accountant'
}
