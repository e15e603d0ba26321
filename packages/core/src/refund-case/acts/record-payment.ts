import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isZero, minus, plus, type Amounts } from '../../money/amounts.js'
import { PaymentMethod, Reference } from '../../vocabulary/index.js'
import type { EventOf } from '../events/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { openAttempt, type RefundCase } from '../state.js'
import { mayPay } from '../who-may-pay.js'
import { attemptToStart } from './start-payment.js'

/** The money reached the customer's channel: `reference` is the channel's, `voucherNo` the refund voucher's (PY7). */
export const RecordPayment = shape({ reference: Reference }, { voucherNo: Reference, method: PaymentMethod })
export type RecordPayment = t.TypeOf<typeof RecordPayment>

/** From the deposit the ruling stands in for the approval: the payment posts what no approval has posted yet. */
const postsOf = (
  state: RefundCase,
  { method, amounts }: { readonly method: PaymentMethod; readonly amounts: Amounts },
): { readonly posts?: Amounts } => {
  const missing = minus(plus(state.netPaid, amounts), state.accrued)
  return method === 'merchantDeposit' && !isZero(missing) ? { posts: missing } : {}
}

const paid = (
  state: RefundCase,
  fields: RecordPayment,
  attempt: { readonly attempt: number; readonly amounts: Amounts; readonly method: PaymentMethod },
): EventOf<'Paid'> => ({
  type: 'Paid',
  data: {
    attempt: attempt.attempt,
    amounts: attempt.amounts,
    method: attempt.method,
    reference: fields.reference,
    voucherNo: fields.voucherNo ?? `${state.requested.caseNo}-${attempt.attempt}`,
    ...postsOf(state, attempt),
  },
})

/** Ends the open attempt in success, or, where none is open, starts one and ends it together. */
export const recordPayment: Act<RecordPayment> = (fields, state, facts) => {
  const open = openAttempt(state)
  if (open === undefined) {
    const { method, reference } = fields
    const started = attemptToStart({ reference, ...(method === undefined ? {} : { method }) }, state, facts)
    return isLeft(started) ? started : right([started.right, paid(state, fields, started.right.data)])
  }
  const may = mayPay(state, facts, open.method === 'merchantDeposit')
  if (isLeft(may)) return left(may.left)
  if (fields.method !== undefined && fields.method !== open.method)
    return refuse('METHOD_DIFFERS', '§7 rule 22', { method: fields.method, destination: open.method })
  return right([paid(state, fields, { attempt: open.no, amounts: open.amounts, method: open.method })])
}
