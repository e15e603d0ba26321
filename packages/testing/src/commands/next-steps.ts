import { openStepOf, situationOf, totalOf, type ActName, type Role } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import type { CaseScene } from './given-command.js'

/** A step that somebody might well take next, and in which role. */
export type Step = readonly [name: ActName, role: Role]

const service: Role = 'customerService'
const lead: Role = 'csLead'

/** The first step so many times beside the others. */
const often = (times: number, main: Step, ...others: ReadonlyArray<Step>): ReadonlyArray<Step> => [
  ...Array.from({ length: times }, () => main),
  ...others,
]

const nothingOwed = ({ state }: CaseScene): boolean => totalOf(state.quote?.amounts ?? {}) === 0

const approving = (scene: CaseScene): ReadonlyArray<Step> => {
  const { state, policy } = scene
  const open = openStepOf(state, policy)
  if (nothingOwed(scene)) return often(3, ['close', lead], ['dispute', 'customer'], ['adjustAmount', service])
  if (!isRight(open)) return []
  if (state.approval.reworkDue) return often(2, ['review', lead], ['adjustAmount', service], ['submit', lead])
  const { role } = open.right
  return often(14, ['approve', role], ['refuseApproval', role], ['sendBack', role], ['changeDestination', 'customer'])
}

const payerOf = ({ state, policy }: CaseScene): Role => policy.routes[state.route].payers[0] ?? 'cashier'

const paymentFaultSteps = (scene: CaseScene): ReadonlyArray<Step> => {
  const { state } = scene
  if (state.faultSheet === undefined) return [['addEvidence', service]]
  if (state.judgement.outcome !== 'accepted') return [['review', lead]]
  switch (state.submission) {
    case 'none':
    case 'technicalSentBack':
      return [['submit', lead]]
    case 'technical':
      return often(3, ['review', 'technical'], ['sendBack', 'technical'])
    case 'technicalAccepted':
    case 'financeSentBack':
      return [['submit', lead]]
    case 'finance':
      return state.funds.checked === 'not' ? [['checkFunds', 'cashier']] : approving(scene)
  }
}

const afterAcceptance = (scene: CaseScene): ReadonlyArray<Step> => {
  const { state, policy } = scene
  if (state.route === 'paymentFault') return paymentFaultSteps(scene)
  if (policy.routes[state.route].milestones.Inspected === 'forbidden') return approving(scene)
  return often(8, ['ship', 'customer'], ['ship', 'logistics'], ['changeRoute', service], ['withdraw', 'customer'])
}

const intake = (scene: CaseScene): ReadonlyArray<Step> => {
  const { state } = scene
  if (state.route === 'enforcedRefund')
    return state.dispute === undefined ? [['dispute', 'platform']] : [['rule', 'platform']]
  if (state.route === 'paymentFault') return paymentFaultSteps(scene)
  const reviewer = state.requested.failedConditions.length > 0 ? lead : service
  return often(9, ['review', reviewer], ['review', lead], ['changeRoute', service], ['withdraw', 'customer'])
}

const inspected = (scene: CaseScene): ReadonlyArray<Step> => {
  const { inspection } = scene.state
  if (inspection.result === 'passed') return approving(scene)
  if (inspection.result === 'failed') return often(4, ['review', lead], ['inspect', 'warehouse'])
  if (inspection.result === 'partlyPassed' && !inspection.adjusted && !inspection.conceded)
    return often(3, ['adjustAmount', service], ['review', lead], ['approve', 'cashier'])
  return approving(scene)
}

const ended = often(2, ['dispute', 'customer'], ['acceptAlternative', 'customer'], ['close', lead])

