import { totalOf } from '../../money/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import { evolve, noCase, type CaseEvent, type CaseState } from '../../refund-case/index.js'
import { placed } from '../case-rows/case-card.js'
import { ofOneCase, type CaseHistory } from '../one-case/one-case.js'
import type { CaseProgress, ProgressEntry, ProgressStep } from './case-progress.js'
import { isCustomersTurn, stageOf } from './stage.js'

/** What the customer of a case may know of it, by its history; `undefined` before it was requested. */
export const caseProgressOf = ({ caseId, events }: CaseHistory): CaseProgress | undefined => {
  let state: CaseState = noCase
  let returnInstructions: CaseProgress['returnInstructions'] = null
  let declined: CaseProgress['declined'] = null
  const entries: Array<ProgressEntry> = []
  for (const event of events) {
    state = evolve(state, event)
    const entry = entryOf(event)
    if (entry !== undefined) entries.push(entry)
    if (event.type !== 'Reviewed' || event.data.stage === 'technical') continue
    if (event.data.outcome === 'accepted') {
      returnInstructions = placed('/returnInstructions', event.data.returnInstructions) ?? returnInstructions
      declined = null
    }
    if (event.data.outcome === 'declined') {
      const { reason, alternatives, statement } = event.data
      declined = { reason, alternatives, statement: placed('/statement', statement) }
    }
  }
  if (state.kind !== 'case') return undefined
  const stage = stageOf(state, lastFailure(events))
  return {
    caseId,
    caseNo: state.requested.caseNo,
    route: state.route,
    currency: state.requested.currency,
    stage,
    yourTurn: isCustomersTurn(stage),
    claimed: totalOf(state.claimed),
    agreed: state.quote === undefined ? null : totalOf(state.quote.amounts),
    paid: totalOf(state.netPaid),
    returnInstructions: stage === 'goodsToSend' ? returnInstructions : null,
    declined: state.end.how === 'declined' ? declined : null,
    entries,
  }
}

/** The progress of one case, kept as its events come. */
export const caseProgress = ofOneCase('caseProgress', 1, caseProgressOf)

const lastFailure = (events: ReadonlyArray<Stored<CaseEvent>>): string | undefined => {
  const failed = events.findLast(({ type }) => type === 'PaymentFailed' || type === 'PaymentReversed')
  return failed?.type === 'PaymentFailed' || failed?.type === 'PaymentReversed' ? failed.data.reason : undefined
}

type Told = Omit<ProgressEntry, 'at'>

const told = (step: ProgressStep, more: Omit<Told, 'step'> = {}): Told => ({ step, ...more })

const entryOf = (event: Stored<CaseEvent>): ProgressEntry | undefined => {
  const step = toldOf(event)
  return step === undefined ? undefined : { ...step, at: event.meta.occurredAt }
}

/** What a customer is told of an event; nothing of what goes on between departments. */
const toldOf = (event: CaseEvent): Told | undefined => {
  switch (event.type) {
    case 'Requested':
      return told('requested', { amount: totalOf(event.data.claimed) })
    case 'EvidenceAdded':
      return event.data.side === 'customer' ? told('evidenceReceived') : undefined
    case 'Reviewed':
      return reviewTold(event.data)
    case 'RouteChanged':
      return told('routeChanged')
    case 'AmountAdjusted':
      return told('amountChanged', { amount: totalOf(event.data.quote.amounts) })
    case 'Shipped':
      return told(event.data.method === 'intercepted' ? 'intercepted' : 'goodsSent')
    case 'GoodsReceived':
      return told('goodsReceived')
    case 'Inspected':
      return told(inspectionSteps[event.data.result])
    case 'FundsChecked':
      return told(event.data.result === 'received' ? 'fundsReceived' : 'fundsNotReceived')
    case 'Approved':
      return event.data.completes ? told('approved', { amount: totalOf(event.data.amounts) }) : undefined
    case 'PaymentStarted':
      return told('paymentStarted', { amount: totalOf(event.data.amounts), method: event.data.method })
    case 'PaymentFailed':
      return told('paymentFailed')
    case 'Paid':
      return told('paid', { amount: totalOf(event.data.amounts), method: event.data.method })
    case 'PaymentReversed':
      return told('paymentReversed', { amount: totalOf(event.data.amounts) })
    case 'Notified':
      return event.data.to === 'customer' && event.data.extension !== undefined
        ? told('extended', { until: event.data.extension.until })
        : undefined
    case 'Disputed':
      return told('disputed')
    case 'Ruled':
      return told('ruled', { amount: totalOf(event.data.quote.amounts) })
    case 'AlternativeAccepted':
      return told('alternativeAccepted')
    case 'Withdrawn':
      return told('withdrawn')
    case 'Closed':
      return told('closed')
    case 'Reopened':
      return told('reopened')
    default:
      return undefined
  }
}

const inspectionSteps = {
  passed: 'inspectionPassed',
  partlyPassed: 'inspectionPartlyPassed',
  failed: 'inspectionFailed',
} as const

const reviewTold = (data: Extract<CaseEvent, { readonly type: 'Reviewed' }>['data']): Told | undefined => {
  if (data.outcome === 'moreEvidence') return told('evidenceAsked')
  if (data.outcome === 'declined') return told('declined')
  if (data.stage === 'technical') return undefined
  return data.quote === null ? told('accepted') : told('accepted', { amount: totalOf(data.quote.amounts) })
}
