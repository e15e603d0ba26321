import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Stored } from '../eventsourcing/index.js'
import {
  bindingDeadline,
  deadlinesOf,
  situationOf,
  type CaseEvent,
  type CaseState,
  type RefundCase,
} from '../refund-case/index.js'
import type { CaseView, Failure, Outcome } from './api.js'
import type { ServiceContext } from './context.js'
import { calendarAt, knownCalendars, pinnedPolicy } from './publishing.js'

/** A case as it stands now, under its policy and the working days published by now. */
export const viewOf = async (
  context: ServiceContext,
  caseId: string,
  state: RefundCase,
): Promise<Either<Failure, CaseView>> => {
  const policy = await pinnedPolicy(context, state.requested.policy)
  if (isLeft(policy)) return policy
  const calendars = await knownCalendars(context)
  if (isLeft(calendars)) return calendars
  const deadlines = deadlinesOf(state, policy.right, calendarAt(calendars.right, context.options.clock()))
  return right({
    caseId,
    caseNo: state.requested.caseNo,
    situation: situationOf(state),
    state,
    revision: state.revision,
    deadlines,
    binding: bindingDeadline(deadlines),
  })
}

/** What a command came to, on the case as it stands after it. */
export const outcomeOf = async (
  context: ServiceContext,
  caseId: string,
  state: CaseState,
  said: Pick<Outcome, 'events' | 'repeated' | 'key'>,
): Promise<Either<Failure, Outcome>> => {
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const view = await viewOf(context, caseId, state)
  return isLeft(view) ? view : right({ ...view.right, ...said })
}

/** CASE_UNKNOWN, or REQUEST_LAPSED where the request's time ran out before it was written. */
export const caseMissing = (caseId: string, state: Exclude<CaseState, RefundCase>): Either<Failure, never> =>
  left({
    kind: 'refusal',
    code: state.kind === 'lapsed' ? 'REQUEST_LAPSED' : 'CASE_UNKNOWN',
    rule: '§1',
    facts: { caseId },
  })

/** An event as it would be stored next, for looking at what it would lead to. */
export const provisional = (
  event: CaseEvent,
  revision: number,
  {
    actor,
    now,
  }: { readonly actor: Stored<CaseEvent>['meta']['actor']; readonly now: Stored<CaseEvent>['meta']['occurredAt'] },
): Stored<CaseEvent> => ({ ...event, meta: { id: '', revision, occurredAt: now, actor } })
