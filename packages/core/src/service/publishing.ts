import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  calendarAsKnownAt,
  calendarHistory,
  calendarVersionName,
  type Instant,
  type KnownFrom,
  type WorkCalendar,
  type WorkCalendarYear,
} from '../calendar/index.js'
import { canonicalJson, continueLoad, nothingLoaded, runCommand } from '../eventsourcing/index.js'
import { newestVersion, policyBookKind, publishPolicy, type PolicyBookEvent } from '../policy-book/index.js'
import type { Policy, PolicyPin } from '../policy/index.js'
import type { CaseActor } from '../refund-case/index.js'
import { publishCalendar, workCalendarKind } from '../work-calendar/index.js'
import type { Failure } from './api.js'
import type { KnownCalendars, ServiceContext } from './context.js'
import { eventIds } from './ids.js'
import { policyBookStream, workCalendarStream } from './streams.js'

type Answered<T> = Promise<Either<Failure, T>>
/** Handed in at a start that finds the stream empty: known from the beginning. */
type Since = 'beginning' | 'now'

const digestOf = ({ options }: ServiceContext, value: Policy | WorkCalendarYear): Either<Failure, string> => {
  const json = canonicalJson(value)
  return isLeft(json)
    ? left({
        kind: 'refusal',
        code: 'POLICY_INVALID',
        rule: '§9',
        facts: { path: json.left.path, problem: json.left.reason },
      })
    : right(options.sha256(json.right))
}

const knownFrom = (since: Since, now: Instant): KnownFrom => (since === 'beginning' ? 'beginning' : now)

/** Publishes one version of a policy into its book; harmless when it is there already. */
export const publishPolicyVersion = async (
  context: ServiceContext,
  actor: CaseActor,
  policy: Policy,
  since: Since = 'now',
): Answered<PolicyBookEvent['data']> => {
  const digest = digestOf(context, policy)
  if (isLeft(digest)) return digest
  const stream = policyBookStream(policy.id)
  const executed = await runCommand(context.platform, policyBookKind, {
    stream,
    actor,
    correlationId: policy.id,
    causationId: policy.id,
    ids: eventIds(context, stream, undefined),
    decide: ({ loaded, now }) => {
      const decided = publishPolicy({ policy, digest: digest.right, knownFrom: knownFrom(since, now) }, loaded.state)
      return isLeft(decided) ? decided : right({ events: decided.right })
    },
  })
  if (isLeft(executed)) return executed
  const published = executed.right.loaded.state.versions.find(({ policy: { version } }) => version === policy.version)
  return right(published ?? { policy, digest: digest.right, knownFrom: 'beginning' })
}

/** One object for one version, for as long as the service lives. */
const remember = ({ memory }: ServiceContext, version: PolicyBookEvent['data']): PolicyBookEvent['data'] => {
  const known = memory.policies.get(version.digest)
  if (known !== undefined) return known
  memory.policies.set(version.digest, version)
  return version
}

/** The version that a case pinned, where it is remembered. Versions never change. */
export const rememberedPolicy = ({ memory }: ServiceContext, pin: PolicyPin): Either<never, Policy> | undefined => {
  const known = memory.policies.get(pin.digest)
  return known === undefined ? undefined : right(known.policy)
}

/** The version that a case pinned: remembered, else from its book, else POLICY_UNKNOWN. */
export const pinnedPolicy = async (context: ServiceContext, pin: PolicyPin): Answered<Policy> => {
  const known = rememberedPolicy(context, pin)
  if (known !== undefined) return known
  const book = await context.policyBooks.load(policyBookStream(pin.id))
  if (isLeft(book)) return book
  for (const version of book.right.state.versions) remember(context, version)
  const found = context.memory.policies.get(pin.digest)
  return found === undefined
    ? left({ kind: 'refusal', code: 'POLICY_UNKNOWN', rule: '§1', facts: { policy: pin.id, version: pin.version } })
    : right(found.policy)
}

