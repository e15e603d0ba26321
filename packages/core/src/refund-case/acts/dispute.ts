import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { DisputeLevel, levelRank, MinorUnits, words } from '../../vocabulary/index.js'
import { DisputeCategory } from '../events/dispute.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { situationUnder, type Situation } from '../situation.js'
import { routeAllows } from '../standing.js'
import { actingRole } from '../who-may.js'

/** Somebody contests how the case went (DP1–DP3); a repeated dispute takes it up the ladder. */
export const Dispute = shape(
  { by: words('DisputedBy', 'customer', 'merchant'), category: DisputeCategory, level: DisputeLevel },
  { claim: MinorUnits, statement: FreeText },
)
export type Dispute = t.TypeOf<typeof Dispute>

const notYet: ReadonlySet<Situation> = new Set<Situation>(['requested', 'awaitingEvidence'])

export const dispute: Act<Sealing<Dispute>> = (fields, state, { actor, policy }) => {
  const allowed = routeAllows(state, policy, 'Disputed')
  if (isLeft(allowed)) return left(allowed.left)
  const role = actingRole(actor)
  // The merchant's side is the csLead's; everybody else speaks for the customer.
  if ((role === 'csLead') !== (fields.by === 'merchant'))
    return refuse('ROLE_NOT_ALLOWED', '§4', { command: 'dispute', role, by: fields.by })
  const situation = situationUnder(state)
  if (state.closedAs === undefined && state.route !== 'enforcedRefund' && notYet.has(situation))
    return refuse('NOT_DISPUTABLE', '§3', { situation })
  if (state.dispute !== undefined && levelRank(fields.level) <= levelRank(state.dispute.level))
    return refuse('LEVEL_NOT_RISING', 'DP2', { level: fields.level, last: state.dispute.level })
  return right([{ type: 'Disputed', data: fields }])
}
