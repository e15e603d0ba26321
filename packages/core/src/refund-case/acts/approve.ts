import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { zero } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { approvalOpens } from '../approval-opening.js'
import { covered } from '../coverage.js'
import type { Act } from '../facts.js'
import { shape, SignOff } from '../fields/index.js'
import { signedByAnother } from '../sign-off.js'
import { mayTakeStep, openStepOf } from '../who-may-approve.js'

/** The open step of the chain says yes, to the amount the case stands at (AP1, AP2). */
export const Approve = shape({}, { opinion: FreeText, signOff: SignOff })
export type Approve = t.TypeOf<typeof Approve>

export const approve: Act<Sealing<Approve>> = (fields, state, facts) => {
  const step = openStepOf(state, facts.policy)
  if (isLeft(step)) return step
  const opens = approvalOpens(state, facts.policy)
  if (isLeft(opens)) return opens
  const may = mayTakeStep(state, step.right, facts.actor)
  if (isLeft(may)) return may
  const signed = signedByAnother(fields.signOff, facts.actor)
  if (isLeft(signed)) return signed
  const held = covered(state, facts)
  if (isLeft(held)) return held
  const { round, step: no, role, completes } = step.right
  return right([
    {
      type: 'Approved',
      data: {
        round,
        step: no,
        role,
        completes,
        amounts: state.quote?.amounts ?? zero,
        ...(state.ruling === undefined ? {} : { ruling: state.ruling.eventId }),
        ...fields,
      },
    },
  ])
}
