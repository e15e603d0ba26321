import { amountsOf, type Amounts } from '../money/amounts.js'
import { standingOf } from './by-case.js'
import type { OrderAccount } from './state.js'

/**
 * What the account would let the case be paid now, by component, in minor units: what it has reserved; under a ruling
 * also what an earlier payment of it withheld.
 */
export const payable = (account: OrderAccount, caseId: string, ruling = false): Amounts => {
  const { entry, reserved, withheld } = standingOf(account, caseId)
  return amountsOf({ ...entry?.reserved, goods: reserved + (ruling ? withheld : 0) })
}
