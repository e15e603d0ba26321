import { right, type Either } from 'fp-ts/lib/Either.js'
import { reservedBy } from './by-case.js'
import { lineMove, purseBy, releasedEvent } from './event-of.js'
import type { OrderAccountEvent } from './events.js'
import { unitIs } from './slots.js'
import type { OrderAccount } from './state.js'
import { allMoney, lowestUnits } from './take.js'

/**
 * Gives back all that is reserved for a case that never came to be, or that belongs to another order. To be called only
 * once its stream says so (RequestLapsed).
 */
export const lapse = (account: OrderAccount, caseId: string): Either<never, ReadonlyArray<OrderAccountEvent>> => {
  const entry = account.cases.get(caseId)
  if (entry === undefined || entry.lapsed) return right([])
  const lines = [...account.lines.values()].flatMap((line) =>
    lineMove(
      line.lineNo,
      lowestUnits(line, line.quantity, (run) => unitIs(run, 'held', caseId)),
      allMoney(line, reservedBy(caseId)),
    ),
  )
  const purse = purseBy((component) => entry.reserved[component] ?? 0)
  return right([releasedEvent({ ...entry, open: false }, { lines, purse, lapsed: true })])
}