const approved = (scene: CaseScene): ReadonlyArray<Step> => {
  const payer = payerOf(scene)
  const { value, verifiedBy } = scene.state.destination
  if (value.kind === 'other' && verifiedBy === undefined)
    return often(4, ['verifyDestination', 'accountant'], ['recordPayment', payer])
  return [
    ...often(3, ['recordPayment', payer], ['changeDestination', 'customer'], ['adjustAmount', service]),
    ...often(4, ['startPayment', payer]),
  ]
}

const paid = (scene: CaseScene): ReadonlyArray<Step> => {
  const payer = payerOf(scene)
  const unmatched = scene.state.attempts.some(({ status, bankLine }) => status === 'paid' && bankLine === undefined)
  const main: Step = unmatched ? ['matchBankLine', 'accountant'] : ['close', lead]
  return often(
    3,
    main,
    ['notify', service],
    ['close', lead],
    ['reversePayment', payer],
    ['confirmReceipt', 'customer'],
    ['dispute', 'customer'],
  )
}

const afterFailure = (scene: CaseScene): ReadonlyArray<Step> => {
  const payer = payerOf(scene)
  return [
    ...often(2, ['reportException', payer], ['recordPayment', payer], ['startPayment', payer]),
    ['changeDestination', service],
    ...approving(scene).slice(0, 1),
  ]
}

const underneath = (scene: CaseScene): ReadonlyArray<Step> => {
  const { state } = scene
  const payer = payerOf(scene)
  // As it would be were it not disputed: that stays allowed under a dispute.
  switch (situationOf({ ...state, dispute: undefined })) {
    case 'requested':
      return intake(scene)
    case 'awaitingEvidence':
      return [['addEvidence', 'customer'], ['addEvidence', 'customer'], ...intake(scene)]
    case 'accepted':
      return afterAcceptance(scene)
    case 'inTransit':
      return [['receiveGoods', 'warehouse']]
    case 'received':
      return [['inspect', 'warehouse']]
    case 'inspected':
      return inspected(scene)
    case 'ruled':
      return [...approving(scene), ['recordPayment', 'platform'], ['recordPayment', 'platform'], ['close', lead]]
    case 'inApproval':
      return approving(scene)
    case 'approved':
      return approved(scene)
    case 'paying':
      return often(
        3,
        ['recordPayment', payer],
        ['failPayment', payer],
        ['failPayment', payer],
        ['markPaymentUnknown', payer],
      )
    case 'paymentUnknown':
      return often(2, ['recordPayment', payer], ['failPayment', payer], ['startPayment', payer])
    case 'paymentFailed':
      return afterFailure(scene)
    case 'paid':
      return paid(scene)
    case 'declined':
    case 'withdrawn':
      return ended
    case 'disputed':
    case 'lapsed':
    case 'closed':
      return []
  }
}

const disputed = (scene: CaseScene): ReadonlyArray<Step> => [
  ...often(2, ['rule', 'platform'], ['rule', 'court'], ['addEvidence', service], ['review', lead]),
  ...underneath(scene),
]

const closed: ReadonlyArray<Step> = [
  ['giveFeedback', 'customer'],
  ['dispute', 'customer'],
  ['reopen', lead],
  ['reversePayment', 'cashier'],
  ['matchBankLine', 'accountant'],
  ['erasePersonalData', 'administration'],
  ['note', service],
]

/** What may be done at almost any time. */
export const sideSteps: ReadonlyArray<Step> = [
  ['note', service],
  ['addEvidence', 'customer'],
  ['withdraw', 'customer'],
  ['changeDestination', 'customer'],
  ['verifyDestination', 'accountant'],
  ['changeRoute', service],
  ['adjustAmount', service],
  ['notify', service],
  ['dispute', 'customer'],
  ['close', lead],
  ['review', lead],
]

/** The steps that lead on from here; the first one is the way that most cases go. */
export const nextSteps = (scene: CaseScene): ReadonlyArray<Step> => {
  const situation = situationOf(scene.state)
  if (situation === 'closed') return closed
  return situation === 'disputed' ? disputed(scene) : underneath(scene)
}
