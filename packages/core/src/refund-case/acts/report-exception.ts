import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { mayRecordOutcome } from './payment-outcome.js'

/** 退款异常 told to customer service (PY3): what went wrong with the last attempt. */
export const ReportException = shape({ text: FreeText }, {})
export type ReportException = t.TypeOf<typeof ReportException>

export const reportException: Act<Sealing<ReportException>> = (fields, state, facts) => {
  const last = state.attempts.findLast(({ status }) => status !== 'paid' && status !== 'started')
  if (last === undefined)
    return refuse('NO_PAYMENT_EXCEPTION', 'PY3', { lastAttempt: state.attempts.at(-1)?.status ?? 'none' })
  const may = mayRecordOutcome(state, facts, last)
  if (isLeft(may)) return may
  return right([{ type: 'ExceptionReported', data: { attempt: last.no, ...fields } }])
}
