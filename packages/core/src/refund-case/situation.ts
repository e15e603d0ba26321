import { isZero, minus, zero } from '../money/amounts.js'
import { openAttempt, type RefundCase, type CaseState } from './state.js'

/** The situations of a case; it is in exactly one. */
export const situations = [
  'requested',
  'awaitingEvidence',
  'accepted',
  'inTransit',
  'received',
  'inspected',
  'inApproval',
  'approved',
  'paying',
  'paymentUnknown',
  'paymentFailed',
  'paid',
  'declined',
  'disputed',
  'ruled',
  'withdrawn',
  'lapsed',
  'closed',
] as const
export type Situation = (typeof situations)[number]

const ended: ReadonlySet<Situation> = new Set<Situation>(['declined', 'withdrawn', 'lapsed', 'closed'])

/** Open = all but declined, withdrawn, lapsed and closed. */
export const isOpen = (situation: Situation): boolean => !ended.has(situation)

const beforeApproval = (state: RefundCase): Situation => {
  if (state.awaitsEvidence) return 'awaitingEvidence'
  if (state.ruling !== undefined) return 'ruled'
  if (state.inspection.result !== 'none') return 'inspected'
  if (state.goodsReceived !== undefined) return 'received'
  if (state.shipped !== undefined) return 'inTransit'
  return state.judgement.outcome === 'accepted' ? 'accepted' : 'requested'
}

/** What payments may rest on now: the complete round of approvals, else a ruling (paid from the deposit). */
export const paymentBasis = (state: RefundCase): number | string | undefined =>
  state.approval.complete ? state.approval.round : state.ruling?.eventId

/** Whether what is approved, or ruled to be paid from the deposit, is more than what was paid. */
const owes = (state: RefundCase): boolean =>
  !isZero(minus(state.approval.complete ? state.approval.amounts : (state.quote?.amounts ?? zero), state.netPaid))

/** The situation as it would be were the case neither disputed nor closed. */
export const situationUnder = (state: RefundCase): Situation => {
  if (state.end.how !== 'none') return state.end.how === 'withdrawn' ? 'withdrawn' : 'declined'
  const last = state.attempts.at(-1)
  const attempt = openAttempt(state)
  if (attempt !== undefined) return attempt.status === 'unknown' ? 'paymentUnknown' : 'paying'
  if (last !== undefined && last.restsOn === paymentBasis(state)) return owes(state) ? 'paymentFailed' : 'paid'
  if (state.approval.complete) return 'approved'
  return state.approval.given.length > 0 ? 'inApproval' : beforeApproval(state)
}

/** The one situation the case is in. */
export const situationOf = (state: RefundCase): Situation => {
  if (state.closedAs !== undefined) return 'closed'
  return state.dispute?.open === true ? 'disputed' : situationUnder(state)
}

export const situationOfStream = (state: CaseState): Situation | 'none' =>
  state.kind === 'case' ? situationOf(state) : state.kind
