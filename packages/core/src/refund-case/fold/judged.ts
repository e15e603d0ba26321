import { isZero } from '../../money/amounts.js'
import { levelRank, type DisputeLevel } from '../../vocabulary/index.js'
import type { RefundCase } from '../state.js'
import { once } from './once.js'
import { voided } from './rounds.js'
import type { StoredOf } from './stored-of.js'

/** The dispute is over; one that stands above `upTo` only somebody outside, or giving in, can end. */
export const settledDispute = (state: RefundCase, upTo: DisputeLevel = 'litigation'): RefundCase['dispute'] =>
  state.dispute?.open === true && levelRank(state.dispute.level) <= levelRank(upTo)
    ? { ...state.dispute, open: false }
    : state.dispute

/** What a review leaves of the case: asked for more, ended, or accepted. */
export const reviewed = (state: RefundCase, { data, meta }: StoredOf<'Reviewed'>): RefundCase => {
  const reviewers = once(state.reviewers, meta.actor.id)
  switch (data.outcome) {
    case 'moreEvidence':
      return { ...state, reviewers, awaitsEvidence: true }
    case 'declined':
      // What was paid stays paid: the decline answers the dispute.
      if (!isZero(state.netPaid)) return { ...state, reviewers, dispute: settledDispute(state, 'negotiation') }
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'none' },
        awaitsEvidence: false,
        acceptedByLead: undefined,
        end: { how: 'declined', alternatives: data.alternatives },
        approval: voided(state.approval, false),
        dispute: settledDispute(state, 'negotiation'),
      }
    case 'accepted':
      if (data.stage === 'technical')
        return { ...state, reviewers, awaitsEvidence: false, submission: 'technicalAccepted' }
      return {
        ...state,
        reviewers,
        fault: data.fault,
        judgement: { outcome: 'accepted', fault: data.fault },
        awaitsEvidence: false,
        failedConditions: [],
        quote: data.quote ?? state.quote,
        acceptedByLead: meta.actor.role === 'csLead' ? meta.actor.id : undefined,
        inspection:
          data.stage === 'afterInspection' && state.inspection.result !== 'none' && state.inspection.result !== 'passed'
            ? { ...state.inspection, conceded: true }
            : state.inspection,
        end: { how: 'none' },
        approval: voided(state.approval, state.approval.reworkDue && state.route === 'paymentFault'),
        dispute: settledDispute(state),
      }
  }
}

/** What somebody outside decided stands in the place of every earlier judgement. */
export const ruled = (state: RefundCase, { data, meta }: StoredOf<'Ruled'>): RefundCase => ({
  ...state,
  quote: data.quote,
  ruling: { eventId: meta.id, by: data.by, goodsTo: data.goodsTo, reference: data.reference },
  dispute: { level: data.level, open: false, eventId: state.dispute?.eventId ?? meta.id },
  end: { how: 'none' },
  funds: state.funds.checked === 'notReceived' ? { checked: 'not' } : state.funds,
  approval: voided(state.approval, false),
})
