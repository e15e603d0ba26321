import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isZero } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Route } from '../../vocabulary/index.js'
import { claimFor } from '../claim.js'
import { CaseLine } from '../events/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { linesOnce } from '../line-check.js'
import { refuse } from '../refuse.js'
import { allOf, noOpenAttempt, stillOpen } from '../standing.js'
import { voidsOf } from '../voids.js'

/** The case goes another way (IN13). `lines` where the new route claims other quantities, or amounts of lines. */
export const ChangeRoute = shape({ to: Route }, { lines: t.readonlyArray(CaseLine), reason: FreeText })
export type ChangeRoute = t.TypeOf<typeof ChangeRoute>

export const changeRoute: Act<Sealing<ChangeRoute>> = (fields, state, facts) => {
  const lines = fields.lines ?? state.lines
  const refused = allOf(
    () => stillOpen(state),
    () => noOpenAttempt(state),
    () => linesOnce(lines),
  )
  if (isLeft(refused)) return left(refused.left)
  if (!isZero(state.netPaid)) return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  const allowed = facts.policy.routes[state.route].changesTo
  if (!allowed.includes(fields.to))
    return refuse('ROUTE_CHANGE_NOT_ALLOWED', '§3', { from: state.route, to: fields.to, allowed })
  if (facts.policy.routes[fields.to].evidenceRequired && !state.hasEvidence)
    return refuse('EVIDENCE_REQUIRED', 'IN5', { route: fields.to })
  const claim = claimFor({ caseId: facts.caseId, route: fields.to, lines, quoted: state.quote }, facts)
  if (isLeft(claim)) return claim
  const reason = fields.reason === undefined ? {} : { reason: fields.reason }
  return right([
    { type: 'RouteChanged', data: { from: state.route, to: fields.to, ...claim.right, ...reason, ...voidsOf(state) } },
  ])
}
