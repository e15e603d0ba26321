import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { standingOf } from './by-case.js'
import { isEmpty, reservedEvent } from './event-of.js'
import type { FreightBasis, OrderAccountEvent } from './events.js'
import { growth } from './growth.js'
import type { GrowthRefusal } from './growth-refusal.js'
import { ofWholeOrder, type Holding } from './holding.js'
import { mayGrow } from './may-grow.js'
import { notStale, type StaleCaseRevision } from './stale.js'
import type { CaseEntry, OrderAccount } from './state.js'

export interface ReserveTerms {
  /**
   * The last revision that the stream of the case has now, −1 when it has none: not that of the event to come, which
   * may never be written.
   */
  readonly follows: number
  /** What all compensation of the order may come to, in minor units. Without it no compensation is reserved. */
  readonly compensationCap?: number
  /**
   * It is for a ruling, which is recorded whatever is free: nothing is refused, what is free is taken. Its compensation
   * is bounded only where a cap is given, and its freight does not rest on the order being refunded whole.
   */
  readonly ruling?: boolean
}

export type ReserveRefusal = GrowthRefusal | StaleCaseRevision

const basisFor = (entry: CaseEntry | undefined, holding: Holding, ruling: boolean): FreightBasis => {
  const known = entry?.freightBasis ?? 'completion'
  if (ruling || known === 'ruling') return 'ruling'
  return holding.paying === true ? 'payment' : known
}

/**
 * Takes what a case is going to hold, before the event that asks for it is written: all of what is missing, or a refusal.
 * `holding` is what it will hold. It gives nothing back; that is for `settle`, once the event is there. No events where
 * nothing is missing.
 */
export const reserve = (
  account: OrderAccount,
  asked: Holding,
  { follows, compensationCap, ruling = false }: ReserveTerms,
): Either<ReserveRefusal, ReadonlyArray<OrderAccountEvent>> => {
  const holding = { ...ofWholeOrder(asked, account.lines.keys()), caseRevision: follows }
  const cap = compensationCap ?? (ruling ? Number.MAX_SAFE_INTEGER : 0)
  const current = notStale(account, holding.caseId, follows)
  if (isLeft(current)) return current
  const standing = standingOf(account, holding.caseId)
  if (!ruling) {
    const may = mayGrow(account, standing, holding, cap)
    if (isLeft(may)) return may
  }
  const grown = growth(account, standing, holding, { freight: true, compensationCap: cap })
  const { entry } = standing
  const basis = basisFor(entry, holding, ruling)
  const hasFreight = (entry?.reserved.freight ?? 0) + (grown.purse.freight ?? 0) > 0
  const rebased = hasFreight && basis !== (entry?.freightBasis ?? 'completion')
  if (isEmpty(grown) && !rebased) return right([])
  return right([reservedEvent(holding, { ...grown, ahead: true, ...(rebased ? { freightBasis: basis } : {}) })])
}
