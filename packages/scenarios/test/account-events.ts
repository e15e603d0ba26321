import type { Instant, OrderAccountEvent } from '@refund-case/core'

export type AccountEvent = OrderAccountEvent

const purchasedAt = '2026-03-01T00:00:00.000Z' as Instant

/** Three units for 297.00. */
export const recorded: AccountEvent = {
  type: 'OrderRecorded',
  data: {
    orderId: 'T1',
    currency: 'CNY',
    discount: 0,
    freight: 0,
    paid: 29_700,
    channel: 'online',
    purchasedAt,
    shipment: 'received',
    lines: [{ lineNo: 1, sku: 'kettle', quantity: 3, gross: 29_700, net: 29_700 }],
  },
}

const followed = { caseId: 'c', caseRevision: 0, open: true, purse: {} }
const units = (count: number) => (count === 0 ? [] : [{ from: 1, to: count }])
const money = (amount: number) => (amount === 0 ? [] : [{ from: 1, to: 1, amount }])

const moved = (count: number, amount: number) => ({
  ...followed,
  lines: [{ lineNo: 1, units: units(count), money: money(amount) }],
})
const spent = (count: number, amount: number) => ({
  ...followed,
  lines: [{ lineNo: 1, units: units(count), refunded: money(amount) }],
})

export const reserved = (count: number, amount: number): AccountEvent => ({
  type: 'Reserved',
  data: { ...moved(count, amount), route: 'returnRefund' },
})
export const released = (count: number, amount: number): AccountEvent => ({
  type: 'Released',
  data: moved(count, amount),
})
export const consumed = (count: number, amount: number): AccountEvent => ({
  type: 'Consumed',
  data: spent(count, amount),
})
export const restored = (count: number, amount: number): AccountEvent => ({
  type: 'Restored',
  data: spent(count, amount),
})
