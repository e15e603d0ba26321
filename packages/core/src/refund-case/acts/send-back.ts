import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { words } from '../../vocabulary/index.js'
import { approvalOpens } from '../approval-opening.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { goesOn } from '../standing.js'
import { voidsOf } from '../voids.js'
import { mayTakeStep, openStepOf } from '../who-may-approve.js'
import { actingRole } from '../who-may.js'

/** 退回 to customer service, with 退回原因 (HS8): by the technical department, or by the role of the open step. */
export const SendBack = shape({ by: words('SendBackBy', 'technical', 'finance'), reason: FreeText }, {})
export type SendBack = t.TypeOf<typeof SendBack>

export const sendBack: Act<Sealing<SendBack>> = (fields, state, facts) => {
  const open = goesOn(state)
  if (isLeft(open)) return open
  if (fields.by === 'technical') {
    if (state.route !== 'paymentFault')
      return refuse('FORBIDDEN_BY_ROUTE', '§4', { route: state.route, milestone: 'SentBack' })
    if (actingRole(facts.actor) !== 'technical')
      return refuse('ROLE_NOT_ALLOWED', '§4', {
        command: 'sendBack',
        role: actingRole(facts.actor),
        may: ['technical'],
      })
    if (state.submission !== 'technical')
      return refuse('NOT_SUBMITTED', 'RV6', { to: 'technical', submission: state.submission })
    return right([{ type: 'SentBack', data: fields }])
  }
  if (state.funds.checked === 'notReceived') return refuse('FUNDS_ALREADY_CHECKED', 'PY8', { funds: 'notReceived' })
  // Finance may send a submitted payment fault back before it has checked the funds.
  const opens = approvalOpens(state, facts.policy)
  if (isLeft(opens) && !(opens.left.code === 'FUNDS_NOT_CHECKED' && state.submission === 'finance')) return opens
  const step = openStepOf(state, facts.policy)
  if (isLeft(step)) return step
  const may = mayTakeStep(state, step.right, facts.actor)
  if (isLeft(may)) return may
  return right([{ type: 'SentBack', data: { ...fields, ...voidsOf(state) } }])
}
