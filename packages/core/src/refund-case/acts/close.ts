import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { isZero, minus } from '../../money/amounts.js'
import { words } from '../../vocabulary/index.js'
import { archiveOf } from '../archive.js'
import type { ClosedOutcome } from '../events/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { situationOf } from '../situation.js'
import { noOpenAttempt } from '../standing.js'
import type { RefundCase } from '../state.js'

/** 结案 (DP8). `as` is given where goods were exchanged or repaired instead of refunded. */
export const Close = shape({}, { as: words('ClosedAs', 'exchanged', 'repaired') })
export type Close = t.TypeOf<typeof Close>

/** What the case owes by now: accepted, and nothing but approving and paying is left to do. */
const stillPayable = (state: RefundCase): boolean => {
  if (state.end.how !== 'none' || state.funds.checked === 'notReceived' || state.quote === undefined) return false
  if (isZero(minus(state.approval.complete ? state.approval.amounts : state.quote.amounts, state.netPaid))) return false
  if (state.approval.complete || state.ruling !== undefined) return true
  switch (state.route) {
    case 'returnRefund':
    case 'interceptRefund':
    case 'exchangeOrRepair':
    case 'enforcedRefund':
      return state.inspection.result !== 'none' && (state.inspection.result !== 'failed' || state.inspection.conceded)
    case 'paymentFault':
      return state.funds.checked === 'received'
    case 'unshippedRefund':
    case 'keepGoodsRefund':
    case 'compensation':
    case 'freightCompensation':
      return true
  }
}

const outcomeOf = (state: RefundCase, as: Close['as']): Either<Refusal, ClosedOutcome> => {
  if (as !== undefined) {
    if (state.route !== 'exchangeOrRepair')
      return refuse('FORBIDDEN_BY_ROUTE', '§3', { route: state.route, milestone: as })
    const { inspection } = state
    return inspection.result !== 'none' && (inspection.result !== 'failed' || inspection.conceded)
      ? right(as)
      : refuse('INSPECTION_NOT_PASSED', '§3', { inspection: state.inspection.result })
  }
  if (!isZero(state.netPaid)) return right('paid')
  if (state.funds.checked === 'notReceived') return right('fundsNotReceived')
  if (state.end.how === 'withdrawn') return right('withdrawn')
  return right(state.end.how === 'none' ? 'unpaid' : 'declined')
}

export const close: Act<Close> = (fields, state) => {
  const situation = situationOf(state)
  if (situation === 'closed') return refuse('CASE_ENDED', '§2', { situation })
  if (situation === 'disputed') return refuse('DISPUTE_OPEN', '§2', { level: state.dispute?.level })
  const idle = noOpenAttempt(state)
  if (isLeft(idle)) return idle
  if (situation === 'requested' || situation === 'awaitingEvidence') return refuse('NOT_REVIEWED', 'RJ1', { situation })
  if (stillPayable(state)) return refuse('STILL_PAYABLE', '§2', { situation, amounts: state.quote?.amounts })
  const outcome = outcomeOf(state, fields.as)
  return isLeft(outcome)
    ? outcome
    : right([{ type: 'Closed', data: { outcome: outcome.right, archive: archiveOf(state) } }])
}
