import { covers, zero } from '../../money/amounts.js'
import type { Situation } from '../../refund-case/index.js'
import { basisOf, type CaseProgress } from './case-progress.js'

const owes = ({ approved, quote, netPaid }: CaseProgress): boolean => !covers(netPaid, approved ?? quote ?? zero)

const beforeApproval = (progress: CaseProgress): Situation => {
  if (progress.awaitsEvidence) return 'awaitingEvidence'
  if (progress.ruling !== null) return 'ruled'
  if (progress.inspection !== 'none') return 'inspected'
  if (progress.received) return 'received'
  if (progress.shipped !== 'no') return 'inTransit'
  return progress.accepted ? 'accepted' : 'requested'
}

/** The situation of the case. */
export const stepReached = (progress: CaseProgress): Situation => {
  const { attempt } = progress
  if (progress.closed) return 'closed'
  if (progress.dispute?.open === true) return 'disputed'
  if (progress.end !== 'none') return progress.end
  if (attempt?.status === 'started') return 'paying'
  if (attempt?.status === 'unknown') return 'paymentUnknown'
  if (attempt !== null && attempt.restsOn === basisOf(progress)) return owes(progress) ? 'paymentFailed' : 'paid'
  if (progress.approved !== null) return 'approved'
  return progress.given > 0 ? 'inApproval' : beforeApproval(progress)
}

/** Whether the case is closed, declined or withdrawn, and nobody contests it: it need not be followed up. */
export const isEnded = ({ closed, dispute, end }: CaseProgress): boolean =>
  closed || (end !== 'none' && dispute?.open !== true)
