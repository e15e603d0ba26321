import type { Instant } from '../../calendar/index.js'
import type { JsonPointer, Stored, StreamName } from '../../eventsourcing/index.js'
import { minus, plus, totalOf, zero, type Amounts } from '../../money/amounts.js'
import type { PolicyPin } from '../../policy/index.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import type { Sealed, SealedPlace } from '../../sealing/index.js'
import type { Reason, Route } from '../../vocabulary/index.js'
import type { CaseRow } from './case-row.js'

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
  route: Route
  orderNo: string | null
  mobile: SealedPlace | null
  contact: SealedPlace | null
  bank: SealedPlace | null
  faultSymptom: SealedPlace | null
  /** Another account than the original. */
  account: SealedPlace | null
  holder: SealedPlace | null
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
  const card: CaseCard = {
    caseId,
    documentNo: data.caseNo,
    desk: data.desk,
    currency: data.currency,
    reason: data.reason,
    submitter: meta.actor.id,
    requestedAt: meta.occurredAt,
    policy: data.policy,
    route: data.route,
    orderNo: data.orderId ?? null,
    mobile:
      placed('/customer/registeredMobile', customer.registeredMobile) ?? placed('/customer/contact', customer.contact),
    contact: placed('/customer/contact', customer.contact),
    bank: placed('/customer/bank', customer.bank),
    faultSymptom: null,
    account: null,
    holder: null,
    amount: totalOf(data.claimed),
    accrued: zero,
  }
  if (data.destination.kind === 'other') redirect(card, data.destination)
  return card
}

const redirect = (card: CaseCard, destination: CaseEventOf<'DestinationChanged'>['data']['destination']): void => {
  if (destination.kind === 'original') {
    card.account = null
    card.holder = null
    return
  }
  card.bank = placed('/destination/bank', destination.bank)
  card.account = placed('/destination/account', destination.account)
  card.holder = placed('/destination/holder', destination.holder)
}

/** Brings the card up to one more event of its case. */
export const updateCard = (card: CaseCard, event: Stored<CaseEvent>): void => {
  switch (event.type) {
    case 'EvidenceAdded': {
      const sheet = event.data.faultSheet
      if (sheet === undefined) break
      card.orderNo = card.orderNo ?? sheet.orderNos[0] ?? null
      card.mobile = placed('/faultSheet/registeredMobile', sheet.registeredMobile) ?? card.mobile
      card.bank = placed('/faultSheet/bank', sheet.bank) ?? card.bank
      card.faultSymptom = placed('/faultSheet/symptom', sheet.symptom) ?? card.faultSymptom
      break
    }
    case 'RouteChanged':
      card.route = event.data.to
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
      redirect(card, event.data.destination)
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
export const voidsOf = ({ data }: CaseEvent): Amounts | undefined => ('voids' in data ? data.voids : undefined)

/** What every paper says of the case, for this amount. */
export const rowOf = (card: CaseCard, amount = card.amount): CaseRow => ({
  caseId: card.caseId,
  documentNo: card.documentNo,
  route: card.route,
  orderNo: card.orderNo,
  mobile: card.mobile,
  contact: card.contact,
  bank: card.bank,
  amount,
  currency: card.currency,
})
