import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { MinorUnits, Reference } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { noOpenAttempt, goesOn } from '../standing.js'
import { voidsOf } from '../voids.js'

/** Whether the charged money ever came (IN9, PY4, PY8): 已入账 with the amount the bank shows, or 未入帐. */
export const CheckFunds = t.union([
  shape({ result: t.literal('received'), amount: MinorUnits }, { bankReference: Reference }),
  shape({ result: t.literal('notReceived') }, {}),
])
export type CheckFunds = t.TypeOf<typeof CheckFunds>

export const checkFunds: Act<CheckFunds> = (fields, state) => {
  if (state.route !== 'paymentFault')
    return refuse('FORBIDDEN_BY_ROUTE', '§4', { route: state.route, milestone: 'FundsChecked' })
  const open = goesOn(state)
  if (isLeft(open)) return open
  const idle = noOpenAttempt(state)
  if (isLeft(idle)) return idle
  if (state.submission !== 'finance')
    return refuse('NOT_SUBMITTED', 'RV6', { to: 'finance', submission: state.submission })
  if (state.funds.checked !== 'not') return refuse('FUNDS_ALREADY_CHECKED', 'PY4', { funds: state.funds.checked })
  return right([
    fields.result === 'received'
      ? { type: 'FundsChecked', data: fields }
      : { type: 'FundsChecked', data: { ...fields, ...voidsOf(state) } },
  ])
}
