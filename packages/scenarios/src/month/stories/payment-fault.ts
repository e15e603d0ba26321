import { addMillis, type Plain, type RefundCase } from '@refund-case/core'
import { bankName, mobileNo } from '../shop-words.js'
import { someone } from '../staff.js'
import { step, stepOn, type StoryStep } from '../story.js'
import { paidByCashier, threeApprovals } from './finance.js'
import type { Teller } from './teller.js'

const HOUR = 60

const symptoms = {
  chargedWithoutOrderNo: '扣款成功，未收到订单号及出票验证码',
  orderConflict: '订单冲突，重复扣款',
  paymentTimeout: '支付成功但支付超时',
} as const

/** 支付故障 (D14): the fault sheet, the technical department, finance, and all of it in hours. */
export const paymentFault: Teller = ({ random, no, now }) => {
  const service = someone(random, 'customerService')
  const lead = someone(random, 'csLead')
  const technical = someone(random, 'technical')
  const reason = random.pick('chargedWithoutOrderNo', 'chargedWithoutOrderNo', 'orderConflict', 'paymentTimeout')
  const claimed = random.between(20, 600) * 100
  const purchasedAt = addMillis(now, -random.between(30, 900) * 60_000)
  const sheet: Plain<object> = {
    orderNos: [],
    purchasedAt,
    bank: bankName(random),
    amount: claimed,
    registeredMobile: mobileNo(random),
    symptom: symptoms[reason],
  }
  const toFinance = step(random.percent(90) ? random.between(5, 50) : random.between(55, 150), lead, 'submit', {
    to: 'finance',
  })
  const checked = (result: 'received' | 'notReceived'): StoryStep =>
    step(random.between(10, 3 * HOUR), someone(random, 'cashier'), 'checkFunds', {
      result,
      ...(result === 'received' ? { amount: claimed, bankReference: `B-${no}` } : {}),
    })
  const financeTells = stepOn(
    random.between(2, 40),
    someone(random, 'cashier'),
    'notify',
    ({ requested, funds }: RefundCase) => ({
      to: 'customerService',
      kind: 'financeResult',
      channel: 'internalMail',
      text: `${requested.caseNo}${funds.checked === 'notReceived' ? '未入账' : '已退款'}`,
    }),
  )
  const [pay, ...after] = paidByCashier(random)
  const arrived = random.percent(84)
  const sentBack = random.percent(7)
  const back: ReadonlyArray<StoryStep> = sentBack
    ? [
        step(random.between(10, 3 * HOUR), someone(random, 'cashier'), 'sendBack', {
          by: 'finance',
          reason: '金额与流水不符',
        }),
        step(random.between(30, 5 * HOUR), lead, 'submit', { to: 'finance' }),
      ]
    : []
  return {
    actor: service,
    request: {
      route: 'paymentFault',
      complaintNo: `TS-${String(no).padStart(6, '0')}`,
      lines: [],
      reason,
      channel: random.pick('hotline', 'hotline', 'onlineChat'),
      claimed,
      firstContactAt: now,
      purchasedAt,
      customerOpinion: random.pick('要求尽快退款', '希望退回原卡'),
    },
    steps: [
      step(random.percent(92) ? random.between(2, 9) : random.between(11, 25), service, 'addEvidence', {
        evidence: [],
        faultSheet: sheet,
      }),
      step(random.between(1, 30), lead, 'review', {
        stage: 'intake',
        outcome: 'accepted',
        fault: 'none',
        opinion: '单据填写无误',
      }),
      step(1, lead, 'submit', { to: 'technical' }),
      step(random.between(10, 2 * HOUR), technical, 'review', {
        stage: 'technical',
        outcome: 'accepted',
        fault: 'none',
        opinion: '原始数据已核实',
      }),
      toFinance,
      ...back,
      ...(arrived
        ? [checked('received'), ...threeApprovals(random), ...(pay === undefined ? [] : [pay]), financeTells, ...after]
        : [
            checked('notReceived'),
            financeTells,
            step(random.between(5, 60), service, 'notify', {
              to: 'customer',
              kind: 'reviewResult',
              channel: 'phone',
              text: '银行未入账，款项将由银行退回',
            }),
            step(random.between(10, 300), lead, 'close'),
          ]),
    ],
  }
}
