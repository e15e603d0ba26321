import { localDateOf, totalOf, type Instant, type RefundCase } from '@refund-case/core'
import type { Random } from '../random.js'
import { accountNo, bankName, personName } from '../shop-words.js'
import { someone } from '../staff.js'
import { step, stepOn, type StoryStep } from '../story.js'

const HOUR = 60
const DAY = 24 * HOUR

/** 出纳初核, 会计复核, 财务总监审批 (AP1). */
export const threeApprovals = (random: Random): ReadonlyArray<StoryStep> => [
  step(random.between(20, 4 * HOUR), someone(random, 'cashier'), 'approve', { opinion: '已核对退款信息' }),
  step(random.between(20, 3 * HOUR), someone(random, 'accountant'), 'approve', { opinion: '复核无误' }),
  step(random.between(20, 4 * HOUR), someone(random, 'financeDirector'), 'approve', { opinion: '同意退款' }),
]

const bankLine = (state: RefundCase, now: Instant) => {
  const attempt = state.attempts.findLast(({ status }) => status === 'paid')
  return {
    attempt: attempt?.no ?? 1,
    lineReference: `BL-${state.requested.caseNo}-${attempt?.no ?? 1}`,
    date: localDateOf('Asia/Shanghai', now),
    amount: totalOf(attempt?.amounts ?? {}),
  }
}

const told = (random: Random): StoryStep =>
  stepOn(random.between(2, 90), someone(random, 'customerService'), 'notify', (state) => ({
    to: 'customer',
    kind: 'paid',
    channel: random.pick('sms', 'phone'),
    text: `退单${state.requested.caseNo}已退款，请注意查收`,
  }))

/** After the money has gone: the customer is told, the case ends, the bank's line is matched, some answer how it was. */
export const afterwards = (random: Random): ReadonlyArray<StoryStep> => {
  const staff = someone(random, 'customerService')
  return [
    told(random),
    step(random.between(20, 6 * HOUR), someone(random, 'csLead'), 'close'),
    stepOn(random.between(DAY, 2 * DAY), someone(random, 'accountant'), 'matchBankLine', bankLine),
    ...(random.percent(35)
      ? [
          step(random.between(HOUR, 2 * DAY), staff, 'giveFeedback', {
            score: random.pick(5, 5, 5, 4, 4, 3, 2, 1),
            channel: 'hotline',
          }),
        ]
      : []),
  ]
}

const reference = (random: Random): string => `ch-${random.between(100_000, 999_999)}`

const failedFirst = (random: Random): ReadonlyArray<StoryStep> => {
  const cashier = someone(random, 'cashier')
  const other = {
    destination: {
      kind: 'other',
      method: 'card',
      account: accountNo(random),
      holder: personName(random),
      bank: bankName(random),
      ground: 'accountClosed',
    },
  }
  return [
    step(random.between(20, 6 * HOUR), cashier, 'startPayment', { reference: reference(random) }),
    step(random.between(5, 40), cashier, 'failPayment', { reason: 'accountClosed', note: '银行回执：账户注销' }),
    step(random.between(30, 18 * HOUR), cashier, 'reportException', {
      text: '退款异常：原卡已注销，请联系客户更换账户',
    }),
    step(random.between(10, 5 * HOUR), someone(random, 'customerService'), 'changeDestination', other),
    step(random.between(20, 5 * HOUR), someone(random, 'accountant'), 'verifyDestination', {
      opinion: '户名与客户一致',
    }),
    ...threeApprovals(random),
  ]
}

/** 出纳付款: mostly at once, sometimes after a failure or an answer that did not come, seldom to be sent back later. */
export const paidByCashier = (random: Random): ReadonlyArray<StoryStep> => {
  const cashier = someone(random, 'cashier')
  const pay = step(random.between(10, 30 * HOUR), cashier, 'recordPayment', { reference: reference(random) })
  if (random.percent(4)) return [...failedFirst(random), pay, ...afterwards(random)]
  if (random.percent(3))
    return [
      step(random.between(20, 6 * HOUR), cashier, 'startPayment', { reference: reference(random) }),
      step(1, cashier, 'markPaymentUnknown', { reason: 'timeout', note: '渠道超时' }),
      step(random.between(5, 6 * HOUR), cashier, 'recordPayment', { reference: reference(random) }),
      ...afterwards(random),
    ]
  if (random.percent(2))
    return [
      pay,
      told(random),
      step(random.between(DAY, 3 * DAY), cashier, 'reversePayment', { reason: 'accountClosed', note: '银行退票' }),
      step(random.between(HOUR, DAY), cashier, 'reportException', { text: '退款被银行退回' }),
      step(random.between(HOUR, DAY), cashier, 'recordPayment', { reference: reference(random) }),
      ...afterwards(random),
    ]
  return [pay, ...afterwards(random)]
}

/** All of finance: now and then it sends a case back first, and customer service hands it in again. */
export const throughFinance = (random: Random): ReadonlyArray<StoryStep> => [
  ...(random.percent(4)
    ? [
        step(random.between(20, 4 * HOUR), someone(random, 'cashier'), 'sendBack', {
          by: 'finance',
          reason: random.pick('金额与流水不符', '缺少购买凭证', '户名不一致'),
        }),
        step(random.between(30, 8 * HOUR), someone(random, 'csLead'), 'review', {
          stage: 'intake',
          outcome: 'accepted',
          fault: 'merchant',
          opinion: '已补充说明，重新提交',
        }),
      ]
    : []),
  ...threeApprovals(random),
  ...paidByCashier(random),
]
