import { someone, outside } from '../staff.js'
import { step, stepOn } from '../story.js'
import { paidByCashier, threeApprovals } from './finance.js'
import { someUnits } from './returns.js'
import type { Teller } from './teller.js'

const HOUR = 60

/** 强制退款: asked for on a ruling from outside; the platform takes it from the deposit, or finance pays it. */
export const enforcedRefund: Teller = ({ random, order }) => {
  const bought = order('received')
  const platform = outside(random, 'platform')
  const fromDeposit = random.percent(50)
  return {
    actor: platform,
    order: bought,
    request: {
      route: 'enforcedRefund',
      orderId: bought.orderId,
      lines: someUnits(random, bought),
      reason: 'rulingFromOutside',
      channel: 'platform',
    },
    steps: [
      step(random.between(5, HOUR), platform, 'dispute', {
        by: 'customer',
        category: 'quality',
        level: 'platform',
        statement: '商家未处理退款',
      }),
      stepOn(random.between(HOUR, 10 * HOUR), platform, 'rule', ({ claimed }) => ({
        ground: 'forCustomer',
        amounts: claimed,
        goodsTo: 'customer',
        reference: 'PT-1',
      })),
      ...(fromDeposit
        ? [
            step(random.between(HOUR, 5 * HOUR), platform, 'recordPayment', {
              reference: 'deposit',
              method: 'merchantDeposit',
            }),
            step(random.between(HOUR, 9 * HOUR), someone(random, 'csLead'), 'close'),
          ]
        : [...threeApprovals(random), ...paidByCashier(random)]),
    ],
  }
}
