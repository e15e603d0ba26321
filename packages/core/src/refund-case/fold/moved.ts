import type { RefundCase } from '../state.js'

/** What every event moves, whatever else it changes. */
type Moved = Pick<RefundCase, 'revision' | 'accrued' | 'clocks' | 'clocksEnded'>

/**
 * The case with that moved. Field by field rather than by spreading: V8 gives each spread of so wide an object a hidden
 * class of its own, so that the next spread no longer knows what it copies and takes ten times as long.
 */
export const withMoved = (state: RefundCase, moved: Moved): RefundCase => ({
  kind: 'case',
  requested: state.requested,
  requestId: state.requestId,
  requestedAt: state.requestedAt,
  revision: moved.revision,
  route: state.route,
  lines: state.lines,
  claimed: state.claimed,
  hasEvidence: state.hasEvidence,
  judgement: state.judgement,
  awaitsEvidence: state.awaitsEvidence,
  failedConditions: state.failedConditions,
  fault: state.fault,
  quote: state.quote,
  submission: state.submission,
  faultSheet: state.faultSheet,
  acceptedByLead: state.acceptedByLead,
  funds: state.funds,
  shipped: state.shipped,
  goodsReceived: state.goodsReceived,
  inspection: state.inspection,
  approval: state.approval,
  attempts: state.attempts,
  netPaid: state.netPaid,
  accrued: moved.accrued,
  destination: state.destination,
  dispute: state.dispute,
  ruling: state.ruling,
  end: state.end,
  closedAs: state.closedAs,
  feedbackId: state.feedbackId,
  erased: state.erased,
  recorders: state.recorders,
  reviewers: state.reviewers,
  clocks: moved.clocks,
  clocksEnded: moved.clocksEnded,
})
