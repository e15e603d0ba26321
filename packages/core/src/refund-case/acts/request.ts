import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { earlier, Instant, millisBetween } from '../../calendar/index.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { freightDue, parentFor } from '../../order-account/index.js'
import type { PolicyPin } from '../../policy/index.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Channel, Id, MinorUnits, Reason, Reference, Route, Uuid, words } from '../../vocabulary/index.js'
import { claimFor, type Claim } from '../claim.js'
import { CaseLine, type EventOf } from '../events/index.js'
import type { CaseFacts } from '../facts.js'
import { customer, evidence, shape } from '../fields/index.js'
import { linesOnce } from '../line-check.js'
import { refuse } from '../refuse.js'
import { failedConditions } from '../return-conditions.js'
import type { RefundCase } from '../state.js'
import { DestinationFields, destinationFor } from './change-destination.js'

/**
 * A refund is asked for (IN2–IN4). Amounts are minor units of the order's currency. Left out: `customer` is the acting
 * customer, `destination` the original channel, `policy` the only one there is, `firstContactAt` now.
 */
export const Request = shape(
  { route: Route, lines: t.readonlyArray(CaseLine), reason: Reason, channel: Channel },
  {
    orderId: Id,
    complaintNo: Id,
    caseNo: Reference,
    policy: Id,
    initiatedBy: words('RequestInitiator', 'customer', 'merchant'),
    evidence: t.readonlyArray(evidence(FreeText)),
    claimed: MinorUnits,
    destination: DestinationFields,
    customer: customer(FreeText),
    statement: FreeText,
    customerOpinion: FreeText,
    desk: Id,
    department: Reference,
    firstContactAt: Instant,
    purchasedAt: Instant,
    parent: Uuid,
  },
)
export type Request = t.TypeOf<typeof Request>

/** What a request rests on besides what every act does. */
export interface RequestFacts extends CaseFacts {
  readonly pin: PolicyPin
  readonly caseNo: string
  /** The case named as `parent`, where it exists. */
  readonly parent: RefundCase | undefined
}

// Clocks of one shop may differ by so much: what another one just saw is not in the future. Milliseconds.
const CLOCK_SKEW = 5_000

type Fields = Sealing<Request>
type Checked = Either<Refusal, true>
const ok: Checked = right(true)

/** Only what falls due after the last payment of an order is asked for without lines (§6-3). */
const isFreightOnly = (fields: Fields): boolean => fields.route === 'keepGoodsRefund' && fields.lines.length === 0

const shipmentFits = (fields: Fields, { account }: RequestFacts): Checked => {
  const shipment = account.order?.shipment
  if (shipment === undefined || isFreightOnly(fields)) return ok
  const misfits: { readonly [R in Route]?: ReadonlyArray<typeof shipment> } = {
    unshippedRefund: ['shipped', 'received'],
    interceptRefund: ['received'],
    returnRefund: ['unshipped'],
    exchangeOrRepair: ['unshipped'],
    keepGoodsRefund: ['unshipped'],
  }
  return misfits[fields.route]?.includes(shipment) === true
    ? refuse('ROUTE_DOES_NOT_FIT', 'IN7', { route: fields.route, shipment })
    : ok
}

const evidenceThere = (fields: Fields, { policy }: RequestFacts): Checked =>
  policy.routes[fields.route].evidenceRequired && (fields.evidence ?? []).length === 0 && !isFreightOnly(fields)
    ? refuse('EVIDENCE_REQUIRED', 'IN5', { route: fields.route })
    : ok

/** SH4: the freight of a return that was the merchant's fault, as its Shipped says with a receipt. */
const returnFreightOf = (fields: Fields, { parent, policy }: RequestFacts): Either<Refusal, number> => {
  if (parent === undefined) return refuse('PARENT_REQUIRED', 'SH4', { parent: fields.parent ?? 'none' })
  const free = parent.shipped?.freight?.amount ?? 0
  if (free === 0) return refuse('RETURN_FREIGHT_UNKNOWN', 'SH4', { parent: fields.parent })
  if (parent.fault === undefined || !policy.freightCompensation.faults.includes(parent.fault))
    return refuse('FREIGHT_NOT_COMPENSATED', policy.freightCompensation.source, {
      fault: parent.fault ?? 'notJudged',
      needs: policy.freightCompensation.faults,
    })
  const asked = fields.claimed ?? free
  return asked > free ? refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-5', { asked, free }) : right(asked)
}

const freightOnly = (fields: Fields, facts: RequestFacts): Either<Refusal, Claim> => {
  if (facts.parent === undefined) return refuse('PARENT_REQUIRED', '§6-3', { parent: fields.parent ?? 'none' })
  const due = freightDue(facts.account, facts.caseId, undefined, facts.policy.freight.rule)
  const asked = fields.claimed ?? due
  if (due === 0) return refuse('FREIGHT_NOT_DUE', '§6-3', { asked, held: 0 })
  return asked > due
    ? refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-4', { asked, free: due })
    : right({ lines: [], claimed: { freight: asked } })
}

