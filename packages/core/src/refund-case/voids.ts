import { isZero, minus, plus, type Amounts } from '../money/amounts.js'
import { inFlight, type RefundCase } from './state.js'

interface Voids {
  readonly voids?: Amounts
}

const unlessZero = (amounts: Amounts): Voids => (isZero(amounts) ? {} : { voids: amounts })

/**
 * What an event that voids the approval takes back of what stands posted: all that is neither paid nor in flight. Its
 * posting is then reversed.
 */
export const voidsOf = (state: RefundCase): Voids =>
  unlessZero(minus(state.accrued, plus(state.netPaid, inFlight(state))))

/** What is no longer owed when money comes back and the approval that it was sent on stands no more. */
export const voidsOnReturn = (state: RefundCase, left: { readonly paid: Amounts; readonly inFlight: Amounts }): Voids =>
  state.approval.complete ? {} : unlessZero(minus(state.accrued, plus(left.paid, left.inFlight)))
