import type { Random } from '../random.js'
import { anEvidence } from '../shop-words.js'
import { someone } from '../staff.js'
import type { Story } from '../story.js'
import { accepted, declined } from './customer-service.js'
import { throughFinance } from './finance.js'
import type { Teller } from './teller.js'

/** 已收货仅退款: part of the price, the goods stay. */
export const keepGoodsRefund: Teller = ({ random, order }) => {
  const bought = order('received')
  const [line] = bought.lines
  const worth = Math.max(2, Math.floor(((line?.gross ?? 2) * 6) / 10))
  return {
    order: bought,
    request: {
      route: 'keepGoodsRefund',
      orderId: bought.orderId,
      lines: [
        {
          lineNo: line?.lineNo ?? 1,
          quantity: 1,
          amount: random.between(1, Math.max(1, Math.floor(worth / (line?.quantity ?? 1)))),
        },
      ],
      reason: random.pick('qualityDefect', 'transitDamage', 'notAsDescribed'),
      channel: random.pick('onlineChat', 'website', 'socialMedia'),
      evidence: [anEvidence(random, 'photo')],
      statement: '有瑕疵，希望部分退款',
    },
    steps: random.percent(12)
      ? declined(random)
      : [...accepted(random, { fault: 'merchant', lead: true }), ...throughFinance(random)],
  }
}

/** 各类问题补偿: goodwill, within its own cap. */
export const compensation: Teller = ({ random, order }) => {
  const bought = order('received')
  return {
    order: bought,
    request: {
      route: 'compensation',
      orderId: bought.orderId,
      lines: [],
      claimed: random.between(1, Math.max(1, Math.floor(bought.paid / 400))) * 100,
      reason: random.pick('lateDispatch', 'serviceNotAsExpected'),
      channel: random.pick('hotline', 'email'),
      customerOpinion: '要求补偿',
    },
    steps: random.percent(10)
      ? declined(random)
      : [...accepted(random, { fault: 'merchant' }), ...throughFinance(random)],
  }
}

/** 运费补偿 of a return that the merchant is to blame for: asked for by the customer service that saw the receipt. */
export const freightStory = (
  random: Random,
  of: Pick<Story['request'], 'orderId' | 'parent' | 'customer'>,
  claimed: number,
): Story => ({
  actor: someone(random, 'customerService'),
  request: {
    route: 'freightCompensation',
    ...of,
    lines: [],
    claimed,
    reason: 'returnFreight',
    channel: 'hotline',
  },
  steps: [...accepted(random, { fault: 'merchant' }), ...throughFinance(random)],
})
