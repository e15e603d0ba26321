import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Instant } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { discountShares } from '../money/proration.js'
import { Currency, Id, MinorUnits, Positive, Reference, words } from '../vocabulary/index.js'

/** How far the delivery to the customer is. It only moves forward. */
export const Shipment = words('Shipment', 'unshipped', 'shipped', 'received')
export type Shipment = t.TypeOf<typeof Shipment>

const lineFields = { lineNo: Positive, sku: Reference, quantity: Positive, gross: MinorUnits }
const lineOptions = { tags: t.readonlyArray(Reference) }

/**
 * One line of an order: `gross` is the price of the whole line before the order's discount, minor units, tax contained.
 * `tags` are what return conditions ask for (custom-made, declared defect …).
 */
const OrderLine = t.readonly(t.exact(t.intersection([t.type(lineFields), t.partial(lineOptions)])), 'OrderLine')
export type OrderLine = t.TypeOf<typeof OrderLine>

/** A line with `net`: what was paid for it, its share of the discount taken off (§6-1). */
const RecordedLine = t.readonly(
  t.exact(t.intersection([t.type({ ...lineFields, net: MinorUnits }), t.partial(lineOptions)])),
  'RecordedLine',
)
export type RecordedLine = t.TypeOf<typeof RecordedLine>

const orderFields = {
  orderId: Id,
  currency: Currency,
  /** Of the whole order; shared over the lines by cumulative floor. */
  discount: MinorUnits,
  /** Outbound freight. */
  freight: MinorUnits,
  paid: MinorUnits,
  /** The shop's code for where it was sold. */
  channel: Reference,
  purchasedAt: Instant,
  shipment: Shipment,
}
const orderOptions = { receivedAt: Instant }

/** What was bought and paid, as the shop states it; never as a customer does. */
export const OrderFacts = t.readonly(
  t.exact(t.intersection([t.type({ ...orderFields, lines: t.readonlyArray(OrderLine) }), t.partial(orderOptions)])),
  'OrderFacts',
)
export type OrderFacts = t.TypeOf<typeof OrderFacts>

/** The order as its account keeps it. */
export const RecordedOrder = t.readonly(
  t.exact(t.intersection([t.type({ ...orderFields, lines: t.readonlyArray(RecordedLine) }), t.partial(orderOptions)])),
  'RecordedOrder',
)
export type RecordedOrder = t.TypeOf<typeof RecordedOrder>

/** `place` is the field that does not fit (`/lines/2/lineNo`), `expected` and `found` the two numbers or names. */
export type OrderInconsistent = Refusal<
  'ORDER_INCONSISTENT',
  { readonly place: string; readonly expected: string | number; readonly found: string | number }
>

const inconsistent = (
  place: string,
  expected: string | number,
  found: string | number,
): Either<OrderInconsistent, never> =>
  left({ kind: 'refusal', code: 'ORDER_INCONSISTENT', rule: '§6-1', facts: { place, expected, found } })

/**
 * The order with the net of each line, where its numbers fit together: a line at least, no line number twice, the
 * discount no more than the lines, Σ gross − discount + freight = paid; received only when it says so, and not before
 * it was bought.
 */
export const checkOrder = (facts: OrderFacts): Either<OrderInconsistent, RecordedOrder> => {
  if (facts.lines.length === 0) return inconsistent('/lines', 'one line or more', 0)
  const seen = new Set<number>()
  let gross = 0
  for (const [index, line] of facts.lines.entries()) {
    if (seen.has(line.lineNo)) return inconsistent(`/lines/${index}/lineNo`, 'a line number used once', line.lineNo)
    seen.add(line.lineNo)
    gross += line.gross
    if (!Number.isSafeInteger(gross)) return inconsistent(`/lines/${index}/gross`, Number.MAX_SAFE_INTEGER, gross)
  }
  if (facts.discount > gross) return inconsistent('/discount', gross, facts.discount)
  const paid = gross - facts.discount + facts.freight
  if (paid !== facts.paid) return inconsistent('/paid', paid, facts.paid)
  if (facts.receivedAt !== undefined && facts.shipment !== 'received')
    return inconsistent('/shipment', 'received', facts.shipment)
  if (facts.receivedAt !== undefined && facts.receivedAt < facts.purchasedAt)
    return inconsistent('/receivedAt', facts.purchasedAt, facts.receivedAt)
  const shares = discountShares(
    facts.discount,
    facts.lines.map((line) => line.gross),
  )
  const lines = facts.lines.map((line, index) => ({ ...line, net: line.gross - (shares[index] ?? 0) }))
  return right({ ...facts, lines })
}
