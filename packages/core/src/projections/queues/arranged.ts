import {
  calendarAsKnownAt,
  nearestInstant,
  type CalendarHistory,
  type Instant,
  type WorkCalendar,
} from '../../calendar/index.js'
import { bindingDeadline, breachesOf, deadlinesOf, type Breach, type Deadline } from '../../refund-case/index.js'
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

interface Placed {
  readonly waiting: ReadonlyArray<Waiting>
  readonly breaches: ReadonlyArray<Breach>
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
  const placed = new Map<QueueRow, Placed>()
  let calendar: WorkCalendar | undefined
  let history: CalendarHistory | undefined

  const queueOf = (role: Role): OrderedIndex<Waiting> => {
    const known = queues.get(role)
    if (known !== undefined) return known
    const queue = orderedIndex<Waiting>(HOUR_WIDTH)
    queues.set(role, queue)
    return queue
  }

  const place = (row: QueueRow, known: WorkCalendar, all: CalendarHistory): void => {
    const before = placed.get(row)
    for (const waiting of before?.waiting ?? []) queues.get(waiting.duty.role)?.remove(waiting.key, waiting)
    for (const breach of before?.breaches ?? []) breaches.remove(keyOf(breach), breach)
    row.touched = false
    const waiting = waitingOf(row, known)
    const found = breachesOf(row.caseId, row.state, row.policy, all, FIRST, LAST)
    for (const each of waiting) queueOf(each.duty.role).add(each.key, each)
    for (const breach of found) breaches.add(keyOf(breach), breach)
    if (waiting.length > 0 || found.length > 0) placed.set(row, { waiting, breaches: found })
    else placed.delete(row)
  }

  const bringUp = (known: WorkCalendar): void => {
    const all = book.history()
    const anew = known !== calendar || all !== history
    const rows = book.changed()
    calendar = known
    history = all
    for (const row of anew ? book.rows.values() : rows) place(row, known, all)
  }

  return {
    queue: (role, now) => {
      bringUp(calendarAsKnownAt(book.history(), now))
      return queues.get(role) ?? none
    },
    queues: (now) => {
      bringUp(calendarAsKnownAt(book.history(), now))
      return queues
    },
    breaches: () => {
      bringUp(calendar ?? book.history().atFirst)
      return breaches
    },
  }
}

const keyOf = ({ at, caseId, rule, startedBy }: Breach): string => `${at} ${caseId} ${rule} ${startedBy}`

const waitingOf = (row: QueueRow, calendar: WorkCalendar): ReadonlyArray<Waiting> => {
  const duties = dutiesOf(row.state, row.policy)
  if (duties.length === 0) return []
  const binding = bindingDeadline(deadlinesOf(row.state, row.policy, calendar))
  // What has no deadline comes last: a tilde follows every digit.
  const order = binding === undefined ? `~${row.since}` : binding.breachedFrom
  return duties.map((duty) => ({ row, duty, binding, key: `${order} ${row.caseId} ${duty.action}` }))
}
