import { amountsOf, type Amounts } from '../money/amounts.js'
import { goodsOf } from './by-case.js'
import type { OrderAccount } from './state.js'

/** What the account would let the case be paid now, by component: what it has reserved; under a ruling also what an
 * earlier payment withheld. Minor units. */
export const payable = (account: OrderAccount, caseId: string, ruling = false): Amounts => {
  const reserved = account.cases.get(caseId)?.reserved ?? {}
  const withheld = ruling ? goodsOf(account, caseId, 'withheld') : 0
  return amountsOf({ ...reserved, goods: goodsOf(account, caseId, 'reserved') + withheld })
}
