import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import * as t from 'io-ts'
import { isZero } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Route } from '../../vocabulary/index.js'
import { claimFor } from '../claim.js'
import { CaseLine, type FailedCondition } from '../events/index.js'
import type { Act, CaseFacts } from '../facts.js'
import { shape, type Quote } from '../fields/index.js'
import { linesOnce } from '../line-check.js'
import { quoteFor } from '../quote/index.js'
import { refuse } from '../refuse.js'
import { failedConditions } from '../return-conditions.js'
import { allOf, noOpenAttempt, goesOn } from '../standing.js'
import type { RefundCase } from '../state.js'
import { voidsOf } from '../voids.js'

/** The case goes another way (IN13). `lines` where the new route claims other quantities, or amounts of lines. */
export const ChangeRoute = shape({ to: Route }, { lines: t.readonlyArray(CaseLine), reason: FreeText })
export type ChangeRoute = t.TypeOf<typeof ChangeRoute>

/** The new route's own quote where the case is accepted; none where a condition now fails that the csLead has not seen. */
const requoted = (
  state: RefundCase,
  failed: ReadonlyArray<FailedCondition>,
  facts: CaseFacts,
): Either<Refusal, Quote | null> => {
  if (state.judgement.outcome !== 'accepted' || failed.length > 0) return right(null)
  const { caseId } = facts
  const fault = state.judgement.fault
  return quoteFor(
    { caseId, lines: state.lines, fault, deductions: [], amount: undefined, priceDifference: undefined },
    state,
    facts,
  )
}

export const changeRoute: Act<Sealing<ChangeRoute>> = (fields, state, facts) => {
  const lines = fields.lines ?? state.lines
  const refused = allOf(
    () => goesOn(state),
    () => noOpenAttempt(state),
    () => linesOnce(lines),
  )
  if (isLeft(refused)) return left(refused.left)
  if (state.ruling !== undefined) return refuse('RULED_ALREADY', '§3', { ruling: state.ruling.eventId })
  if (!isZero(state.netPaid)) return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  const allowed = facts.policy.routes[state.route].changesTo
  if (!allowed.includes(fields.to))
    return refuse('ROUTE_CHANGE_NOT_ALLOWED', '§3', { from: state.route, to: fields.to, allowed })
  if (facts.policy.routes[fields.to].evidenceRequired && !state.hasEvidence)
    return refuse('EVIDENCE_REQUIRED', 'IN5', { route: fields.to })
  const claim = claimFor({ caseId: facts.caseId, route: fields.to, lines, quoted: state.quote }, facts)
  if (isLeft(claim)) return claim
  const { lines: claimedLines, claimed } = claim.right
  const failed = failedConditions(
    { route: fields.to, reason: state.requested.reason, lines: claimedLines, now: state.requestedAt },
    facts.account.order,
    facts.policy,
    facts.calendar,
  )
  const quote = requoted({ ...state, route: fields.to, lines: claimedLines, claimed }, failed, facts)
  if (isLeft(quote)) return quote
  return right([
    {
      type: 'RouteChanged',
      data: {
        from: state.route,
        to: fields.to,
        lines: claimedLines,
        claimed,
        quote: quote.right,
        failedConditions: failed,
        ...(fields.reason === undefined ? {} : { reason: fields.reason }),
        ...voidsOf(state),
      },
    },
  ])
}
