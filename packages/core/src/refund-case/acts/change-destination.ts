import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { isZero, minus } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { Destination } from '../events/index.js'
import type { Act, CaseFacts } from '../facts.js'
import { OriginalDestination, otherDestination, shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { allOf, noOpenAttempt, goesOn } from '../standing.js'
import { voidsOf } from '../voids.js'

export const DestinationFields = t.union([OriginalDestination, otherDestination(FreeText, {})])
export type DestinationFields = t.TypeOf<typeof DestinationFields>

/** Another account than before, with its ground; somebody else must verify it (rule 22, PY6, PY7). */
export const ChangeDestination = shape({ destination: DestinationFields }, {})
export type ChangeDestination = t.TypeOf<typeof ChangeDestination>

/** The destination as its event holds it: DESTINATION_NOT_ALLOWED where the policy knows no such way to pay. */
export const destinationFor = (
  destination: Sealing<DestinationFields>,
  { policy, accountToken }: Pick<CaseFacts, 'policy' | 'accountToken'>,
): Either<Refusal, Destination> => {
  if (destination.kind === 'original') return right({ kind: 'original' })
  const { methods, source } = policy.destinations
  return methods.includes(destination.method)
    ? right({ ...destination, token: accountToken ?? '' })
    : refuse('DESTINATION_NOT_ALLOWED', source, { method: destination.method, allowed: methods })
}

export const changeDestination: Act<Sealing<ChangeDestination>> = (fields, state, facts) => {
  const refused = allOf(
    () => goesOn(state),
    () => noOpenAttempt(state),
  )
  if (isLeft(refused)) return refused
  if (!isZero(state.netPaid) && isZero(minus(state.quote?.amounts ?? {}, state.netPaid)))
    return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  const destination = destinationFor(fields.destination, facts)
  if (isLeft(destination)) return destination
  return right([{ type: 'DestinationChanged', data: { destination: destination.right, ...voidsOf(state) } }])
}
