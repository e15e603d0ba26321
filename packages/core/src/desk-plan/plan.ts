import * as t from 'io-ts'
import { Instant, LocalTime, Move, TimeZone } from '../calendar/index.js'
import { Id, Positive } from '../vocabulary/index.js'
import { ShiftName } from './shift-name.js'

// Part of a stored format. An optional field may be added; any other change is a new schema version with an upcast.

/**
 * A shift as it stands in a roster: every day, by the clock on the wall, from `from` up to, not including, `to`. A `to`
 * that is not after `from` is the next day's.
 */
export const RosterShift = t.readonly(t.strict({ name: ShiftName, from: LocalTime, to: LocalTime }), 'RosterShift')
export type RosterShift = t.TypeOf<typeof RosterShift>

/** Since when a plan holds: `beginning` for the first of a desk, so that no instant is without one. */
export const InForceFrom = t.union([t.literal('beginning'), Instant], 'InForceFrom')
export type InForceFrom = t.TypeOf<typeof InForceFrom>

/**
 * How a duty desk works (HS9): its shifts, in any order, which cover the day without gap or overlap; the zone its clocks
 * hang in; and where the 1st moves on which a month's ledger is due (LG1).
 */
export const DeskPlan = t.readonly(
  t.strict({
    desk: Id,
    version: Positive,
    inForceFrom: InForceFrom,
    timeZone: TimeZone,
    roster: t.readonlyArray(RosterShift),
    ledgerDue: t.readonly(t.strict({ rollForward: Move })),
  }),
  'DeskPlan',
)
export type DeskPlan = t.TypeOf<typeof DeskPlan>
