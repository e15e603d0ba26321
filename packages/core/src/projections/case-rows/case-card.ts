import type { Instant } from '../../calendar/index.js'
import type { JsonPointer, Stored, StreamName } from '../../eventsourcing/index.js'
import { minus, plus, totalOf, zero, type Amounts } from '../../money/amounts.js'
import type { PolicyPin } from '../../policy/index.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import type { Sealed, SealedPlace } from '../../sealing/index.js'
import type { Reason, Route } from '../../vocabulary/index.js'
import type { CaseRow } from './case-row.js'

/** What is printed of a case wherever it stands. */
export interface CaseDetails {
  readonly route: Route
  readonly orderNo: string | null
  readonly mobile: SealedPlace | null
  readonly contact: SealedPlace | null
  readonly bank: SealedPlace | null
  readonly faultSymptom: SealedPlace | null
  /** Another account than the original. */
  readonly account: SealedPlace | null
  readonly holder: SealedPlace | null
}

/** What the papers know of one case, kept by the projection that owns it and changed in place. Plain JSON. */
export interface CaseCard {
  readonly caseId: string
  readonly documentNo: string
  readonly desk: string
  readonly currency: string
  readonly reason: Reason
  /** 提交人: who recorded the request. */
  readonly submitter: string
  readonly requestedAt: Instant
  readonly policy: PolicyPin
  /** What is printed of it: replaced whole where it changes, so that others may hold on to how it was. */
  details: CaseDetails
  /** What it is to pay in all, minor units: what is quoted, until then what is claimed. */
  amount: number
  /** What stands posted as approved: payable, in flight or paid. */
  accrued: Amounts
}

export const placed = (path: JsonPointer, sealed: Sealed | undefined): SealedPlace | null =>
  sealed === undefined ? null : { path, sealed }

/** The id of the case whose stream it is. */
export const caseIdOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1)

/** The card of a case as its request opens it. */
export const openCard = (caseId: string, { data, meta }: Stored<CaseEventOf<'Requested'>>): CaseCard => {
  const { customer } = data
  const contact = placed('/customer/contact', customer.contact)
  const details: CaseDetails = {
    route: data.route,
    orderNo: data.orderId ?? null,
    mobile: placed('/customer/registeredMobile', customer.registeredMobile) ?? contact,
    contact,
    bank: placed('/customer/bank', customer.bank),
    faultSymptom: null,
    account: null,
    holder: null,
  }
  return {
    caseId,
    documentNo: data.caseNo,
    desk: data.desk,
    currency: data.currency,
    reason: data.reason,
    submitter: meta.actor.id,
    requestedAt: meta.occurredAt,
    policy: data.policy,
    details: data.destination.kind === 'other' ? redirected(details, data.destination) : details,
    amount: totalOf(data.claimed),
    accrued: zero,
  }
}

const redirected = (
  details: CaseDetails,
  destination: CaseEventOf<'DestinationChanged'>['data']['destination'],
): CaseDetails =>
  destination.kind === 'original'
    ? { ...details, account: null, holder: null }
    : {
        ...details,
        bank: placed('/destination/bank', destination.bank),
        account: placed('/destination/account', destination.account),
        holder: placed('/destination/holder', destination.holder),
      }

const withFaultSheet = (
  details: CaseDetails,
  sheet: NonNullable<CaseEventOf<'EvidenceAdded'>['data']['faultSheet']>,
): CaseDetails => ({
  ...details,
  orderNo: details.orderNo ?? sheet.orderNos[0] ?? null,
  mobile: placed('/faultSheet/registeredMobile', sheet.registeredMobile) ?? details.mobile,
  bank: placed('/faultSheet/bank', sheet.bank) ?? details.bank,
  faultSymptom: placed('/faultSheet/symptom', sheet.symptom) ?? details.faultSymptom,
})

/** Brings the card up to one more event of its case. */
export const updateCard = (card: CaseCard, event: Stored<CaseEvent>): void => {
  switch (event.type) {
    case 'EvidenceAdded':
      if (event.data.faultSheet !== undefined) card.details = withFaultSheet(card.details, event.data.faultSheet)
      break
    case 'RouteChanged':
      card.details = { ...card.details, route: event.data.to }
      card.amount = totalOf(event.data.quote?.amounts ?? event.data.claimed)
      break
    case 'Reviewed':
      if (event.data.outcome === 'accepted' && event.data.quote !== null)
        card.amount = totalOf(event.data.quote.amounts)
      break
    case 'AmountAdjusted':
    case 'Ruled':
      card.amount = totalOf(event.data.quote.amounts)
      break
    case 'DestinationChanged':
      card.details = redirected(card.details, event.data.destination)
      break
    case 'Approved':
      if (event.data.completes) card.accrued = event.data.amounts
      break
    case 'Paid':
      if (event.data.posts !== undefined) card.accrued = plus(card.accrued, event.data.posts)
      break
    default:
  }
  const voids = voidsOf(event)
  if (voids !== undefined) card.accrued = minus(card.accrued, voids)
}

/** What the event takes back of what was approved. */
export const voidsOf = (event: CaseEvent): Amounts | undefined => {
  switch (event.type) {
    case 'RouteChanged':
    case 'Withdrawn':
    case 'SentBack':
    case 'AmountAdjusted':
    case 'ApprovalRefused':
    case 'PaymentFailed':
    case 'PaymentReversed':
    case 'DestinationChanged':
    case 'AlternativeAccepted':
    case 'Reviewed':
    case 'Ruled':
      return event.data.voids
    case 'FundsChecked':
      return event.data.result === 'notReceived' ? event.data.voids : undefined
    default:
      return undefined
  }
}

/** What every paper says of the case, for this amount and with these details. */
export const rowOf = (card: CaseCard, amount = card.amount, details = card.details): CaseRow => ({
  caseId: card.caseId,
  documentNo: card.documentNo,
  route: details.route,
  orderNo: details.orderNo,
  mobile: details.mobile,
  contact: details.contact,
  bank: details.bank,
  amount,
  currency: card.currency,
})
