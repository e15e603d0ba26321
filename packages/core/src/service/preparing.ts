import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Refusal, StoreError } from '../eventsourcing/index.js'
import type { OrderAccount, OrderFacts } from '../order-account/index.js'
import type { Policy, PolicyPin } from '../policy/index.js'
import {
  checkRole,
  evolve,
  noCase,
  request as decideRequest,
  type CaseActor,
  type CaseEvent,
  type CaseEventOf,
  type FieldsOf,
  type RefundCase,
  type RequestFacts,
} from '../refund-case/index.js'
import type { Sealing } from '../sealing/index.js'
import { isStaff } from '../vocabulary/index.js'
import { accountToken } from './account-token.js'
import { provisional } from './answering.js'
import type { Failure } from './api.js'
import type { KnownCalendars, ServiceContext } from './context.js'
import { decodeOrder, type Decoded } from './decoding.js'
import { calendarAt, knownCalendars, newestPolicy } from './publishing.js'
import { sealCommand } from './sealing.js'
import { loadCase } from './settling.js'
import { caseStream } from './streams.js'

type Answered<T> = Promise<Either<Failure, T>>

/** What a request needs before it is decided. */
export interface PreparedRequest {
  readonly caseId: string
  readonly accountId: string
  readonly actor: CaseActor
  readonly fields: Sealing<FieldsOf<'request'>>
  readonly accountToken: string | undefined
  readonly order: OrderFacts | undefined
  readonly policy: Policy
  readonly pin: PolicyPin
  readonly calendars: KnownCalendars
  readonly parent: RefundCase | undefined
}

/** The order as the shop states it: from the port, or inline from staff or system, never from a customer. */
const orderOf = async (
  { options }: ServiceContext,
  actor: CaseActor,
  orderId: string | undefined,
  inline: OrderFacts | undefined,
): Answered<OrderFacts | undefined> => {
  if (inline !== undefined) {
    if (actor.role !== 'system' && !isStaff(actor.role))
      return left(refusal('ORDER_UNKNOWN', { orderId: orderId ?? 'none', statedBy: actor.role }))
    if (inline.orderId !== orderId)
      return left(refusal('ORDER_DIFFERS', { orderId: orderId ?? 'none', place: '/orderId' }))
    return right(inline)
  }
  if (orderId === undefined || options.orders === undefined) return right(undefined)
  try {
    const found: unknown = await options.orders(orderId)
    if (found === undefined) return right(undefined)
    const order = decodeOrder(found)
    return isLeft(order) || order.right.orderId === orderId
      ? order
      : left(refusal('ORDER_DIFFERS', { orderId, place: '/orderId' }))
  } catch {
    return left(ordersFailed)
  }
}

const refusal = (code: string, facts: Refusal['facts']): Refusal => ({ kind: 'refusal', code, rule: '§1', facts })

const ordersFailed: StoreError = {
  kind: 'storeError',
  code: 'STORE_UNAVAILABLE',
  written: 'no',
  message: 'The orders port failed. Nothing was written; try again when it answers.',
  facts: { port: 'orders' },
}

/** Gathers what a request rests on; nothing is written. */
export const prepareRequest = async (
  context: ServiceContext,
  actor: CaseActor,
  caseId: string,
  { fields }: Decoded<'request'>,
  inline: OrderFacts | undefined,
): Answered<PreparedRequest> => {
  const role = checkRole('request', actor)
  if (isLeft(role)) return role
  const [order, version, calendars] = await Promise.all([
    orderOf(context, actor, fields.orderId, inline),
    newestPolicy(context, fields.policy),
    knownCalendars(context),
  ])
  if (isLeft(order)) return order
  if (isLeft(version)) return version
  if (isLeft(calendars)) return calendars
  const parent = fields.parent === undefined ? undefined : await loadCase(context, fields.parent)
  if (parent !== undefined && isLeft(parent)) return parent
  const token = accountToken(context, fields)
  if (isLeft(token)) return token
  const subject = fields.customer?.subject ?? (actor.onBehalfOf ?? actor).id
  const sealed = await sealCommand(context, 'request', fields, subject, caseStream(caseId))
  if (isLeft(sealed)) return sealed
  return right({
    caseId,
    accountId: fields.orderId ?? fields.complaintNo ?? caseId,
    actor,
    fields: sealed.right,
    accountToken: token.right,
    order: order.right,
    ...version.right,
    calendars: calendars.right,
    parent: parent?.right.state.kind === 'case' ? parent.right.state : undefined,
  })
}

/** The Requested on an account that has the order recorded. */
export const decideOn = (
  prepared: PreparedRequest,
  account: OrderAccount,
  now: Instant,
  caseNo: string,
): Either<Refusal, CaseEventOf<'Requested'>> => {
  const { caseId, actor, fields, policy, pin, calendars, parent } = prepared
  const facts: RequestFacts = {
    caseId,
    now,
    actor,
    policy,
    calendar: calendarAt(calendars, now),
    account,
    accountToken: prepared.accountToken,
    pin,
    caseNo,
    parent,
  }
  return decideRequest(fields, facts)
}

/** The case as it would stand after its Requested. */
export const opened = (event: CaseEvent, actor: CaseActor, now: Instant) =>
  evolve(noCase, provisional(event, 0, { actor, now }))
