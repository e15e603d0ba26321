import { isZero, minus, plus, zero } from '../../money/amounts.js'
import { paymentBasis } from '../situation.js'
import type { Attempt, RefundCase } from '../state.js'
import { settledDispute } from './judged.js'
import type { StoredOf } from './stored-of.js'

/** The attempts with one of them changed. */
export const withAttempt = (state: RefundCase, no: number, change: Partial<Attempt>): ReadonlyArray<Attempt> =>
  state.attempts.map((attempt) => (attempt.no === no ? { ...attempt, ...change } : attempt))

/** Another attempt is on its way; it rests on what approves it now. */
export const paymentStarted = (state: RefundCase, { data, meta }: StoredOf<'PaymentStarted'>): RefundCase => ({
  ...state,
  attempts: [
    ...state.attempts,
    {
      no: data.attempt,
      status: 'started',
      amounts: data.amounts,
      method: data.method,
      by: meta.actor.id,
      paidBy: undefined,
      restsOn: paymentBasis(state) ?? 0,
      voucherNo: undefined,
      bankLine: undefined,
    },
  ],
})

/** An attempt reached the customer. A dispute over money that had not come is over with it. */
export const paid = (state: RefundCase, { data, meta }: StoredOf<'Paid'>): RefundCase => ({
  ...state,
  attempts: withAttempt(state, data.attempt, { status: 'paid', paidBy: meta.actor.id, voucherNo: data.voucherNo }),
  netPaid: plus(state.netPaid, data.amounts),
  accrued: plus(state.accrued, data.posts ?? zero),
  dispute: state.ruling === undefined && isZero(state.netPaid) ? settledDispute(state) : state.dispute,
})

/** Money that was paid came back; a closed case goes on. */
export const paymentReversed = (state: RefundCase, { data }: StoredOf<'PaymentReversed'>): RefundCase => ({
  ...state,
  closedAs: undefined,
  attempts: withAttempt(state, data.attempt, { status: 'reversed' }),
  netPaid: minus(state.netPaid, data.amounts),
})
