import { eventRegistry, streamName, type StreamKind, type StreamName } from '../eventsourcing/index.js'
import {
  emptyAccount,
  evolve as evolveAccount,
  orderAccountEvents,
  type OrderAccount,
  type OrderAccountEvent,
} from '../order-account/index.js'
import { caseEvents, evolve, noCase, type CaseEvent, type CaseState } from '../refund-case/index.js'

/** `refundCase-{caseId}`: the whole life of one case. */
export const caseKind: StreamKind<CaseEvent, CaseState> = {
  category: 'refundCase',
  registry: eventRegistry(caseEvents),
  initial: noCase,
  evolve,
}

/** `orderAccount-{orderId}`: what was bought and paid, and what every case has of it. */
export const accountKind: StreamKind<OrderAccountEvent, OrderAccount> = {
  category: 'orderAccount',
  registry: eventRegistry(orderAccountEvents),
  initial: emptyAccount,
  evolve: evolveAccount,
}

export const caseStream = (caseId: string): StreamName => streamName('refundCase', caseId)
export const accountStream = (accountId: string): StreamName => streamName('orderAccount', accountId)
export const policyBookStream = (policyId: string): StreamName => streamName('policyBook', policyId)
export const workCalendarStream = (region: string): StreamName => streamName('workCalendar', region)
export const caseNumberStream = (year: string): StreamName => streamName('caseNumber', year)
export const ownNumberStream = (caseNo: string): StreamName => streamName('ownNumber', caseNo)
