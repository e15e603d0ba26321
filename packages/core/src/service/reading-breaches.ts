import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { breachesOf, type Breach } from '../refund-case/index.js'
import { caseMissing } from './answering.js'
import type { Failure } from './api.js'
import type { ServiceContext } from './context.js'
import { knownCalendars, pinnedPolicy } from './publishing.js'
import { loadCase } from './settling.js'

/** The breaches of a case whose first instant lies in [from, to), under its policy and every calendar as known then. */
export const readBreaches = async (
  context: ServiceContext,
  caseId: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<Either<Failure, ReadonlyArray<Breach>>> => {
  const loaded = await loadCase(context, caseId)
  if (isLeft(loaded)) return loaded
  const { state } = loaded.right
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const policy = await pinnedPolicy(context, state.requested.policy)
  if (isLeft(policy)) return policy
  const calendars = await knownCalendars(context)
  if (isLeft(calendars)) return calendars
  return right(breachesOf(caseId, state, policy.right, calendars.right.history, from, to))
}
