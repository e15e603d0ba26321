import type { Amounts } from '../money/amounts.js'
import type { Fault, Route } from '../vocabulary/index.js'
import type { FreightBasis } from './events.js'
import type { RecordedOrder } from './order.js'
import type { LineSlots } from './slots.js'

/** What the account knows of one case. Its units and goods money stand in the slots of the lines. */
export interface CaseEntry {
  readonly caseId: string
  readonly route: Route
  readonly parent: string | undefined
  /** The return whose freight it compensates. */
  readonly freightOf: string | undefined
  readonly open: boolean
  /** It never came to be. */
  readonly lapsed: boolean
  /** The last case revision that an account event followed. An older one is refused. */
  readonly caseRevision: number
  /** Something was reserved for a case event that may not have been written yet. */
  readonly ahead: boolean
  readonly wholeOrder: boolean
  readonly judged: { readonly route: Route; readonly fault: Fault } | undefined
  readonly fundsConfirmed: number | undefined
  /** By component, without goods. */
  readonly reserved: Amounts
  readonly refunded: Amounts
  /** Freight that a payment fault spent and did not pay out. */
  readonly withheldFreight: number
  readonly freightBasis: FreightBasis
  /** Which event of the account named it last, counted from 1. */
  readonly lastEvent: number
}

/** What was bought and paid, and what every case of the order has reserved or had paid. Minor units. */
export interface OrderAccount {
  /** None: a payment fault without an order. */
  readonly order: RecordedOrder | undefined
  /** By line number, in the order's sequence. */
  readonly lines: ReadonlyMap<number, LineSlots>
  readonly cases: ReadonlyMap<string, CaseEntry>
  /** The most that payment faults may pay out; unknown until funds are confirmed. */
  readonly fundsCap: number | undefined
  readonly eventCount: number
}

export const emptyAccount: OrderAccount = {
  order: undefined,
  lines: new Map(),
  cases: new Map(),
  fundsCap: undefined,
  eventCount: 0,
}
