import { millisBetween, type Instant } from '../../calendar/index.js'
import { totalOf } from '../../money/amounts.js'
import { policyBookKind } from '../../policy-book/index.js'
import { caseKind, situationOf, type Breach } from '../../refund-case/index.js'
import { workCalendarKind } from '../../work-calendar/index.js'
import { reading, type Projection } from '../runner/index.js'
import { amountsAskedBy } from './amounts-asked.js'
import { arranged, type Waiting } from './arranged.js'
import { queueBook, type QueueBook, type SavedQueue } from './queue-book.js'
import type { QueueEntry, WorkQueues } from './queue-entry.js'

/** Which working days deadlines go by: those of this region; without a name, of the first that was published. */
export interface WorkQueueSettings {
  readonly region?: string
}

/** The work queues of a shop, by role. */
export const workQueues = ({ region }: WorkQueueSettings = {}): Projection<WorkQueues, SavedQueue> => ({
  name: region === undefined ? 'workQueues' : `workQueues ${region}`,
  version: 1,
  begin: (saved) => {
    const book = queueBook(region, saved)
    return {
      reads: [
        reading(policyBookKind, book.takePolicy),
        reading(workCalendarKind, book.takeCalendar),
        reading(caseKind, (event, { stream }) => book.takeCase(event, stream)),
      ],
      view: viewOf(book),
      save: book.save,
    }
  },
})

const viewOf = (book: QueueBook): WorkQueues => {
  const order = arranged(book)
  return {
    of: (role, now, { desk, limit = Infinity } = {}) => {
      const entries: Array<QueueEntry> = []
      for (const waiting of order.queue(role, now).from('')) {
        if (entries.length >= limit) break
        if (desk === undefined || waiting.row.state.requested.desk === desk) entries.push(entryOf(waiting, now))
      }
      return entries
    },
    counts: (now) =>
      Array.from(order.queues(now), ([role, queue]) => {
        let overdue = 0
        for (const { binding } of queue.from('')) {
          if (binding === undefined || binding.breachedFrom > now) break
          overdue++
        }
        return { role, waiting: queue.size(), overdue }
      }).filter(({ waiting }) => waiting > 0),
    breaches: (from, to) => {
      const found: Array<Breach> = []
      for (const breach of order.breaches().from(from)) {
        if (breach.at >= to) break
        found.push(breach)
      }
      return found
    },
  }
}

const entryOf = ({ row, duty, binding }: Waiting, now: Instant): QueueEntry => {
  const { caseId, state, since } = row
  const { caseNo, desk, currency } = state.requested
  return {
    caseId,
    caseNo,
    desk,
    route: state.route,
    situation: situationOf(state),
    role: duty.role,
    action: duty.action,
    amount: totalOf(amountsAskedBy(state)),
    currency,
    since,
    binding: binding ?? null,
    timeLeft: binding === undefined ? null : millisBetween(now, binding.breachedFrom),
    overdue: binding !== undefined && binding.breachedFrom <= now,
  }
}
