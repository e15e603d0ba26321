import { addDays, firstInstantAfter, limitOf, localDateOf, type Instant, type WorkCalendar } from '../calendar/index.js'
import type { RecordedOrder } from '../order-account/index.js'
import type { Policy } from '../policy/index.js'
import type { Reason, Route } from '../vocabulary/index.js'
import type { CaseLine, FailedCondition } from './events/index.js'

interface Asked {
  readonly route: Route
  readonly reason: Reason
  readonly lines: ReadonlyArray<CaseLine>
  readonly now: Instant
}

const windowsFailed = (
  asked: Asked,
  order: RecordedOrder,
  policy: Policy,
  calendar: WorkCalendar,
): ReadonlyArray<FailedCondition> =>
  policy.windows.flatMap(({ id, reasons, from, limit, source }) => {
    // Goods that have not arrived have not begun their window.
    const start = from === 'receipt' ? order.receivedAt : order.purchasedAt
    if (!reasons.includes(asked.reason) || start === undefined) return []
    const answer = limitOf(limit, policy.timeZone, calendar, start)
    return asked.now < firstInstantAfter(answer)
      ? []
      : [
          {
            condition: 'window',
            id,
            source,
            lastDay: answer.lastDay,
            startsOn: addDays(localDateOf(policy.timeZone, start), 1),
          },
        ]
  })

const goodsExcluded = (asked: Asked, order: RecordedOrder, policy: Policy): ReadonlyArray<FailedCondition> =>
  policy.excludedGoods.flatMap(({ tag, reasons, source }) =>
    reasons.includes(asked.reason)
      ? asked.lines.flatMap(({ lineNo }): ReadonlyArray<FailedCondition> => {
          const tags = order.lines.find((line) => line.lineNo === lineNo)?.tags ?? []
          return tags.includes(tag) ? [{ condition: 'excludedGoods', id: tag, source, lineNo }] : []
        })
      : [],
  )

/**
 * The return conditions that a request fails (IN16, IN17). They do not refuse it: they are recorded, and accepting it
 * then takes the csLead and a ground.
 */
export const failedConditions = (
  asked: Asked,
  order: RecordedOrder | undefined,
  policy: Policy,
  calendar: WorkCalendar,
): ReadonlyArray<FailedCondition> =>
  order === undefined || (asked.route !== 'returnRefund' && asked.route !== 'exchangeOrRepair')
    ? []
    : [...windowsFailed(asked, order, policy, calendar), ...goodsExcluded(asked, order, policy)]
