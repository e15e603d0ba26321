import { later, type CalendarHistory, type Instant } from '../../calendar/index.js'
import type { Policy } from '../../policy/index.js'
import type { DeadlineRule } from '../../vocabulary/index.js'
import type { Clock } from '../clock.js'
import type { RefundCase } from '../state.js'
import { deadlineOf, type Deadline } from './deadlines.js'

/** A deadline that was missed: once for each case, rule and starting event (rule 21). */
export interface Breach {
  readonly caseId: string
  readonly rule: DeadlineRule
  readonly startedBy: string
  /** The first instant at which it was missed. */
  readonly at: Instant
  /** As it was known then. */
  readonly deadline: Deadline
}

interface Miss {
  readonly at: Instant
  readonly deadline: Deadline
}

const runningFrom = (clock: Clock, at: Instant): Instant => {
  const pause = clock.pauses?.find(({ from, to }) => from <= at && at < to)
  return pause === undefined ? at : pause.to
}

/**
 * When the clock was first missed. What is published later may move a limit, so each stretch of knowledge is asked in
 * turn; a limit that a publication brings into the past is missed from that publication on.
 */
const missOf = (
  clock: Clock,
  policy: Policy,
  { atFirst, learned }: CalendarHistory,
  limit: typeof deadlineOf,
): Miss | undefined => {
  let from: Instant | undefined
  let known = atFirst
  for (const next of [...learned, undefined]) {
    const deadline = limit(clock, policy, known)
    if (deadline === undefined) return undefined
    const late = from === undefined ? deadline.breachedFrom : later(deadline.breachedFrom, from)
    if (next === undefined || late < next.from) return { at: runningFrom(clock, late), deadline }
    from = next.from
    known = next.calendar
  }
  return undefined
}

/**
 * The breaches whose first instant lies in [from, to). Disjoint intervals never give one twice, and no timer is needed:
 * a rule that was met, or became void, before that instant was not breached. `limit` says when a clock is over.
 */
export const breachesOf = (
  caseId: string,
  state: RefundCase,
  policy: Policy,
  calendars: CalendarHistory,
  from: Instant,
  to: Instant,
  limit = deadlineOf,
): ReadonlyArray<Breach> =>
  state.clocks.flatMap((clock) => {
    const miss = missOf(clock, policy, calendars, limit)
    if (miss === undefined || miss.at < from || miss.at >= to) return []
    if (clock.end !== undefined && clock.end.at < miss.at) return []
    return [{ caseId, rule: clock.rule, startedBy: clock.startedBy, at: miss.at, deadline: miss.deadline }]
  })
