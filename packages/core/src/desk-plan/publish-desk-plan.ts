import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import { changeOver, type ChangeOverRefusal } from './change-over.js'
import { checkDeskPlan, type RosterInvalid } from './check-desk-plan.js'
import type { DeskPlanEvent } from './events.js'
import type { DeskPlan } from './plan.js'
import type { DeskPlans } from './state.js'

export interface PublishDeskPlan {
  readonly plan: DeskPlan
  readonly digest: string
}

export type PublishDeskPlanRefusal =
  | RosterInvalid
  | ChangeOverRefusal
  | Refusal<'DESK_PLAN_VERSION_REUSED', { readonly desk: string; readonly version: number }>
  | Refusal<'DESK_PLAN_FIRST', { readonly desk: string; readonly version: number }>

/**
 * A version is published once and never changed. The first of a desk holds from the beginning, so that every instant
 * has a shift; each further one from a shift boundary that has not passed yet, so that no shift is cut.
 */
export const publishDeskPlan = (
  { plan, digest }: PublishDeskPlan,
  plans: DeskPlans,
  now: Instant,
): Either<PublishDeskPlanRefusal, ReadonlyArray<DeskPlanEvent>> => {
  const { desk, version } = plan
  const sound = checkDeskPlan(plan)
  if (isLeft(sound)) return sound
  const known = plans.versions.find((published) => published.plan.version === version)
  if (known?.digest === digest) return right([])
  if (known !== undefined) return refuse('DESK_PLAN_VERSION_REUSED', '§8', { desk, version })
  const isFirst = plans.versions.length === 0
  if (isFirst !== (plan.inForceFrom === 'beginning')) return refuse('DESK_PLAN_FIRST', '§8', { desk, version })
  const change = changeOver(plans, plan, now)
  return isLeft(change) ? change : right([{ type: 'DeskPlanPublished', data: { plan, digest } }])
}
