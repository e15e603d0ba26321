import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Positive } from '../../vocabulary/index.js'
import { FailureReason } from '../events/payment.js'
import type { Act, CaseFacts } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { minus, zero } from '../../money/amounts.js'
import { voidsOnReturn } from '../voids.js'
import { inFlight, openAttempt, type Attempt, type RefundCase } from '../state.js'
import { actingRole } from '../who-may.js'

/** What the channel answered when it was not success. */
export const PaymentOutcome = shape({ reason: FailureReason }, { note: FreeText })
export type PaymentOutcome = t.TypeOf<typeof PaymentOutcome>

/** Whoever may record payments of the route, or of the deposit, records how they went. */
export const mayRecordOutcome = (
  state: RefundCase,
  { actor, policy }: CaseFacts,
  attempt: Attempt,
): Either<Refusal, true> => {
  const may = attempt.method === 'merchantDeposit' ? ['platform'] : policy.routes[state.route].payers
  const role = actingRole(actor)
  return may.some((allowed) => allowed === role)
    ? right(true)
    : refuse('ROLE_NOT_ALLOWED', '§4', { command: 'recordPayment', role, may })
}

const openFor = (state: RefundCase, facts: CaseFacts): Either<Refusal, Attempt> => {
  const attempt = openAttempt(state)
  if (attempt === undefined) return refuse('NO_OPEN_PAYMENT', '§7 rule 10', { attempts: state.attempts.length })
  const may = mayRecordOutcome(state, facts, attempt)
  return isLeft(may) ? left(may.left) : right(attempt)
}

/** The channel said no (PY3): what it sent is payable again, and a new attempt is allowed. */
export const failPayment: Act<Sealing<PaymentOutcome>> = (fields, state, facts) => {
  const attempt = openFor(state, facts)
  if (isLeft(attempt)) return attempt
  const { no, amounts } = attempt.right
  const voids = voidsOnReturn(state, { paid: state.netPaid, inFlight: zero })
  return right([{ type: 'PaymentFailed', data: { attempt: no, amounts, ...fields, ...voids } }])
}

/** The channel did not answer: until it is known what became of the attempt, none may be started. */
export const markPaymentUnknown: Act<Sealing<PaymentOutcome>> = (fields, state, facts) => {
  const attempt = openFor(state, facts)
  if (isLeft(attempt)) return attempt
  if (attempt.right.status === 'unknown') return right([])
  return right([{ type: 'PaymentUnknown', data: { attempt: attempt.right.no, ...fields } }])
}

/** As the outcome of an attempt; `attempt` where it is not the last one paid. */
export const ReversePayment = shape({ reason: FailureReason }, { note: FreeText, attempt: Positive })
export type ReversePayment = t.TypeOf<typeof ReversePayment>

/** The money came back after it had been paid: it is payable again. */
export const reversePayment: Act<Sealing<ReversePayment>> = (fields, state, facts) => {
  const { attempt: no, ...outcome } = fields
  const paid = state.attempts.findLast(
    (attempt) => attempt.status === 'paid' && (no === undefined || attempt.no === no),
  )
  if (paid === undefined)
    return refuse('NOT_PAID', '§7 rule 10', { lastAttempt: state.attempts.at(-1)?.status ?? 'none' })
  const may = mayRecordOutcome(state, facts, paid)
  if (isLeft(may)) return may
  const { no: attempt, amounts } = paid
  const bankLine = paid.bankLine === undefined ? {} : { bankLine: paid.bankLine }
  const voids = voidsOnReturn(state, { paid: minus(state.netPaid, amounts), inFlight: inFlight(state) })
  return right([{ type: 'PaymentReversed', data: { attempt, amounts, ...bankLine, ...outcome, ...voids } }])
}
