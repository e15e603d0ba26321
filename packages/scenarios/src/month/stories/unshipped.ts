import type { Random } from '../random.js'
import { someone } from '../staff.js'
import { step, stepOn, type StoryStep } from '../story.js'
import { accepted, withdrawn } from './customer-service.js'
import { afterwards, throughFinance } from './finance.js'
import { backAndInspected, someUnits } from './returns.js'
import type { Teller } from './teller.js'

const HOUR = 60
const DAY = 24 * HOUR

/** One approval by the lead, who is neither recorder nor reviewer, and customer service pays (AP4). */
const leadApproves = (random: Random): StoryStep =>
  step(random.between(5, 6 * HOUR), someone(random, 'csLead'), 'approve', { opinion: '未发货，同意退款' })

const paidByService = (random: Random): ReadonlyArray<StoryStep> => [
  step(random.between(5, 8 * HOUR), someone(random, 'customerService'), 'recordPayment', {
    reference: `ch-${random.between(100_000, 999_999)}`,
  }),
  ...afterwards(random),
]

/** 未发货退款. */
export const unshippedRefund: Teller = ({ random, order }) => {
  const bought = order('unshipped')
  return {
    order: bought,
    request: {
      route: 'unshippedRefund',
      orderId: bought.orderId,
      lines: random.percent(50)
        ? bought.lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }))
        : someUnits(random, bought),
      reason: random.pick('changeOfMind', 'lateDispatch', 'orderedByMistake'),
      channel: random.pick('website', 'platform', 'onlineChat'),
    },
    steps: random.percent(6)
      ? withdrawn(random)
      : [...accepted(random, { fault: 'none' }), leadApproves(random), ...paidByService(random)],
  }
}

/** 发货拦截: stopped on its way, or not, and then a return like any other. */
export const interceptRefund: Teller = ({ random, order }) => {
  const bought = order('shipped')
  const logistics = someone(random, 'logistics')
  const asked = step(random.between(5, 2 * HOUR), someone(random, 'customerService'), 'note', {
    channel: 'hotline',
    direction: 'outbound',
    text: '已联系物流截回',
  })
  const begun = [...accepted(random, { fault: 'none' }), asked]
  const stopped = random.percent(65)
  return {
    order: bought,
    request: {
      route: 'interceptRefund',
      orderId: bought.orderId,
      lines: bought.lines.map(({ lineNo, quantity }) => ({ lineNo, quantity })),
      reason: random.pick('changeOfMind', 'orderedByMistake'),
      channel: random.pick('hotline', 'onlineChat'),
    },
    steps: stopped
      ? [
          ...begun,
          step(random.between(3 * HOUR, DAY), logistics, 'ship', { method: 'intercepted', carrier: 'SF' }),
          ...backAndInspected(random),
          leadApproves(random),
          step(random.between(HOUR, DAY), someone(random, 'cashier'), 'recordPayment', {
            reference: `ch-${random.between(100_000, 999_999)}`,
          }),
          ...afterwards(random),
        ]
      : [
          ...begun,
          step(random.between(3 * HOUR, DAY), someone(random, 'customerService'), 'changeRoute', {
            to: 'returnRefund',
            reason: '截回失败，客户收货后退回',
          }),
          stepOn(random.between(DAY, 2 * DAY), someone(random, 'customerService'), 'ship', ({ requested }) => ({
            method: 'selfShipped',
            carrier: 'SF',
            trackingNo: `SF-${requested.caseNo}`,
          })),
          ...backAndInspected(random),
          ...throughFinance(random),
        ],
  }
}
