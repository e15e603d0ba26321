import type { Amounts } from '../money/amounts.js'
import type { RefundCase } from './state.js'

/** The complete approval that an event voids, as the event records it: its posting is then reversed. */
export const voidsOf = (state: RefundCase): { readonly voids?: Amounts } =>
  state.approval.complete ? { voids: state.approval.amounts } : {}
