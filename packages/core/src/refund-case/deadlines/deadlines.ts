import {
  firstInstantAfter,
  later,
  limitOf,
  localDateOf,
  type Instant,
  type LocalDate,
  type WorkCalendar,
} from '../../calendar/index.js'
import type { LimitClause, Policy } from '../../policy/index.js'
import type { DeadlineRule, DisputeLevel } from '../../vocabulary/index.js'
import type { Clock } from '../clock.js'
import type { RefundCase } from '../state.js'

/** One deadline of a case, as known with the given working days. */
export interface Deadline {
  readonly rule: DeadlineRule
  /** `evidence` only. */
  readonly level: DisputeLevel | undefined
  readonly startedAt: Instant
  /** The event that started it. */
  readonly startedBy: string
  /** The end: itself still in time when `inclusive`, else already too late. */
  readonly limit: Instant
  readonly inclusive: boolean
  /** The last day in time, as a person would name it. */
  readonly lastDay: LocalDate
  /** The first instant that is too late. */
  readonly breachedFrom: Instant
  /** It rests on a year whose working days nobody has published. */
  readonly provisional: boolean
  readonly calendarVersions: ReadonlyArray<string>
  /** The clause of the policy. */
  readonly source: string
  readonly status: 'open' | 'met' | 'void'
  readonly endedAt: Instant | undefined
}

const clauseOf = (clock: Clock, policy: Policy): LimitClause | null =>
  clock.rule === 'evidence' ? policy.deadlines.evidence[clock.level ?? 'negotiation'] : policy.deadlines[clock.rule]

/** As `deadlineOf`, worked out anew: for whoever asks for so many clocks that remembering them costs more. */
export const workedOut = (clock: Clock, policy: Policy, calendar: WorkCalendar): Deadline | undefined => {
  const clause = clauseOf(clock, policy)
  if (clause === null) return undefined
  const answer =
    clock.extendedTo === undefined
      ? limitOf(clause.limit, policy.timeZone, calendar, clock.startedAt)
      : {
          limit: clock.extendedTo,
          inclusive: true,
          lastDay: localDateOf(policy.timeZone, clock.extendedTo),
          provisional: false,
          calendarVersions: [],
        }
  return {
    rule: clock.rule,
    level: clock.level,
    startedAt: clock.startedAt,
    startedBy: clock.startedBy,
    limit: answer.limit,
    inclusive: answer.inclusive,
    lastDay: answer.lastDay,
    provisional: answer.provisional,
    calendarVersions: answer.calendarVersions,
    // A limit may lie before its own start (approved after the end of duty): nothing is missed before it was due.
    breachedFrom: later(firstInstantAfter(answer), clock.startedAt),
    source: clause.source,
    status: clock.end?.how ?? 'open',
    endedAt: clock.end?.at,
  }
}

interface Remembered {
  readonly policy: Policy
  readonly calendar: WorkCalendar
  readonly deadline: Deadline | undefined
}

// A clock never changes, and neither does a policy or a calendar: what was worked out once holds for as long as they
// are the same.
const known = new WeakMap<Clock, Remembered>()

/** The limit of one clock under this policy, or undefined where the policy sets none. */
export const deadlineOf = (clock: Clock, policy: Policy, calendar: WorkCalendar): Deadline | undefined => {
  const before = known.get(clock)
  if (before?.policy === policy && before.calendar === calendar) return before.deadline
  const deadline = workedOut(clock, policy, calendar)
  known.set(clock, { policy, calendar, deadline })
  return deadline
}

/** Every deadline the case ever had under its policy, in the order they started (model §5). */
export const deadlinesOf = (state: RefundCase, policy: Policy, calendar: WorkCalendar): ReadonlyArray<Deadline> => {
  const deadlines: Array<Deadline> = []
  for (const clock of state.clocks) {
    const deadline = deadlineOf(clock, policy, calendar)
    if (deadline !== undefined) deadlines.push(deadline)
  }
  return deadlines
}

/** The open deadline that binds: the one whose time is over first; of two at once the one that started first. */
export const bindingDeadline = (deadlines: ReadonlyArray<Deadline>): Deadline | undefined =>
  deadlines.reduce<Deadline | undefined>(
    (binding, deadline) =>
      deadline.status === 'open' && (binding === undefined || deadline.breachedFrom < binding.breachedFrom)
        ? deadline
        : binding,
    undefined,
  )
