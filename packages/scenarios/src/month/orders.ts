import { addMillis, type Instant, type OrderFacts, type Plain } from '@refund-case/core'
import { product } from './shop-words.js'
import type { Random } from './random.js'

const DAY = 86_400_000

/** An order of one to three lines, bought some days before `now`, and delivered unless it is not. */
export const anOrder = (
  random: Random,
  no: number,
  now: Instant,
  shipment: OrderFacts['shipment'],
): Plain<OrderFacts> => {
  const lines = Array.from({ length: random.between(1, 3) }, (_, index) => {
    const [sku, price] = product(random)
    const quantity = random.percent(70) ? 1 : random.between(2, 3)
    return { lineNo: index + 1, sku, quantity, gross: price * quantity }
  })
  const goods = lines.reduce((sum, { gross }) => sum + gross, 0)
  const discount = random.percent(30) ? Math.floor(goods / random.between(8, 20)) : 0
  const freight = random.percent(50) ? random.between(6, 18) * 100 : 0
  const purchasedAt = addMillis(now, -random.between(shipment === 'received' ? 5 : 1, 8) * DAY)
  return {
    orderId: `TK-${String(no).padStart(6, '0')}`,
    currency: 'CNY',
    channel: random.pick('shop', 'app', 'marketplace'),
    lines,
    discount,
    freight,
    paid: goods - discount + freight,
    purchasedAt,
    shipment,
    ...(shipment === 'received' ? { receivedAt: addMillis(now, -random.between(6, 90) * 3_600_000) } : {}),
  }
}
