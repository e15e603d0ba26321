import {
  calendarAsKnownAt,
  nearestInstant,
  type CalendarHistory,
  type Instant,
  type WorkCalendar,
} from '../../calendar/index.js'
import { bindingDeadline, breachesOf, type Breach, type Deadline } from '../../refund-case/index.js'
import { workedOut } from '../../refund-case/deadlines/deadlines.js'
import type { Role } from '../../vocabulary/index.js'
import { dutiesOf, type Duty } from './duties.js'
import { orderedIndex, type OrderedIndex } from './ordered-index.js'
import type { QueueBook, QueueRow } from './queue-book.js'

/** One duty on one case, where it stands in its queue. */
export interface Waiting {
  readonly row: QueueRow
  readonly duty: Duty
  readonly binding: Deadline | undefined
  readonly key: string
}

/** The cases of a book in the order they are due, as of an instant. */
export interface Arranged {
  readonly queue: (role: Role, now: Instant) => OrderedIndex<Waiting>
  readonly queues: (now: Instant) => ReadonlyMap<Role, OrderedIndex<Waiting>>
  readonly breaches: () => OrderedIndex<Breach>
}

// An hour of instants is a bucket.
const HOUR_WIDTH = '2026-03-09T02'.length
const FIRST: Instant = nearestInstant(-Infinity)
const LAST: Instant = nearestInstant(Infinity)
const none = orderedIndex<Waiting>(HOUR_WIDTH)

/**
 * Puts what changed in order when somebody asks, not while events are taken: a case that changes ten times between two
 * questions is put in its place once. Other working days than the last time put all of them in order anew.
 */
export const arranged = (book: QueueBook): Arranged => {
  const queues = new Map<Role, OrderedIndex<Waiting>>()
  const breaches = orderedIndex<Breach>(HOUR_WIDTH)
  const waitingOn = new Map<QueueRow, ReadonlyArray<Waiting>>()
  const breachesOn = new Map<QueueRow, ReadonlyArray<Breach>>()
  // What changed since the queues, and since the breaches, were last asked for.
  let forQueues = new Set<QueueRow>()
  let forBreaches = new Set<QueueRow>()
  let calendar: WorkCalendar | undefined
  let history: CalendarHistory | undefined

  const queueOf = (role: Role): OrderedIndex<Waiting> => {
    const known = queues.get(role)
    if (known !== undefined) return known
    const queue = orderedIndex<Waiting>(HOUR_WIDTH)
    queues.set(role, queue)
    return queue
  }

  const enqueue = (row: QueueRow, known: WorkCalendar): void => {
    for (const waiting of waitingOn.get(row) ?? []) queues.get(waiting.duty.role)?.remove(waiting.key, waiting)
    const waiting = waitingOf(row, known)
    for (const each of waiting) queueOf(each.duty.role).add(each.key, each)
    if (waiting.length > 0) waitingOn.set(row, waiting)
    else waitingOn.delete(row)
  }

  const markBreaches = (row: QueueRow, all: CalendarHistory): void => {
    for (const breach of breachesOn.get(row) ?? []) breaches.remove(keyOf(breach), breach)
    const found = breachesOf(row.caseId, row.state, row.policy, all, FIRST, LAST, workedOut)
    for (const breach of found) breaches.add(keyOf(breach), breach)
    if (found.length > 0) breachesOn.set(row, found)
    else breachesOn.delete(row)
  }

  const noteChanges = (): void => {
    for (const row of book.changed()) {
      row.touched = false
      forQueues.add(row)
      forBreaches.add(row)
    }
  }

  const queuesAt = (now: Instant): ReadonlyMap<Role, OrderedIndex<Waiting>> => {
    noteChanges()
    const known = calendarAsKnownAt(book.history(), now)
    const rows = known === calendar ? forQueues : book.rows.values()
    calendar = known
    for (const row of rows) enqueue(row, known)
    forQueues = new Set()
    return queues
  }

  return {
    queue: (role, now) => queuesAt(now).get(role) ?? none,
    queues: queuesAt,
    breaches: () => {
      noteChanges()
      const all = book.history()
      const rows = all === history ? forBreaches : book.rows.values()
      history = all
      for (const row of rows) markBreaches(row, all)
      forBreaches = new Set()
      return breaches
    },
  }
}

const keyOf = ({ at, caseId, rule, startedBy }: Breach): string => `${at} ${caseId} ${rule} ${startedBy}`

const waitingOf = (row: QueueRow, calendar: WorkCalendar): ReadonlyArray<Waiting> => {
  const duties = dutiesOf(row.state, row.policy)
  if (duties.length === 0) return []
  const binding = bindingOf(row, calendar)
  // What has no deadline comes last: a tilde follows every digit.
  const order = binding === undefined ? `~${row.since}` : binding.breachedFrom
  return duties.map((duty) => ({ row, duty, binding, key: `${order} ${row.caseId} ${duty.action}` }))
}

const bindingOf = ({ state, policy }: QueueRow, calendar: WorkCalendar): Deadline | undefined => {
  const open: Array<Deadline> = []
  for (const clock of state.clocks) {
    const deadline = clock.end === undefined ? workedOut(clock, policy, calendar) : undefined
    if (deadline !== undefined) open.push(deadline)
  }
  return bindingDeadline(open)
}
