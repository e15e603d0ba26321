import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { covers, isZero, minus, type Amounts } from '../money/amounts.js'
import type { Policy } from '../policy/index.js'
import { refuse } from './refuse.js'
import { situationOf } from './situation.js'
import { accepted, allOf, noOpenAttempt, routeAllows, goesOn } from './standing.js'
import type { RefundCase } from './state.js'

type Checked = Either<Refusal, true>
const ok: Checked = right(true)

const inspectionAllows = (state: RefundCase, policy: Policy): Checked => {
  if (state.ruling !== undefined || policy.routes[state.route].milestones.Inspected !== 'required') return ok
  const inspection = state.inspection
  if (inspection.result === 'none' || (inspection.result === 'failed' && !inspection.conceded))
    return refuse('INSPECTION_NOT_PASSED', '§7 rule 5', { inspection: inspection.result })
  if (inspection.result === 'partlyPassed' && !inspection.conceded && !inspection.adjusted)
    return refuse('AMOUNT_NOT_ADJUSTED', '§3', { inspection: inspection.result })
  return ok
}

const fundsAllow = (state: RefundCase): Checked => {
  if (state.route !== 'paymentFault' || state.ruling !== undefined) return ok
  if (state.funds.checked !== 'received') return refuse('FUNDS_NOT_CHECKED', 'PY4', { funds: state.funds.checked })
  return state.submission === 'finance'
    ? ok
    : refuse('NOT_SUBMITTED', 'RV6', { to: 'finance', submission: state.submission })
}

/** Rule 1 holds for each component: what was paid of one is never taken for another. */
export const notOverpaid = (state: RefundCase, amounts: Amounts): Checked =>
  covers(amounts, state.netPaid) ? ok : refuse('PAID_ABOVE_AMOUNT', '§7 rule 1', { paid: state.netPaid, amounts })

const amountAllows = (state: RefundCase): Checked => {
  const amounts = state.quote?.amounts
  if (amounts === undefined || isZero(amounts))
    return refuse('NOTHING_TO_APPROVE', '§4', { situation: situationOf(state) })
  if (isZero(minus(amounts, state.netPaid))) return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  return notOverpaid(state, amounts)
}

/**
 * Whether an approval step is open at all (model §4): the passing Inspected opens the first, without goods
 * Reviewed(accepted), on paymentFault Submitted(finance) with FundsChecked(received); in any case a ruling or concession.
 */
export const approvalOpens = (state: RefundCase, policy: Policy): Checked =>
  allOf(
    () => routeAllows(state, policy, 'Approved'),
    () => goesOn(state),
    () => noOpenAttempt(state),
    () => (state.route === 'enforcedRefund' && state.ruling === undefined ? refuse('RULING_MISSING', 'DP4', {}) : ok),
    () => accepted(state),
    () => inspectionAllows(state, policy),
    () => fundsAllow(state),
    () => amountAllows(state),
    () => (state.approval.reworkDue ? refuse('REWORK_DUE', '§4', { round: state.approval.round }) : ok),
  )
