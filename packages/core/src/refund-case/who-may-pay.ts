import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { CaseFacts } from './facts.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'
import { actingRole } from './who-may.js'

/**
 * Who may record the payments of this route: the policy's payers, never the last approver (rule 8). From the merchant's
 * deposit the platform alone, on its ruling (DP5).
 */
export const mayPay = (
  state: RefundCase,
  { actor, policy }: CaseFacts,
  fromDeposit: boolean,
): Either<Refusal, true> => {
  const role = actingRole(actor)
  if (fromDeposit) {
    if (role !== 'platform')
      return refuse('ROLE_NOT_ALLOWED', 'DP5', { command: 'recordPayment', role, may: ['platform'] })
    if (state.route !== 'enforcedRefund')
      return refuse('FORBIDDEN_BY_ROUTE', '§3', { route: state.route, milestone: 'Paid', method: 'merchantDeposit' })
    return state.ruling === undefined ? refuse('RULING_MISSING', 'DP5', {}) : right(true)
  }
  const payers = policy.routes[state.route].payers
  if (!payers.includes(role)) return refuse('ROLE_NOT_ALLOWED', '§4', { command: 'recordPayment', role, may: payers })
  if (state.destination.verifiedBy === actor.id)
    return refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict: 'verifier' })
  const last = state.approval.given.at(-1)
  return last?.by === actor.id
    ? refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict: 'lastApprover' })
    : right(true)
}
