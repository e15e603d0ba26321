import { localDateOf } from '../calendar/index.js'
import type { ActName, FieldsOf, RefundCase } from '../refund-case/index.js'
import type { Sealed, Sealing } from '../sealing/index.js'

const text: Sealed = { subject: '', keyId: '', nonce: '', ciphertext: '', commitment: '' }

/** The most ordinary form of each command on this case: what `actions` asks the deciders about. */
export const probes: { readonly [Name in ActName]: (state: RefundCase) => Sealing<FieldsOf<Name>> } = {
  review: (state) => ({
    stage: state.inspection.result === 'none' ? 'intake' : 'afterInspection',
    outcome: 'accepted',
    fault: 'none',
    ground: text,
  }),
  ship: ({ route }) => ({ method: route === 'interceptRefund' ? 'intercepted' : 'selfShipped' }),
  receiveGoods: ({ lines }) => ({ lines: lines.map(({ lineNo, quantity }) => ({ lineNo, quantity })) }),
  inspect: ({ lines }) => ({
    lines: lines.map(({ lineNo, quantity }) => ({
      lineNo,
      received: quantity,
      accepted: quantity,
      rejected: 0,
      appearance: 'intact',
      packaging: 'complete',
      grade: 'A',
      disposition: 'restock',
    })),
  }),
  approve: () => ({}),
  recordPayment: () => ({ reference: 'probe' }),
  dispute: () => ({ by: 'customer', category: 'other', level: 'litigation' }),
  addEvidence: () => ({ evidence: [{ kind: 'other', reference: text, sha256: '', mediaType: 'text/plain', size: 0 }] }),
  note: () => ({ channel: 'onlineChat', direction: 'internal', text }),
  changeRoute: ({ route }) => ({ to: route === 'unshippedRefund' ? 'interceptRefund' : 'returnRefund' }),
  withdraw: () => ({}),
  submit: ({ submission }) => ({
    to: submission === 'none' || submission === 'technicalSentBack' ? 'technical' : 'finance',
  }),
  sendBack: ({ submission }) => ({ by: submission === 'technical' ? 'technical' : 'finance', reason: text }),
  checkFunds: () => ({ result: 'notReceived' }),
  adjustAmount: () => ({ reason: text }),
  refuseApproval: () => ({ reason: text }),
  startPayment: () => ({}),
  failPayment: () => ({ reason: 'other' }),
  markPaymentUnknown: () => ({ reason: 'timeout' }),
  reversePayment: () => ({ reason: 'other' }),
  matchBankLine: ({ attempts, requestedAt }) => {
    const paid = attempts.findLast(({ status, bankLine }) => status === 'paid' && bankLine === undefined)
    const amount = Object.values(paid?.amounts ?? {}).reduce((sum, part) => sum + part, 0)
    return { attempt: paid?.no ?? 1, lineReference: 'probe', date: localDateOf('UTC', requestedAt), amount }
  },
  reportException: () => ({ text }),
  changeDestination: () => ({ destination: { kind: 'original' } }),
  verifyDestination: () => ({}),
  acceptAlternative: ({ end }) => ({ kind: end.how === 'declined' ? (end.alternatives[0]?.kind ?? 'other') : 'other' }),
  rule: () => ({ ground: 'forMerchant', amounts: {}, goodsTo: 'merchant' }),
  notify: () => ({ to: 'customer', kind: 'progress', channel: 'sms' }),
  confirmReceipt: () => ({}),
  giveFeedback: () => ({ score: 5, channel: 'onlineChat' }),
  close: () => ({}),
  reopen: () => ({ reason: text }),
  erasePersonalData: () => ({}),
}
