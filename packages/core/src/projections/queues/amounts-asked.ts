import type { Amounts } from '../../money/index.js'
import type { RefundCase } from '../../refund-case/index.js'

/** What the case is to pay: what is approved, else what is quoted, else what is claimed. */
export const amountsAskedBy = ({ approval, quote, claimed }: RefundCase): Amounts =>
  approval.complete ? approval.amounts : (quote?.amounts ?? claimed)
