import type { CaseActor, CommandName } from '../../src/refund-case/index.js'
import type { Step } from './giving.js'
import * as people from './people.js'

// The commands of specs, each by somebody who may give it.

type Body = Readonly<Record<string, unknown>>

const by =
  (actor: CaseActor, name: CommandName, usual: Body = {}) =>
  (body: Body = {}): Step => ({ by: actor, name, body: { ...usual, ...body } })

export const photo = {
  kind: 'photo',
  reference: 'photo.jpg',
  sha256: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  size: 1_000,
}

export const request = by(people.clerk, 'request', {
  route: 'returnRefund',
  orderId: 'order-1',
  lines: [{ lineNo: 1, quantity: 2 }],
  reason: 'qualityDefect',
  channel: 'website',
  customer: { subject: people.customer.id },
  evidence: [photo],
})

export const keepGoods = (amount: number, body: Body = {}): Step =>
  request({ route: 'keepGoodsRefund', lines: [{ lineNo: 1, quantity: 3, amount }], ...body })

export const accept = by(people.lead, 'review', {
  stage: 'intake',
  outcome: 'accepted',
  fault: 'merchant',
  opinion: 'clearly ours',
})
export const decline = by(people.lead, 'review', {
  stage: 'intake',
  outcome: 'declined',
  fault: 'customer',
  reason: 'notSubstantiated',
  alternatives: [{ kind: 'coupon', value: 3_000 }],
})
export const ship = by(people.customer, 'ship', { method: 'selfShipped', carrier: 'SF', trackingNo: 'SF1' })

export const receive = (quantity = 2): Step =>
  by(people.storekeeper, 'receiveGoods')({ lines: [{ lineNo: 1, quantity }] })

/** Lines `[lineNo, received]`, of each of which so many units are rejected. */
export const inspectLines = (
  lines: ReadonlyArray<readonly [lineNo: number, received: number]>,
  rejected: number,
): Step =>
  by(
    people.storekeeper,
    'inspect',
  )({
    lines: lines.map(([lineNo, received]) => ({
      lineNo,
      received,
      accepted: Math.max(0, received - rejected),
      rejected: Math.min(received, rejected),
      appearance: 'intact',
      packaging: 'complete',
      grade: 'A',
      disposition: 'returnToSupplier',
    })),
  })

export const inspect = (received = 2, accepted = received): Step => inspectLines([[1, received]], received - accepted)

export const approvals: ReadonlyArray<Step> = [people.cashier, people.accountant, people.director].map((actor) =>
  by(actor, 'approve')(),
)
export const approveAs = (actor: CaseActor): Step => by(actor, 'approve')()
export const startPayment = by(people.payer, 'startPayment')
export const failPayment = by(people.payer, 'failPayment', { reason: 'channelRefused' })
export const pay = by(people.payer, 'recordPayment', { reference: 'bank-1' })
export const reverse = by(people.payer, 'reversePayment', { reason: 'accountClosed' })
export const withdraw = by(people.clerk, 'withdraw')
export const adjust = by(people.clerk, 'adjustAmount', { reason: 'as agreed' })
export const changeRoute = by(people.clerk, 'changeRoute')
export const dispute = by(people.clerk, 'dispute', { by: 'customer', category: 'declined', level: 'platform' })
export const rule = by(people.platform, 'rule', {
  ground: 'forCustomer',
  amounts: { goods: 10_000 },
  goodsTo: 'merchant',
})
export const acceptAlternative = by(people.clerk, 'acceptAlternative', { kind: 'coupon' })
export const close = by(people.lead, 'close')
export const reopen = by(people.lead, 'reopen', { reason: 'the customer called again' })
export const note = by(people.clerk, 'note', { channel: 'hotline', direction: 'inbound', text: 'the customer called' })
export const submit = (to: 'technical' | 'finance'): Step => by(people.lead, 'submit')({ to })
export const technicalReview = by(people.engineer, 'review', {
  stage: 'technical',
  outcome: 'accepted',
  fault: 'merchant',
})
export const checkFunds = by(people.cashier, 'checkFunds')
export const faultSheet = by(people.clerk, 'addEvidence', {
  evidence: [],
  faultSheet: {
    orderNos: [],
    purchasedAt: '2026-03-08T13:14:00.000Z',
    bank: 'ICBC',
    amount: 5_600,
    registeredMobile: '13800000000',
    symptom: 'paid, no ticket code',
  },
})
export const addEvidence = by(people.clerk, 'addEvidence', { evidence: [photo] })
export const sendBack = by(people.cashier, 'sendBack', { by: 'finance', reason: 'the amount does not fit' })
export const refuseApproval = by(people.cashier, 'refuseApproval', { reason: 'too much' })
export const markUnknown = by(people.payer, 'markPaymentUnknown', { reason: 'timeout' })
export const matchBankLine = by(people.accountant, 'matchBankLine', {
  attempt: 1,
  lineReference: 'line-1',
  date: '2026-03-10',
})
export const reportException = by(people.payer, 'reportException', { text: 'the channel was down' })
export const changeDestination = by(people.clerk, 'changeDestination', {
  destination: { kind: 'other', method: 'card', account: '6222 0000', holder: 'Ann', ground: 'accountClosed' },
})
export const verifyDestination = by(people.accountant, 'verifyDestination', { opinion: 'called back' })
export const notify = by(people.clerk, 'notify', {
  to: 'customer',
  kind: 'progress',
  channel: 'sms',
  text: 'on its way',
})
export const confirmReceipt = by(people.customer, 'confirmReceipt', { amount: 100 })
export const giveFeedback = by(people.customer, 'giveFeedback', { score: 5, channel: 'website' })
export const erase = by(people.administrator, 'erasePersonalData')
