import { totalOf } from '../../money/index.js'
import { evolve, noCase, situationOf, type CaseState, type RefundCase } from '../../refund-case/index.js'
import { placed } from '../case-rows/case-card.js'
import { ofOneCase, type CaseHistory } from '../one-case/one-case.js'
import { amountsAskedBy } from '../queues/amounts-asked.js'
import type { ApplicationSheet, HandlingDepartment, SheetStage, StageOpinion } from './application-sheet.js'
import { withVoids, writtenBy, type Written } from './stage-opinions.js'

/** The refund application sheet of a case, by its history; `undefined` before it was requested. */
export const applicationSheetOf = ({ caseId, events, purchasedAt }: CaseHistory): ApplicationSheet | undefined => {
  let state: CaseState = noCase
  let written: ReadonlyArray<Written> = []
  // Who filled the sheet, and when: the fault sheet, where there is one.
  let filled: { readonly by: string; readonly at: ApplicationSheet['submittedAt'] } | undefined
  for (const event of events) {
    state = evolve(state, event)
    if (state.kind !== 'case') continue
    written = withVoids(written, writtenBy(event), state)
    const fills = event.type === 'EvidenceAdded' && event.data.faultSheet !== undefined
    if (fills || filled === undefined) filled = { by: event.meta.actor.id, at: event.meta.occurredAt }
  }
  if (state.kind !== 'case' || filled === undefined) return undefined
  const { requested, faultSheet } = state
  const { customer } = requested
  const sheet = faultSheet?.sheet
  const own = requested.orderId === undefined ? [] : [requested.orderId]
  return {
    caseId,
    documentNo: requested.caseNo,
    route: state.route,
    situation: situationOf(state),
    reason: requested.reason,
    department: requested.department,
    reportedAt: requested.firstContactAt,
    symptom: placed('/faultSheet/symptom', sheet?.symptom) ?? placed('/statement', requested.statement),
    mobile:
      placed('/faultSheet/registeredMobile', sheet?.registeredMobile) ??
      placed('/customer/registeredMobile', customer.registeredMobile) ??
      placed('/customer/contact', customer.contact),
    purchasedAt: sheet?.purchasedAt ?? requested.purchasedAt ?? purchasedAt ?? null,
    bank: placed('/faultSheet/bank', sheet?.bank) ?? placed('/customer/bank', customer.bank),
    orderNos: sheet?.orderNos ?? own,
    amount: totalOf(amountsAskedBy(state)),
    currency: requested.currency,
    customerOpinion: placed('/customerOpinion', requested.customerOpinion),
    submittedBy: filled.by,
    submittedAt: filled.at,
    handledBy: handledBy(state),
    stages: boxesOf(written),
  }
}

/** The refund application sheet of one case, kept as its events come. */
export const applicationSheet = ofOneCase('applicationSheet', 1, applicationSheetOf)

const boxesOf = (written: ReadonlyArray<Written>): ApplicationSheet['stages'] => {
  const box = (stage: SheetStage): ReadonlyArray<StageOpinion> =>
    written.flatMap((each) => (each.stage === stage ? [each.opinion] : []))
  return {
    customerService: box('customerService'),
    technical: box('technical'),
    cashier: box('cashier'),
    accountant: box('accountant'),
    financeDirector: box('financeDirector'),
    president: box('president'),
    followUp: box('followUp'),
  }
}

/** Where the case lies now, as far as the case itself tells: unshipped goods never go to finance (AP4). */
const handledBy = (state: RefundCase): HandlingDepartment => {
  switch (situationOf(state)) {
    case 'inTransit':
    case 'received':
      return 'warehouse'
    case 'inspected':
      return state.inspection.result === 'passed' ? finance(state) : 'customerService'
    case 'inApproval':
    case 'approved':
    case 'paying':
    case 'paymentUnknown':
    case 'paymentFailed':
    case 'ruled':
      return finance(state)
    case 'accepted':
      return acceptedBy(state)
    default:
      return 'customerService'
  }
}

const finance = ({ route }: RefundCase): HandlingDepartment =>
  route === 'unshippedRefund' ? 'customerService' : 'finance'

const acceptedBy = (state: RefundCase): HandlingDepartment => {
  if (state.route === 'paymentFault') {
    if (state.submission === 'technical') return 'technical'
    return state.submission === 'finance' && state.funds.checked !== 'notReceived' ? 'finance' : 'customerService'
  }
  switch (state.route) {
    case 'keepGoodsRefund':
    case 'compensation':
    case 'freightCompensation':
      return state.approval.reworkDue ? 'customerService' : 'finance'
    default:
      return 'customerService'
  }
}
