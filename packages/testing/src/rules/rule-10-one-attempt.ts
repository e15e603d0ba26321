import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'
import { total, type ReferenceAttempt } from './reference/reference-record.js'

const isOpen = ({ status }: ReferenceAttempt): boolean => status === 'started' || status === 'unknown'

const starting = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'PaymentStarted') return undefined
  const open = before.attempts.find(isOpen)
  if (open !== undefined) return `starts a payment while attempt ${open.no} is ${open.status}`
  const { attempt, amounts } = event.data
  if (attempt !== before.attempts.length + 1) return `is attempt ${attempt} after ${before.attempts.length}`
  return total(amounts) > 0 ? undefined : 'sends nothing'
}

/** What is said of an attempt must be possible for it. */
const telling = ({ before, event }: Moment): string | undefined => {
  if (
    event.type !== 'Paid' &&
    event.type !== 'PaymentFailed' &&
    event.type !== 'PaymentUnknown' &&
    event.type !== 'PaymentReversed'
  )
    return undefined
  const attempt = before.attempts.find(({ no }) => no === event.data.attempt)
  if (attempt === undefined) return `there is no attempt ${event.data.attempt}`
  const possible = event.type === 'PaymentReversed' ? attempt.status === 'paid' : isOpen(attempt)
  return possible ? undefined : `attempt ${attempt.no} is ${attempt.status}`
}

export const rule10OneAttempt = overHistories({
  rule: 10,
  name: 'rule10OneAttempt',
  title:
    'At most one payment attempt is open; a new one needs the last to have failed or been reversed, never to be unknown (PAYMENT_UNKNOWN_OPEN).',
  occasions: (history) => countOf(history, 'PaymentStarted', 'PaymentFailed', 'PaymentUnknown', 'PaymentReversed'),
  violations: (history) => atMoments(history, (moment) => starting(moment) ?? telling(moment)),
})