/** The newest version of the policy a request names; where there is one policy its id may be left out. */
export const newestPolicy = async (
  context: ServiceContext,
  id: string | undefined,
): Answered<{ readonly policy: Policy; readonly pin: PolicyPin }> => {
  const own = [...new Set(context.options.policies.map((policy) => policy.id))]
  const policyId = id ?? (own.length === 1 ? own[0] : undefined)
  if (policyId === undefined)
    return left({ kind: 'refusal', code: 'POLICY_AMBIGUOUS', rule: '§1', facts: { policies: own } })
  const book = await context.policyBooks.load(policyBookStream(policyId))
  if (isLeft(book)) return book
  const newest = newestVersion(book.right.state)
  if (newest === undefined)
    return left({ kind: 'refusal', code: 'POLICY_UNKNOWN', rule: '§1', facts: { policy: policyId, version: 'any' } })
  const { policy, digest } = remember(context, newest)
  return right({ policy, pin: { id: policy.id, version: policy.version, digest } })
}

/** Publishes one version of a year's working days; harmless when it is there already. */
export const publishCalendarYear = async (
  context: ServiceContext,
  actor: CaseActor,
  calendar: WorkCalendarYear,
  since: Since = 'now',
): Answered<void> => {
  const digest = digestOf(context, calendar)
  if (isLeft(digest)) return digest
  const region = regionOf(context)
  if (region !== undefined && calendar.region !== region)
    return left({
      kind: 'refusal',
      code: 'CALENDAR_INVALID',
      rule: '§5',
      facts: { calendar: calendarVersionName(calendar), problem: { code: 'OTHER_REGION', expected: region } },
    })
  const stream = workCalendarStream(calendar.region)
  const executed = await runCommand(context.platform, workCalendarKind, {
    stream,
    actor,
    correlationId: calendar.region,
    causationId: calendar.region,
    ids: eventIds(context, stream, undefined),
    decide: ({ loaded, now }) => {
      const decided = publishCalendar(
        { calendar, digest: digest.right, knownFrom: knownFrom(since, now) },
        loaded.state,
      )
      return isLeft(decided) ? decided : right({ events: decided.right })
    },
  })
  return isLeft(executed) ? executed : right(undefined)
}

const regionOf = ({ options }: ServiceContext): string | undefined => options.calendars[0]?.region

/** Reads on what was published of working days since the last call. */
export const knownCalendars = async (context: ServiceContext): Answered<KnownCalendars> => {
  const region = regionOf(context)
  const { memory, platform } = context
  if (region === undefined) return right(memory.calendars)
  const stream = workCalendarStream(region)
  const before = memory.calendars.loaded ?? nothingLoaded(workCalendarKind, stream)
  const slice = await platform.store.readStream(stream, {
    from: before.revision === 'no_stream' ? 0 : before.revision + 1,
  })()
  if (isLeft(slice)) return slice
  if (slice.right.events.length === 0) return right(memory.calendars)
  const loaded = continueLoad(workCalendarKind, before, slice.right.events)
  if (isLeft(loaded)) return loaded
  const history = calendarHistory(loaded.right.state.years)
  if (isLeft(history))
    return left({
      kind: 'refusal',
      code: 'CALENDAR_INVALID',
      rule: '§5',
      facts: { calendar: region, problem: history.left },
    })
  memory.calendars = { history: history.right, restedOn: [loaded.right], loaded: loaded.right }
  return right(memory.calendars)
}

/** The working days as published by `now`. */
export const calendarAt = ({ history }: KnownCalendars, now: Instant): WorkCalendar => calendarAsKnownAt(history, now)

const publisher: CaseActor = { id: 'service', role: 'system' }

/** Publishes all that was handed in. What finds its stream empty is known from the beginning. */
export const publishAll = async (context: ServiceContext): Answered<void> => {
  const { policies, calendars, store } = context.options
  const empty = new Map<string, boolean>()
  const isEmpty = async (stream: `${string}-${string}`): Answered<boolean> => {
    const known = empty.get(stream)
    if (known !== undefined) return right(known)
    const slice = await store.readStream(stream, { limit: 1 })()
    if (isLeft(slice)) return slice
    empty.set(stream, slice.right.lastRevision === 'no_stream')
    return right(slice.right.lastRevision === 'no_stream')
  }
  for (const policy of policies) {
    const first = await isEmpty(policyBookStream(policy.id))
    if (isLeft(first)) return first
    const published = await publishPolicyVersion(context, publisher, policy, first.right ? 'beginning' : 'now')
    if (isLeft(published)) return published
    remember(context, published.right)
  }
  for (const calendar of calendars) {
    const first = await isEmpty(workCalendarStream(calendar.region))
    if (isLeft(first)) return first
    const published = await publishCalendarYear(context, publisher, calendar, first.right ? 'beginning' : 'now')
    if (isLeft(published)) return published
  }
  return right(undefined)
}
