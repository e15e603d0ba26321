import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { FaultSheet } from './events/index.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'

/** The fields that a sheet still lacks (IN10): a complete one lacks none. */
export const missingInSheet = (sheet: FaultSheet): ReadonlyArray<string> =>
  (['purchasedAt', 'bank', 'amount', 'registeredMobile', 'symptom'] as const).filter(
    (field) => sheet[field] === undefined,
  )

/**
 * 一个TK订单号写一张单子 (IN11): a sheet names exactly the case's one order number; where the case has none it names none
 * (无), and any number is refused.
 */
export const oneTkPerSheet = (
  state: RefundCase,
  sheet: { readonly orderNos: ReadonlyArray<string> },
): Either<Refusal, true> => {
  if (state.route !== 'paymentFault')
    return refuse('FORBIDDEN_BY_ROUTE', 'IN10', { route: state.route, milestone: 'faultSheet' })
  const own = state.requested.orderId === undefined ? [] : [state.requested.orderId]
  const same = sheet.orderNos.length === own.length && sheet.orderNos.every((no, index) => no === own[index])
  return same ? right(true) : refuse('ONE_TK_PER_SHEET', 'IN11', { orderNos: sheet.orderNos, ofCase: own })
}
