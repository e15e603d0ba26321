import { zero } from '../../money/amounts.js'
import type { Approval, RefundCase } from '../state.js'
import type { StoredOf } from './stored-of.js'

/** Approvals given so far count no more; a round that had any, or was refused, is followed by another (rule 7). */
export const voided = (approval: Approval, reworkDue: boolean): Approval => {
  if (approval.given.length === 0 && approval.reworkDue === reworkDue) return approval
  const refused = reworkDue && !approval.reworkDue
  const round = approval.given.length > 0 || refused ? approval.round + 1 : approval.round
  return { round, given: [], amounts: zero, complete: false, reworkDue }
}

/** One more step said yes. */
export const approved = (state: RefundCase, { data, meta }: StoredOf<'Approved'>): RefundCase => ({
  ...state,
  approval: {
    round: data.round,
    given: [...state.approval.given, { step: data.step, role: data.role, by: meta.actor.id }],
    amounts: data.amounts,
    complete: data.completes,
    reworkDue: false,
  },
  accrued: data.completes ? data.amounts : state.accrued,
})
