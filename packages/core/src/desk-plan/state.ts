import type { Instant } from '../calendar/index.js'
import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { DeskPlanPublished, type DeskPlanEvent } from './events.js'
import type { DeskPlan } from './plan.js'

/** Every plan of one desk, in the order in which they come into force. */
export interface DeskPlans {
  readonly versions: ReadonlyArray<DeskPlanEvent['data']>
}

/** `deskPlan-{desk}` */
export const deskPlanKind: StreamKind<DeskPlanEvent, DeskPlans> = {
  category: 'deskPlan',
  registry: eventRegistry([DeskPlanPublished]),
  initial: { versions: [] },
  evolve: ({ versions }, event) => ({ versions: [...versions, event.data] }),
}

/** Whether the plan has come into force by `instant`. */
export const isInForce = ({ inForceFrom }: DeskPlan, instant: Instant): boolean =>
  inForceFrom === 'beginning' || inForceFrom <= instant

/** The plan in force at `instant`; none where the desk has no plan at all. */
export const planAt = ({ versions }: DeskPlans, instant: Instant): DeskPlan | undefined =>
  versions.findLast(({ plan }) => isInForce(plan, instant))?.plan
