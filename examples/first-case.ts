import { china2026, chinaRetail, explain, refundService } from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'

const bill = { currency: 'CNY', lines: [{ lineNo: 1, sku: 'teapot', quantity: 2, gross: 19_800 }], discount: 0 }
const sale = { orderId: 'A-1001', channel: 'shop', ...bill, freight: 0, paid: 19_800 }
const order = { ...sale, purchasedAt: '2026-03-08T12:15:00.000Z', shipment: 'unshipped' } as const
const shop = { policies: [chinaRetail], calendars: [china2026], orders: () => Promise.resolve(order) }
const refunds = refundService({ ...nodePlatform(), ...shop, store: memoryStore() })

const mia = { id: 'customer-7', role: 'customer' } as const
const wish = { orderId: 'A-1001', lines: [{ lineNo: 1, quantity: 1 }], reason: 'changeOfMind' } as const
const asked = await refunds.request(mia, { ...wish, route: 'unshippedRefund', channel: 'website' })()
if (isLeft(asked)) throw new Error(explain(asked.left, 'en'))
console.log(asked.right.situation, asked.right.state.claimed, asked.right.binding?.rule)

const paying = { caseId: asked.right.caseId, reference: 'bank-1' }
const paid = await refunds.recordPayment({ id: 'lin', role: 'customerService' }, paying)()
console.log(isLeft(paid) ? explain(paid.left, 'en') : paid.right.situation)
