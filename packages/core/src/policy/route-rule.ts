import * as t from 'io-ts'
import { Role, Route, words } from '../vocabulary/index.js'
import { Source } from './clause.js'

export const MilestoneNeed = words('MilestoneNeed', 'required', 'optional', 'forbidden')
export type MilestoneNeed = t.TypeOf<typeof MilestoneNeed>

/** One row of the table routes × milestones, with what else a route asks for. */
export const RouteRule = t.readonly(
  t.strict({
    milestones: t.readonly(
      t.strict({
        Requested: MilestoneNeed,
        Reviewed: MilestoneNeed,
        Shipped: MilestoneNeed,
        Inspected: MilestoneNeed,
        Approved: MilestoneNeed,
        Paid: MilestoneNeed,
        Disputed: MilestoneNeed,
      }),
    ),
    evidenceRequired: t.boolean,
    /** The routes it may change to. */
    changesTo: t.readonlyArray(Route),
    /** Who may record its payments. */
    payers: t.readonlyArray(Role),
    source: Source,
  }),
  'RouteRule',
)
export type RouteRule = t.TypeOf<typeof RouteRule>
