import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { coverage } from '../order-account/index.js'
import type { CaseFacts } from './facts.js'
import { holdingOf } from './holding.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'

/**
 * Whether the account still holds all that the case is to pay: refused FREIGHT_NOT_DUE where it is only freight that is
 * not, or no longer, due; else NOT_COVERED with what is short.
 */
export const covered = (state: RefundCase, { account, caseId }: CaseFacts): Either<Refusal, true> => {
  const amounts = state.quote === undefined ? {} : { amounts: state.quote.amounts }
  const held = coverage(account, holdingOf(caseId, state), { ...amounts, ruling: state.ruling !== undefined })
  if (held.covered) return right(true)
  return held.short.length === 0 && held.freight !== undefined
    ? refuse('FREIGHT_NOT_DUE', '§6-3', { asked: held.freight.asked, held: held.freight.held })
    : refuse('NOT_COVERED', '§1', { short: held.short })
}
