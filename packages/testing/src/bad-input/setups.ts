import { china2026, instantAt, type Policy } from '@refund-case/core'
import type { Setup } from '../play/history.js'

/** An order with two lines that has come to its customer, under this policy. */
export const receivedOrder = (policy: Policy): Setup => ({
  policy,
  calendars: [china2026],
  start: instantAt('2026-03-09T02:00:00.000Z'),
  order: {
    orderId: 'O-1',
    currency: policy.currency,
    lines: [
      { lineNo: 1, sku: 'kettle', quantity: 3, gross: 29_700 },
      { lineNo: 2, sku: 'mug', quantity: 1, gross: 5_940 },
    ],
    discount: 2_000,
    freight: 1_200,
    paid: 34_840,
    channel: 'online',
    purchasedAt: instantAt('2026-03-05T11:40:00.000Z'),
    shipment: 'received',
    receivedAt: instantAt('2026-03-08T04:10:00.000Z'),
  },
})
