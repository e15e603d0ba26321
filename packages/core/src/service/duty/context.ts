import { deskPlanKind, type DeskPlanEvent, type DeskPlans } from '../../desk-plan/index.js'
import { serviceContext, type ServiceContext } from '../context.js'
import { rememberedStreams, type RememberedStreams } from '../remembered-streams.js'
import type { DeskServiceOptions } from './api.js'

/** What every call of one service of the desks shares. */
export interface DutyContext {
  /** As the service of the cases has it: platform, keys, ids, calendars, cases. */
  readonly service: ServiceContext
  readonly options: DeskServiceOptions
  readonly plans: RememberedStreams<DeskPlanEvent, DeskPlans>
}

const MOST_DESKS_REMEMBERED = 100

export const dutyContext = (options: DeskServiceOptions): DutyContext => ({
  service: serviceContext({ ...options, policies: [], calendars: options.calendars ?? [] }),
  options,
  plans: rememberedStreams(options.store, deskPlanKind, MOST_DESKS_REMEMBERED),
})
