import { OrderFacts } from '@refund-case/core'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { fields, may, must, type FieldsOf } from '../form/fields.js'
import { meaningProblem, type Form, type Read, type Scope } from '../form/form.js'
import { list, map } from '../form/lists.js'
import { amount, text, time, whole, words } from '../form/scalars.js'
import type { Pointer } from '../source/pointer.js'
import { anOrderId, orderKey } from './names.js'
import type { OrderUpdate } from './step-types.js'

const aReference = text('a reference of 1 to 200 characters', undefined, 200)
const shipment = words(['unshipped', 'shipped', 'received'])

const line = fields(
  {
    lineNo: may(whole(1, 1_000_000)),
    sku: must(aReference),
    quantity: must(whole(1, 1_000_000)),
    price: may(amount),
    gross: may(amount),
    tags: may(list(aReference)),
  },
  { oneOf: [['price', 'gross']], notTogether: [['price', 'gross']] },
)

const orderSpecs = {
  lines: must(list(line)),
  discount: may(amount),
  freight: may(amount),
  paid: may(amount),
  purchasedAt: must(time),
  shipment: may(shipment),
  receivedAt: may(time),
  currency: may(text('a currency such as CNY', /^[A-Z]{3}$/)),
  channel: may(aReference),
}
const order = fields(orderSpecs)
const orderWithId = fields({ orderId: must(anOrderId), ...orderSpecs })
type Order = FieldsOf<typeof orderSpecs>

/** The order as the shop's port would state it. `paid` is worked out where it was not written. */
const factsOf = (orderId: string, given: Order, path: Pointer, scope: Scope): Read<OrderFacts> => {
  const lines = given.lines.map(({ lineNo, sku, quantity, price = 0, gross, tags }, index) => ({
    lineNo: lineNo ?? index + 1,
    sku,
    quantity,
    gross: gross ?? price * quantity,
    ...(tags === undefined ? {} : { tags }),
  }))
  const { discount = 0, freight = 0, receivedAt } = given
  const facts = {
    orderId,
    currency: given.currency ?? scope.currency,
    lines,
    discount,
    freight,
    paid: given.paid ?? lines.reduce((sum, { gross }) => sum + gross, 0) - discount + freight,
    channel: given.channel ?? 'online',
    purchasedAt: given.purchasedAt,
    shipment: given.shipment ?? (receivedAt === undefined ? 'unshipped' : 'received'),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  }
  return OrderFacts.is(facts) ? right(facts) : meaningProblem(path, 'expected amounts and texts that an order can have')
}

// Amounts of an order are written in its own currency.
const inOwnCurrency = (value: unknown, scope: Scope): Scope => {
  const currency = typeof value === 'object' && value !== null && 'currency' in value ? value.currency : undefined
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { ...scope, currency } : scope
}

const anOrder: Form<(orderId: string) => Read<OrderFacts>> = {
  node: order.node,
  read: (value, path, scope) => {
    const own = inOwnCurrency(value, scope)
    const read = order.read(value, path, own)
    return isLeft(read) ? read : right((orderId) => factsOf(orderId, read.right, path, own))
  },
}

export const orderFacts: Form<OrderFacts> = {
  node: orderWithId.node,
  read: (value, path, scope) => {
    const own = inOwnCurrency(value, scope)
    const read = orderWithId.read(value, path, own)
    return isLeft(read) ? read : factsOf(read.right.orderId, read.right, path, own)
  },
}

const byId = map(orderKey, anOrder)

/** What was bought and paid, by order id. */
export const orders: Form<ReadonlyMap<string, OrderFacts>> = {
  node: byId.node,
  read: (value, path, scope) => {
    const read = byId.read(value, path, scope)
    if (isLeft(read)) return read
    const found: Array<readonly [string, OrderFacts]> = []
    for (const [orderId, make] of read.right) {
      const facts = make(orderId)
      if (isLeft(facts)) return facts
      found.push([orderId, facts.right])
    }
    return right(new Map(found))
  },
}

/** A change of the shop's record: how far the delivery is. */
export const orderUpdate: Form<OrderUpdate> = fields({
  orderId: must(anOrderId),
  shipment: may(shipment),
  receivedAt: may(time),
})
