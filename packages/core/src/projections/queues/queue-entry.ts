import type { Instant } from '../../calendar/index.js'
import type { Breach, Deadline, Situation } from '../../refund-case/index.js'
import type { Role, Route } from '../../vocabulary/index.js'
import type { NextAction } from '../case-rows/index.js'

/** One case that waits for somebody of a role. */
export interface QueueEntry {
  readonly caseId: string
  readonly caseNo: string
  readonly desk: string
  readonly route: Route
  readonly situation: Situation
  readonly role: Role
  readonly action: NextAction
  /** Minor units of `currency`: what is approved, else what is quoted, else what is claimed. */
  readonly amount: number
  readonly currency: string
  /** When the case came to where it is: its last event. */
  readonly since: Instant
  /** The open deadline that binds; `null` where none runs. */
  readonly binding: Deadline | null
  /** Milliseconds until it is missed, below zero by how long it has been; `null` without a deadline. */
  readonly timeLeft: number | null
  readonly overdue: boolean
}

export interface QueueOptions {
  /** Only of this desk. */
  readonly desk?: string
  /** So many from the top (default all). */
  readonly limit?: number
}

/** What may be asked of the work queues. All answers are as of `now`, with the working days published by then. */
export interface WorkQueues {
  /** What waits for a role: overdue first and longest first, then by the time left; last what has no deadline. */
  readonly of: (role: Role, now: Instant, options?: QueueOptions) => ReadonlyArray<QueueEntry>
  /** How many wait for each role, and how many of them are overdue; a role that nothing waits for is left out. */
  readonly counts: (
    now: Instant,
  ) => ReadonlyArray<{ readonly role: Role; readonly waiting: number; readonly overdue: number }>
  /** Rule 21: the breaches whose first instant lies in [from, to), in order; disjoint intervals never give one twice. */
  readonly breaches: (from: Instant, to: Instant) => ReadonlyArray<Breach>
}