const claimOf = (fields: Fields, facts: RequestFacts): Either<Refusal, Claim> => {
  if (isFreightOnly(fields)) return freightOnly(fields, facts)
  let sum = fields.claimed
  if (fields.route === 'freightCompensation') {
    const freight = returnFreightOf(fields, facts)
    if (isLeft(freight)) return freight
    sum = freight.right
  }
  return claimFor({ caseId: facts.caseId, route: fields.route, lines: fields.lines, sum }, facts)
}

const customerOf = (fields: Fields, { actor }: RequestFacts): Either<Refusal, NonNullable<Fields['customer']>> => {
  const acting =
    actor.onBehalfOf?.role === 'customer' ? actor.onBehalfOf.id : actor.role === 'customer' ? actor.id : undefined
  if (fields.customer === undefined)
    return acting === undefined ? refuse('CUSTOMER_MISSING', 'IN4', {}) : right({ subject: acting })
  return acting === undefined || acting === fields.customer.subject
    ? right(fields.customer)
    : refuse('NOT_THE_CUSTOMER', '§4', {})
}

/** A parent is another case of the same order and the same customer: a return is compensated once, and to its own. */
const parentFits = (fields: Fields, { parent, account }: RequestFacts): Checked => {
  if (fields.parent === undefined) return ok
  const sameOrder = account.cases.has(fields.parent)
  const subject = fields.customer?.subject
  const sameCustomer = subject === undefined || subject === parent?.requested.customer.subject
  return parent !== undefined && sameOrder && sameCustomer
    ? ok
    : refuse('PARENT_REQUIRED', '§1', { parent: fields.parent })
}

const orderThere = (fields: Fields, { account, policy }: RequestFacts): Checked => {
  const needed = fields.route !== 'paymentFault'
  if (needed && account.order === undefined) return refuse('ORDER_UNKNOWN', '§1', { orderId: fields.orderId ?? 'none' })
  if (fields.orderId === undefined && fields.complaintNo === undefined)
    return refuse('ORDER_UNKNOWN', '§3', { orderId: 'none', complaintNo: 'none' })
  const currency = account.order?.currency
  return currency === undefined || currency === policy.currency
    ? ok
    : refuse('CURRENCY_DIFFERS', '§6', { order: currency, policy: policy.currency })
}

/**
 * The Requested of a new case. Whether what it claims is free the account decides: the case is opened only once all it
 * holds is reserved.
 */
export const request = (fields: Fields, facts: RequestFacts): Either<Refusal, EventOf<'Requested'>> => {
  for (const check of [orderThere, parentFits, shipmentFits, evidenceThere]) {
    const checked = check(fields, facts)
    if (isLeft(checked)) return checked
  }
  const distinct = linesOnce(fields.lines)
  if (isLeft(distinct)) return distinct
  const destination = destinationFor(fields.destination ?? { kind: 'original' }, facts)
  if (isLeft(destination)) return destination
  const who = customerOf(fields, facts)
  if (isLeft(who)) return who
  const claim = claimOf(fields, facts)
  if (isLeft(claim)) return claim
  const { now, account } = facts
  const firstContactAt = fields.firstContactAt ?? now
  for (const [field, given] of Object.entries({ firstContactAt, purchasedAt: fields.purchasedAt }))
    if (given !== undefined && millisBetween(now, given) > CLOCK_SKEW)
      return refuse('TIME_AHEAD', '§2', { field, given, now })
  const { route, reason, channel, orderId, complaintNo, statement, customerOpinion, purchasedAt } = fields
  // A reservation that a crash left behind remembers the parent that was found then.
  const parent =
    fields.parent ?? account.cases.get(facts.caseId)?.parent ?? parentFor(account, claim.right.lines, route)
  return right({
    type: 'Requested',
    data: {
      route,
      caseNo: facts.caseNo,
      accountId: orderId ?? complaintNo ?? facts.caseId,
      currency: account.order?.currency ?? facts.policy.currency,
      ...claim.right,
      reason,
      initiatedBy: fields.initiatedBy ?? 'customer',
      channel,
      evidence: fields.evidence ?? [],
      destination: destination.right,
      policy: facts.pin,
      customer: who.right,
      desk: fields.desk ?? 'main',
      department: fields.department ?? 'customerService',
      firstContactAt: earlier(firstContactAt, now),
      failedConditions: failedConditions(
        { route, reason, lines: claim.right.lines, now },
        account.order,
        facts.policy,
        facts.calendar,
      ),
      ...(orderId === undefined ? {} : { orderId }),
      ...(complaintNo === undefined ? {} : { complaintNo }),
      ...(statement === undefined ? {} : { statement }),
      ...(customerOpinion === undefined ? {} : { customerOpinion }),
      ...(purchasedAt === undefined ? {} : { purchasedAt }),
      ...(parent === undefined ? {} : { parent }),
    },
  })
}
