import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { goesOn } from '../standing.js'

/** The account is real and the customer's (PY7); by somebody who neither proposed it nor paid (rule 22). */
export const VerifyDestination = shape({}, { opinion: FreeText })
export type VerifyDestination = t.TypeOf<typeof VerifyDestination>

export const verifyDestination: Act<Sealing<VerifyDestination>> = (fields, state, { actor }) => {
  const open = goesOn(state)
  if (isLeft(open)) return open
  if (state.destination.value.kind === 'original') return refuse('NOTHING_TO_VERIFY', '§7 rule 22', {})
  if (state.destination.verifiedBy !== undefined) return right([])
  if (state.destination.proposedBy === actor.id)
    return refuse('SEPARATION_OF_DUTIES', '§7 rule 22', { person: actor.id, conflict: 'proposer' })
  if (state.attempts.some(({ by, paidBy }) => by === actor.id || paidBy === actor.id))
    return refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict: 'payer' })
  return right([{ type: 'DestinationVerified', data: fields }])
}
