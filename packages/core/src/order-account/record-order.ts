import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { OrderAccountEvent } from './events.js'
import { checkOrder, type OrderFacts, type OrderInconsistent, type OrderLine, type RecordedOrder } from './order.js'
import type { OrderAccount } from './state.js'

/** `place` is the field in which the order now stated differs from the recorded one. */
export type OrderDiffers = Refusal<'ORDER_DIFFERS', { readonly orderId: string; readonly place: string }>
export type RecordOrderRefusal = OrderInconsistent | OrderDiffers

const stages: { readonly [Stage in OrderFacts['shipment']]: number } = { unshipped: 0, shipped: 1, received: 2 }

const sameTags = (a: OrderLine, b: OrderLine): boolean =>
  (a.tags ?? []).length === (b.tags ?? []).length && (a.tags ?? []).every((tag, index) => tag === (b.tags ?? [])[index])

const bought = ['orderId', 'currency', 'channel', 'purchasedAt', 'discount', 'freight', 'paid'] as const
const ofLine = ['lineNo', 'sku', 'quantity', 'gross'] as const

/** The first field that says something else of what was bought or paid. */
const differs = (known: RecordedOrder, facts: RecordedOrder): string | undefined => {
  const field = bought.find((name) => known[name] !== facts[name])
  if (field !== undefined) return `/${field}`
  if (known.lines.length !== facts.lines.length) return '/lines'
  for (const [index, line] of known.lines.entries()) {
    const stated = facts.lines[index]
    const name = stated === undefined ? 'lineNo' : ofLine.find((of) => line[of] !== stated[of])
    if (name !== undefined) return `/lines/${index}/${name}`
    if (stated !== undefined && !sameTags(line, stated)) return `/lines/${index}/tags`
  }
  return undefined
}

/**
 * The shop states an order: recorded the first time. Later only the delivery may have moved on; a state behind the one
 * recorded is old news and changes nothing. Whatever else differs is refused ORDER_DIFFERS (§1).
 */
export const recordOrder = (
  account: OrderAccount,
  facts: OrderFacts,
): Either<RecordOrderRefusal, ReadonlyArray<OrderAccountEvent>> => {
  const checked = checkOrder(facts)
  if (isLeft(checked)) return checked
  const order = checked.right
  const known = account.order
  if (known === undefined) return right([{ type: 'OrderRecorded', data: order }])
  const place = differs(known, order)
  if (place !== undefined)
    return left({ kind: 'refusal', code: 'ORDER_DIFFERS', rule: '§1', facts: { orderId: known.orderId, place } })
  const { shipment, receivedAt } = order
  const behind = stages[shipment] < stages[known.shipment] || (receivedAt ?? '') < (known.receivedAt ?? '')
  if (behind || (shipment === known.shipment && receivedAt === known.receivedAt)) return right([])
  return right([{ type: 'OrderUpdated', data: { shipment, ...(receivedAt === undefined ? {} : { receivedAt }) } }])
}
