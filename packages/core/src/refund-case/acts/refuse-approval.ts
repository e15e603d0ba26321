import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { approvalOpens } from '../approval-opening.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { voidsOf } from '../voids.js'
import { mayTakeStep, openStepOf } from '../who-may-approve.js'

/** The open step says no: all approvals are void, and the case goes back to customer service. */
export const RefuseApproval = shape({ reason: FreeText }, {})
export type RefuseApproval = t.TypeOf<typeof RefuseApproval>

export const refuseApproval: Act<Sealing<RefuseApproval>> = (fields, state, facts) => {
  const step = openStepOf(state, facts.policy)
  if (isLeft(step)) return step
  const opens = approvalOpens(state, facts.policy)
  if (isLeft(opens)) return opens
  const may = mayTakeStep(state, step.right, facts.actor)
  if (isLeft(may)) return may
  const { round, step: no, role } = step.right
  return right([{ type: 'ApprovalRefused', data: { round, step: no, role, ...fields, ...voidsOf(state) } }])
}
