// Scenario S1 through the whole service: two of three units back for a fault, and the freight of the return compensated
// as a case of its own. Real clock, ids, hashes and fingerprints; sealing alone is off, for its cost is measured apart.
import { china2026, chinaRetail, instantFromMillis, refundService } from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft, right } from 'fp-ts/lib/Either.js'

/** How many commands one run of S1 has. */
export const COMMANDS_OF_S1 = 17

const sealed = {
  subject: 'c-1001',
  keyId: 'k',
  nonce: 'AAAAAAAAAAAAAAAA',
  ciphertext: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  commitment: '0'.repeat(64),
}

const unsealed = (vault) => ({ ...vault, sealer: () => async () => right(() => sealed) })

const li = { id: 'li', role: 'customerService' }
const wu = { id: 'wu', role: 'warehouse' }
const customer = { id: 'c-1001', role: 'customer' }
const qian = { id: 'qian', role: 'cashier' }
const approvers = [qian, { id: 'kong', role: 'accountant' }, { id: 'zhao', role: 'financeDirector' }]

const evidence = (reference) => ({
  kind: 'photo',
  reference,
  sha256: '0'.repeat(64),
  mediaType: 'image/jpeg',
  size: 81_920,
})

const instant = (text) => {
  const found = instantFromMillis(Date.parse(text))
  if (isLeft(found)) throw new Error(found.left.message)
  return found.right
}

const PURCHASED_AT = instant('2026-03-05T11:40:00Z')
const RECEIVED_AT = instant('2026-03-08T04:10:00Z')
const FIRST_CONTACT = Date.parse('2026-03-09T02:05:00Z')

const orderOf = (orderId) => ({
  orderId,
  currency: 'CNY',
  lines: [{ lineNo: 1, sku: 'kettle', quantity: 3, gross: 29_700 }],
  discount: 0,
  freight: 1_200,
  paid: 30_900,
  channel: 'website',
  purchasedAt: PURCHASED_AT,
  receivedAt: RECEIVED_AT,
  shipment: 'received',
})

const done = async (answer) => {
  const outcome = await answer()
  if (isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** A service on a store of its own, whose clock goes on a millisecond each time it is asked for a new order. */
export const s1Service = () => {
  const platform = nodePlatform()
  const store = memoryStore()
  let millis = FIRST_CONTACT
  let now = instant('2026-03-09T02:05:00Z')
  const tick = () => {
    millis += 1
    const next = instantFromMillis(millis)
    if (isLeft(next)) throw new Error(next.left.message)
    now = next.right
  }
  const refunds = refundService({
    ...platform,
    vault: unsealed(platform.vault),
    clock: () => now,
    store,
    orders: async (orderId) => orderOf(orderId),
    policies: [chinaRetail],
    calendars: [china2026],
  })
  return { refunds, store, tick }
}

/** The seventeen commands of S1 on an order of its own; answers the id of the case whose goods came back. */
export const runS1 = async ({ refunds, tick }, orderId) => {
  tick()
  let keys = 0
  const key = () => `${orderId}-${++keys}`
  const goods = [{ lineNo: 1, quantity: 2 }]
  const { caseId } = await done(
    refunds.request(customer, {
      key: key(),
      route: 'returnRefund',
      orderId,
      lines: goods,
      reason: 'qualityDefect',
      channel: 'website',
      evidence: [evidence('p-1'), evidence('p-2')],
      statement: '两只水壶壶嘴都漏水，照片已上传',
    }),
  )
  const intake = { key: key(), caseId, stage: 'intake', outcome: 'accepted', fault: 'merchant' }
  await done(refunds.review(li, { ...intake, returnInstructions: '请寄至嘉兴退货仓' }))
  await done(refunds.notify(li, { key: key(), caseId, to: 'customer', kind: 'reviewResult', channel: 'sms' }))
  const freight = { amount: 1_500, receipt: evidence('r-1') }
  const parcel = { method: 'selfShipped', carrier: 'SF', trackingNo: 'SF1029390000' }
  await done(refunds.ship(customer, { key: key(), caseId, ...parcel, freight }))
  await done(refunds.receiveGoods(wu, { key: key(), caseId, lines: goods }))
  const seen = { lineNo: 1, received: 2, accepted: 2, rejected: 0, appearance: 'damaged', packaging: 'complete' }
  const inspected = [{ ...seen, grade: 'C', disposition: 'returnToSupplier' }]
  await done(refunds.inspect(wu, { key: key(), caseId, lines: inspected }))
  const freightCase = await done(
    refunds.request(customer, {
      key: key(),
      route: 'freightCompensation',
      orderId,
      lines: [],
      reason: 'returnFreight',
      channel: 'website',
      claimed: 1_500,
      parent: caseId,
      statement: '退货寄件运费15元，发票已上传',
    }),
  )
  const ofFreight = { key: key(), caseId: freightCase.caseId, stage: 'intake', outcome: 'accepted', fault: 'merchant' }
  await done(refunds.review(li, { ...ofFreight, opinion: '质量问题退货，运费由公司承担' }))
  for (const approver of approvers) {
    await done(refunds.approve(approver, { key: key(), caseId }))
    await done(refunds.approve(approver, { key: key(), caseId: freightCase.caseId }))
  }
  await done(refunds.recordPayment(qian, { key: key(), caseId, reference: `ch-${orderId}-1` }))
  await done(refunds.recordPayment(qian, { key: key(), caseId: freightCase.caseId, reference: `ch-${orderId}-2` }))
  await done(refunds.notify(li, { key: key(), caseId, to: 'customer', kind: 'paid', channel: 'sms' }))
  return caseId
}
