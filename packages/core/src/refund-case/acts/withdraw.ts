import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isZero } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { noOpenAttempt, stillOpen } from '../standing.js'
import { voidsOf } from '../voids.js'

/** The customer gives it up; refused once an attempt is started, unknown or paid. */
export const Withdraw = shape({}, { reason: FreeText })
export type Withdraw = t.TypeOf<typeof Withdraw>

export const withdraw: Act<Sealing<Withdraw>> = (fields, state) => {
  const open = stillOpen(state)
  if (isLeft(open)) return open
  const idle = noOpenAttempt(state)
  if (isLeft(idle)) return idle
  return isZero(state.netPaid)
    ? right([{ type: 'Withdrawn', data: { ...fields, ...voidsOf(state) } }])
    : refuse('ALREADY_PAID', '§2', { paid: state.netPaid })
}
