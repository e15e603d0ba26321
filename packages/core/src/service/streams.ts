import { streamName, type StreamName } from '../eventsourcing/index.js'

export { accountKind } from '../order-account/index.js'
export { caseKind } from '../refund-case/index.js'

export const caseStream = (caseId: string): StreamName => streamName('refundCase', caseId)
export const accountStream = (accountId: string): StreamName => streamName('orderAccount', accountId)
export const policyBookStream = (policyId: string): StreamName => streamName('policyBook', policyId)
export const workCalendarStream = (region: string): StreamName => streamName('workCalendar', region)
export const caseNumberStream = (year: string): StreamName => streamName('caseNumber', year)
export const ownNumberStream = (caseNo: string): StreamName => streamName('ownNumber', caseNo)
