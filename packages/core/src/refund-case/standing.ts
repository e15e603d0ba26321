import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { Policy } from '../policy/index.js'
import type { Milestone } from '../vocabulary/index.js'
import { refuse } from './refuse.js'
import { isOpen, situationOf, situationUnder } from './situation.js'
import { openAttempt, type RefundCase } from './state.js'

type Checked = Either<Refusal, true>
const ok: Checked = right(true)

/** Refused CASE_ENDED once the case is declined, withdrawn or closed, and not disputed. */
export const stillOpen = (state: RefundCase): Checked => {
  const situation = situationOf(state)
  return isOpen(situation) ? ok : refuse('CASE_ENDED', '§2', { situation })
}

/** As `stillOpen`, and what ended the case has not been taken back: a dispute alone brings nothing on its way again. */
export const goesOn = (state: RefundCase): Checked => {
  const open = stillOpen(state)
  if (isLeft(open)) return open
  return state.end.how === 'none' ? ok : refuse('CASE_ENDED', '§2', { situation: situationUnder(state) })
}

/** Refused PAYMENT_OPEN or PAYMENT_UNKNOWN_OPEN while an attempt is started or unknown. */
export const noOpenAttempt = (state: RefundCase): Checked => {
  const attempt = openAttempt(state)
  if (attempt === undefined) return ok
  return refuse(attempt.status === 'unknown' ? 'PAYMENT_UNKNOWN_OPEN' : 'PAYMENT_OPEN', '§7 rule 10', {
    attempt: attempt.no,
  })
}

/** Refused FORBIDDEN_BY_ROUTE where the route has no such milestone (rule 6). */
export const routeAllows = (state: RefundCase, policy: Policy, milestone: Milestone): Checked =>
  policy.routes[state.route].milestones[milestone] === 'forbidden'
    ? refuse('FORBIDDEN_BY_ROUTE', '§7 rule 6', { route: state.route, milestone })
    : ok

/** Refused OUT_OF_ORDER once a step has approved or money was paid; under a ruling goods may move whenever they do. */
export const beforeApproval = (state: RefundCase, milestone: string): Checked =>
  state.ruling === undefined && (state.approval.given.length > 0 || state.attempts.length > 0)
    ? refuse('OUT_OF_ORDER', '§3', { milestone, after: 'Approved' })
    : ok

/** Refused NOT_ACCEPTED before an accepting review, or while it waits for evidence, unless a ruling stands. */
export const accepted = (state: RefundCase): Checked =>
  (state.judgement.outcome === 'accepted' && !state.awaitsEvidence) || state.ruling !== undefined
    ? ok
    : refuse('NOT_ACCEPTED', '§3', { situation: situationOf(state) })

/** The first refusal of several checks, made one after another. */
export const allOf = (...checks: ReadonlyArray<() => Checked>): Checked => {
  for (const check of checks) {
    const checked = check()
    if (isLeft(checked)) return checked
  }
  return ok
}
