import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { isZero, minus, type Amounts } from '../../money/amounts.js'
import { PaymentMethod, Reference } from '../../vocabulary/index.js'
import { notOverpaid } from '../approval-opening.js'
import { covered } from '../coverage.js'
import type { EventOf } from '../events/index.js'
import type { Act, CaseFacts } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { allOf, noOpenAttempt, routeAllows, goesOn } from '../standing.js'
import type { RefundCase } from '../state.js'
import { mayPay } from '../who-may-pay.js'

/** Sends what is approved and not yet paid. Without `method` it goes the way the destination says. */
export const StartPayment = shape({}, { method: PaymentMethod, reference: Reference })
export type StartPayment = t.TypeOf<typeof StartPayment>

/** What may be sent now: the approval in force less what was paid, or a ruling paid from the deposit. */
const payable = (state: RefundCase, fromDeposit: boolean): Either<Refusal, Amounts> => {
  const inForce = state.approval.complete ? state.approval.amounts : fromDeposit ? state.quote?.amounts : undefined
  if (inForce === undefined) return refuse('NOT_APPROVED', '§7 rule 1', { given: state.approval.given.length })
  const amounts = minus(inForce, state.netPaid)
  if (isZero(amounts)) return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  const fits = notOverpaid(state, inForce)
  return isLeft(fits) ? fits : right(amounts)
}

const destinationVerified = (state: RefundCase): Either<Refusal, true> =>
  state.destination.value.kind === 'original' || state.destination.verifiedBy !== undefined
    ? right(true)
    : refuse('DESTINATION_NOT_VERIFIED', '§7 rule 22', { method: state.destination.value.method })

const methodFits = (state: RefundCase, method: PaymentMethod | undefined): Either<Refusal, PaymentMethod> => {
  const set = state.destination.value.kind === 'original' ? 'original' : state.destination.value.method
  return method === undefined || method === set || method === 'merchantDeposit'
    ? right(method ?? set)
    : refuse('METHOD_DIFFERS', '§7 rule 22', { method, destination: set })
}

/** The attempt that may be started now: the next number, with what it sends and how. */
export const attemptToStart = (
  fields: StartPayment,
  state: RefundCase,
  facts: CaseFacts,
): Either<Refusal, EventOf<'PaymentStarted'>> => {
  const fromDeposit = fields.method === 'merchantDeposit'
  const refused = allOf(
    () => routeAllows(state, facts.policy, 'Paid'),
    () => goesOn(state),
    () => noOpenAttempt(state),
    () => mayPay(state, facts, fromDeposit),
  )
  if (isLeft(refused)) return left(refused.left)
  const amounts = payable(state, fromDeposit)
  if (isLeft(amounts)) return amounts
  const method = methodFits(state, fields.method)
  if (isLeft(method)) return method
  const verified = fromDeposit ? right(true) : destinationVerified(state)
  if (isLeft(verified)) return verified
  const held = covered(state, facts)
  if (isLeft(held)) return held
  return right({
    type: 'PaymentStarted',
    data: {
      attempt: state.attempts.length + 1,
      amounts: amounts.right,
      method: method.right,
      ...(fields.reference === undefined ? {} : { reference: fields.reference }),
    },
  })
}

export const startPayment: Act<StartPayment> = (fields, state, facts) => {
  // The platform takes the deposit in one step: there is nothing to wait for.
  if (fields.method === 'merchantDeposit')
    return refuse('METHOD_DIFFERS', 'DP5', { method: fields.method, destination: 'original' })
  const attempt = attemptToStart(fields, state, facts)
  return isLeft(attempt) ? attempt : right([attempt.right])
}
