import type { Standing } from './by-case.js'
import type { OrderAccountEvent } from './events.js'
import type { Holding } from './holding.js'
import type { OrderAccount } from './state.js'

export interface SettleTerms {
  /** What all compensation of the order may come to, in minor units. Without it none is reserved. */
  readonly compensationCap?: number
}

/** What one part of settling adds to the account as it stands. */
export type Step = (
  account: OrderAccount,
  holding: Holding,
  standing: Standing,
  terms: SettleTerms,
) => ReadonlyArray<OrderAccountEvent>
