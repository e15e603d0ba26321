import { amountOf, type Amounts } from '../../money/amounts.js'
import type { CaseEvent } from '../../refund-case/index.js'
import { levelRank, type DisputeLevel } from '../../vocabulary/index.js'
import type { CaseOutcome } from './figures.js'

/** As much of a case as its outcome rests on. Plain JSON, changed in place. */
export interface CaseCourse {
  end: 'none' | 'withdrawn' | 'declined' | 'alternativeAccepted'
  closedAs: string | null
  disputeOpen: DisputeLevel | null
  /** It was disputed once: what is paid from then on is paid after a dispute. */
  disputed: boolean
  ruled: boolean
  fundsNotReceived: boolean
  /** Paid less come back, minor units. */
  net: number
  /** How it stood when it was last paid. */
  paidDisputed: boolean
}

export const newCourse = (): CaseCourse => ({
  end: 'none',
  closedAs: null,
  disputeOpen: null,
  disputed: false,
  ruled: false,
  fundsNotReceived: false,
  net: 0,
  paidDisputed: false,
})

export const sumOf = (amounts: Amounts): number =>
  amountOf(amounts, 'goods') +
  amountOf(amounts, 'freight') +
  amountOf(amounts, 'compensation') +
  amountOf(amounts, 'freightCompensation') +
  amountOf(amounts, 'statutory') +
  amountOf(amounts, 'funds')

/** Brings the course up to one more event, as the fold of the case does. */
export const goOn = (course: CaseCourse, event: CaseEvent): void => {
  switch (event.type) {
    case 'Reviewed':
      reviewed(course, event.data)
      break
    case 'Withdrawn':
      course.end = 'withdrawn'
      course.disputeOpen = null
      break
    case 'AlternativeAccepted':
      course.end = 'alternativeAccepted'
      course.disputeOpen = null
      break
    case 'FundsChecked':
      course.fundsNotReceived = event.data.result === 'notReceived'
      break
    case 'Disputed':
      course.closedAs = null
      course.fundsNotReceived = false
      course.disputeOpen = event.data.level
      course.disputed = true
      break
    case 'Ruled':
      course.end = 'none'
      course.disputeOpen = null
      course.fundsNotReceived = false
      course.ruled = true
      break
    case 'Paid':
      if (!course.ruled && course.net === 0) course.disputeOpen = null
      course.net += sumOf(event.data.amounts)
      course.paidDisputed = course.disputed
      break
    case 'PaymentReversed':
      course.closedAs = null
      course.net -= sumOf(event.data.amounts)
      break
    case 'Closed':
      course.closedAs = event.data.outcome
      break
    case 'Reopened':
      course.closedAs = null
      break
    default:
  }
}

const reviewed = (
  course: CaseCourse,
  { stage, outcome }: { readonly stage: string; readonly outcome: string },
): void => {
  if (outcome === 'accepted' && stage !== 'technical') {
    course.end = 'none'
    course.disputeOpen = null
  }
  if (outcome !== 'declined') return
  if (course.net === 0) course.end = 'declined'
  // A decline settles what was only negotiated.
  if (course.disputeOpen !== null && levelRank(course.disputeOpen) <= levelRank('negotiation'))
    course.disputeOpen = null
}

/** What became of the case so far. */
export const outcomeOf = (course: CaseCourse): CaseOutcome => {
  if (course.net > 0) return course.paidDisputed ? 'disputedPaid' : 'paid'
  switch (course.closedAs) {
    case 'exchanged':
    case 'repaired':
    case 'fundsNotReceived':
      return course.closedAs
    case 'unpaid':
      return 'closedUnpaid'
    default:
  }
  if (course.disputeOpen !== null) return 'open'
  if (course.end !== 'none') return course.end
  return course.fundsNotReceived ? 'fundsNotReceived' : 'open'
}
