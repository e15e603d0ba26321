import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { OrderAccount } from './state.js'

/** `seen` is the last revision of the case that the account has followed, `given` an older one: read the case again. */
export type StaleCaseRevision = Refusal<
  'STALE_CASE_REVISION',
  { readonly caseId: string; readonly seen: number; readonly given: number }
>

/** An account event never follows an older revision of its case than the one before it (§1). */
export const notStale = (account: OrderAccount, caseId: string, given: number): Either<StaleCaseRevision, true> => {
  const seen = account.cases.get(caseId)?.caseRevision
  return seen === undefined || seen <= given
    ? right(true)
    : left({ kind: 'refusal', code: 'STALE_CASE_REVISION', rule: '§1', facts: { caseId, seen, given } })
}
