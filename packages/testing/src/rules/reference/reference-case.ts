import type { CaseEvent, CaseEventOf, Route, Stored } from '@refund-case/core'
import { observePayment } from './reference-payment.js'
import { destinationOf, opened, total, type ReferenceCase } from './reference-record.js'

const voided = (known: ReferenceCase): void => {
  known.approvals = []
  known.inForce = undefined
}

const reviewed = (known: ReferenceCase, { data, meta }: Stored<CaseEventOf<'Reviewed'>>): void => {
  known.reviewers.add(meta.actor.id)
  if (data.outcome === 'moreEvidence') return
  if (data.stage === 'technical' && data.outcome === 'accepted') return
  // What was paid stays paid: a decline then only answers a dispute.
  if (data.outcome === 'declined' && total(known.netPaid) > 0) return
  known.accepted = data.outcome === 'accepted'
  known.ended = data.outcome === 'declined'
  voided(known)
  if (data.outcome === 'declined') {
    known.acceptedByLead = undefined
    return
  }
  known.acceptedByLead = meta.actor.role === 'csLead' ? meta.actor.id : undefined
  if (known.route !== 'paymentFault') known.reworkDue = false
  if (data.quote !== null) known.quote = data.quote.amounts
  if (data.stage === 'afterInspection' && known.inspection !== 'none' && known.inspection !== 'passed')
    known.conceded = true
}

const inspected = (known: ReferenceCase, { data }: Stored<CaseEventOf<'Inspected'>>): void => {
  known.inspection = data.result
  known.conceded = false
  known.adjusted = false
}

const approved = (known: ReferenceCase, { data, meta }: Stored<CaseEventOf<'Approved'>>): void => {
  const { round, step, role, amounts, completes } = data
  known.approvals = [...known.approvals, { round, step, role, by: meta.actor.id, amounts }]
  known.roundsUsed = Math.max(known.roundsUsed, round)
  if (completes) known.inForce = { amounts, lastBy: meta.actor.id }
}

const takesBack = (route: Route): boolean => route === 'returnRefund' || route === 'exchangeOrRepair'

/** Goods on their way stay so where the new route takes the same ones back; else they are no longer this case's. */
const routeChanged = (known: ReferenceCase, { data, meta }: Stored<CaseEventOf<'RouteChanged'>>): void => {
  const most = new Map(known.lines.map(({ lineNo, quantity }) => [lineNo, quantity]))
  const sameGoods = data.lines.every(({ lineNo, quantity }) => quantity <= (most.get(lineNo) ?? 0))
  if (!takesBack(known.route) || !takesBack(data.to) || !sameGoods) {
    known.inspection = 'none'
    known.intercepted = false
    known.conceded = false
    known.adjusted = false
  }
  known.route = data.to
  known.lines = data.lines
  known.recorders.add(meta.actor.id)
  known.quote = data.quote?.amounts
  if (data.quote === null) {
    known.accepted = false
    known.reworkDue = false
  }
}

/** Takes one more event into the record. */
export const observe = (known: ReferenceCase, event: Stored<CaseEvent>): void => {
  const by = event.meta.actor.id
  switch (event.type) {
    case 'Reviewed':
      return reviewed(known, event)
    case 'Inspected':
      return inspected(known, event)
    case 'Shipped':
      known.intercepted = event.data.method === 'intercepted'
      return
    case 'Approved':
      return approved(known, event)
    case 'ApprovalRefused':
      known.reworkDue = true
      return voided(known)
    case 'SentBack':
      if (event.data.by !== 'finance') return
      known.reworkDue = true
      return voided(known)
    case 'Submitted':
      if (event.data.to === 'finance') known.reworkDue = false
      return
    case 'AmountAdjusted':
      known.quote = event.data.quote.amounts
      known.lines = event.data.lines
      known.recorders.add(by)
      known.adjusted = known.inspection === 'partlyPassed'
      if (known.route !== 'paymentFault') known.reworkDue = false
      return voided(known)
    case 'RouteChanged':
      routeChanged(known, event)
      return voided(known)
    case 'DestinationChanged':
      known.destination = destinationOf(event.data.destination, by)
      known.verifiedBy = undefined
      known.recorders.add(by)
      return voided(known)
    case 'DestinationVerified':
      known.verifiedBy = by
      return
    case 'Ruled':
      known.quote = event.data.quote.amounts
      known.ended = false
      known.ruling = { id: event.meta.id, goodsTo: event.data.goodsTo }
      known.reworkDue = false
      return voided(known)
    case 'FundsChecked':
      if (event.data.result === 'received') known.fundsConfirmed = event.data.amount
      else voided(known)
      return
    case 'Withdrawn':
      known.accepted = false
      known.acceptedByLead = undefined
      known.ended = true
      return voided(known)
    case 'AlternativeAccepted':
      known.ended = true
      return voided(known)
    case 'Disputed':
      known.everDisputed = true
      return
    case 'EvidenceAdded':
      if (event.data.faultSheet !== undefined) known.sheetBy = by
      return
    default:
      observePayment(known, event)
  }
}

/** A moment of a case: the record before the event, and the event. */
export interface Moment {
  readonly before: ReferenceCase
  readonly event: Stored<CaseEvent>
}

/** Shows each event with the record as it stood before it, and answers with the record at the end. */
export const walk = (
  events: ReadonlyArray<Stored<CaseEvent>>,
  visit: (moment: Moment) => void = () => undefined,
): ReferenceCase | undefined => {
  const [first, ...rest] = events
  if (first?.type !== 'Requested') return undefined
  const known = opened(first)
  for (const event of rest) {
    visit({ before: known, event })
    observe(known, event)
  }
  return known
}
