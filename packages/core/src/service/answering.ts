import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Stored } from '../eventsourcing/index.js'
import type { Policy } from '../policy/index.js'
import {
  bindingDeadline,
  deadlinesOf,
  situationOf,
  type CaseEvent,
  type CaseState,
  type RefundCase,
} from '../refund-case/index.js'
import type { CaseView, Failure, Outcome } from './api.js'
import type { KnownCalendars, ServiceContext } from './context.js'
import { calendarAt, knownCalendars, pinnedPolicy } from './publishing.js'

type Answered = Pick<Outcome, 'events' | 'repeated' | 'key'>

/** What a view of a case rests on: the version of the policy that it pinned, and the working days as last read. */
export interface ViewTerms {
  readonly policy: Policy
  readonly calendars: KnownCalendars
}

const viewWith = (
  { options }: ServiceContext,
  caseId: string,
  state: RefundCase,
  { policy, calendars }: ViewTerms,
): CaseView => {
  const deadlines = deadlinesOf(state, policy, calendarAt(calendars, options.clock()))
  return {
    caseId,
    caseNo: state.requested.caseNo,
    situation: situationOf(state),
    state,
    revision: state.revision,
    deadlines,
    binding: bindingDeadline(deadlines),
  }
}

/** A case as it stands now, under its policy and the working days published by now. */
export const viewOf = async (
  context: ServiceContext,
  caseId: string,
  state: RefundCase,
): Promise<Either<Failure, CaseView>> => {
  const policy = await pinnedPolicy(context, state.requested.policy)
  if (isLeft(policy)) return policy
  const calendars = await knownCalendars(context)
  return isLeft(calendars)
    ? calendars
    : right(viewWith(context, caseId, state, { policy: policy.right, calendars: calendars.right }))
}

// Field by field: spreading the view first would send every answer down a slow path of V8.
const answered = (view: CaseView, { events, repeated, key }: Answered): Outcome => ({
  caseId: view.caseId,
  caseNo: view.caseNo,
  situation: view.situation,
  state: view.state,
  revision: view.revision,
  deadlines: view.deadlines,
  binding: view.binding,
  events,
  repeated,
  key,
})

/** What a command came to, on the case as it stands after it. */
export const outcomeOf = (
  context: ServiceContext,
  caseId: string,
  state: CaseState,
  terms: ViewTerms,
  answer: Answered,
): Either<Failure, Outcome> =>
  state.kind === 'case' ? right(answered(viewWith(context, caseId, state, terms), answer)) : caseMissing(caseId, state)

/** The answer to a command that was carried out before. */
export const repeatedOutcome = async (
  context: ServiceContext,
  caseId: string,
  state: RefundCase,
  events: Outcome['events'],
  key: string,
): Promise<Either<Failure, Outcome>> => {
  const view = await viewOf(context, caseId, state)
  return isLeft(view) ? view : right(answered(view.right, { events, repeated: true, key }))
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
