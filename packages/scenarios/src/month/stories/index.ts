import type { Random } from '../random.js'
import { compensation, keepGoodsRefund } from './compensations.js'
import { enforcedRefund } from './enforced.js'
import { paymentFault } from './payment-fault.js'
import { exchangeOrRepair, returnRefund } from './returns.js'
import type { Teller } from './teller.js'
import { interceptRefund, unshippedRefund } from './unshipped.js'

/** How often, of a hundred, a case goes which way; freight compensations come of returns. */
const shares: ReadonlyArray<readonly [share: number, teller: Teller]> = [
  [34, returnRefund],
  [18, unshippedRefund],
  [16, paymentFault],
  [12, keepGoodsRefund],
  [8, compensation],
  [6, interceptRefund],
  [4, exchangeOrRepair],
  [2, enforcedRefund],
]

const all = shares.reduce((sum, [share]) => sum + share, 0)

export const anyStory = (random: Random): Teller => {
  let left = random.next() * all
  for (const [share, teller] of shares) {
    left -= share
    if (left < 0) return teller
  }
  return returnRefund
}
