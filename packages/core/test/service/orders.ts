import type { OrderFacts } from '../../src/order-account/index.js'
import { instant } from './world.js'

type Line = readonly [quantity: number, gross: number]

interface Sold {
  readonly orderId?: string
  readonly lines?: ReadonlyArray<Line>
  readonly discount?: number
  readonly freight?: number
  readonly shipment?: OrderFacts['shipment']
}

/** An order of lines `[quantity, gross]`, numbered from 1; what was paid follows. */
export const anOrder = ({
  orderId = 'order-1',
  lines = [
    [3, 29_700],
    [1, 5_940],
  ],
  discount = 2_000,
  freight = 1_200,
  shipment = 'received',
}: Sold = {}): OrderFacts => ({
  orderId,
  currency: 'CNY',
  lines: lines.map(([quantity, gross], index) => ({ lineNo: index + 1, sku: `sku-${index + 1}`, quantity, gross })),
  discount,
  freight,
  paid: lines.reduce((sum, [, gross]) => sum + gross, 0) - discount + freight,
  channel: 'shop',
  purchasedAt: instant('2026-03-01T00:00:00.000Z'),
  shipment,
  ...(shipment === 'received' ? { receivedAt: instant('2026-03-08T00:00:00.000Z') } : {}),
})
