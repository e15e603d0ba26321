import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { later, nearestInstant, type Instant, type YearMonth } from '../../calendar/index.js'
import {
  deskPlanKind,
  endOfMonth,
  publishDeskPlan,
  type DeskPlan,
  type DeskPlanEvent,
  type DeskPlans,
} from '../../desk-plan/index.js'
import { runCommand, streamName, type Loaded, type Refusal, type StreamName } from '../../eventsourcing/index.js'
import { writeCanonical } from '../../eventsourcing/json/canonical-json.js'
import type { StaffActor } from '../../staff/index.js'
import type { Failure } from '../api.js'
import { eventIds } from '../ids.js'
import type { DutyContext } from './context.js'
import { decodePlan } from './decoding.js'

type Answered<T> = Promise<Either<Failure, T>>

export type LoadedPlans = Loaded<DeskPlanEvent, DeskPlans>

/** `deskPlan-{desk}`: every plan of one duty desk. */
export const deskPlanStream = (desk: string): StreamName => streamName('deskPlan', desk)

export const loadPlans = ({ plans }: DutyContext, desk: string): Answered<LoadedPlans> =>
  plans.load(deskPlanStream(desk))

const BEFORE_ALL = nearestInstant(-Number.MAX_SAFE_INTEGER)

/** Publishes one version of a plan; harmless when it is there already. `since` says how early it may be in force. */
export const publishPlan = async (
  { service }: DutyContext,
  actor: StaffActor,
  plan: DeskPlan,
  since: 'now' | 'ever' = 'now',
): Answered<void> => {
  const stream = deskPlanStream(plan.desk)
  const digest = service.options.sha256(writeCanonical(plan))
  const executed = await runCommand<DeskPlanEvent, DeskPlans, Refusal>(service.platform, deskPlanKind, {
    stream,
    actor,
    correlationId: plan.desk,
    causationId: plan.desk,
    ids: eventIds(service, stream, undefined),
    decide: ({ loaded, now }) => {
      const decided = publishDeskPlan({ plan, digest }, loaded.state, since === 'ever' ? BEFORE_ALL : now)
      return isLeft(decided) ? decided : right({ events: decided.right })
    },
  })
  return isLeft(executed) ? executed : right(undefined)
}

const publisher: StaffActor = { id: 'service', role: 'system' }

/** Publishes the plans handed in. A desk without any gets them as if they had always been there. */
export const publishPlans = async (context: DutyContext): Answered<void> => {
  const fresh = new Set<string>()
  const looked = new Set<string>()
  for (const handedIn of context.options.deskPlans) {
    const plan = decodePlan(handedIn)
    if (isLeft(plan)) return plan
    const { desk } = plan.right
    if (!looked.has(desk)) {
      const before = await loadPlans(context, desk)
      if (isLeft(before)) return before
      looked.add(desk)
      if (before.right.revision === 'no_stream') fresh.add(desk)
    }
    const published = await publishPlan(context, publisher, plan.right, fresh.has(desk) ? 'ever' : 'now')
    if (isLeft(published)) return published
  }
  return right(undefined)
}

/** The desks of the shop, each once. */
const desksOf = ({ options }: DutyContext): ReadonlyArray<string> => [
  ...new Set(options.deskPlans.map(({ desk }) => desk)),
]

const noDesk: Either<Failure, never> = left({ kind: 'refusal', code: 'DESK_UNKNOWN', rule: '§8', facts: {} })

/** The plans of the desk whose clocks say when ledgers are due. */
export const ledgerPlans = async (context: DutyContext): Answered<LoadedPlans> => {
  const desk = context.options.ledgerDesk ?? desksOf(context)[0]
  return desk === undefined ? noDesk : loadPlans(context, desk)
}

/** From when on the month is over at every desk, and the plans that this rests on. */
export const monthOver = async (
  context: DutyContext,
  month: YearMonth,
): Answered<{ readonly end: Instant; readonly plans: ReadonlyArray<LoadedPlans> }> => {
  const plans: Array<LoadedPlans> = []
  let end: Instant | undefined
  for (const desk of desksOf(context)) {
    const loaded = await loadPlans(context, desk)
    if (isLeft(loaded)) return loaded
    const own = endOfMonth(loaded.right.state, desk, month)
    if (isLeft(own)) return own
    plans.push(loaded.right)
    end = end === undefined ? own.right : later(end, own.right)
  }
  return end === undefined ? noDesk : right({ end, plans })
}
