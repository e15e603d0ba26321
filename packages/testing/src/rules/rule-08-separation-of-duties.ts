import type { Policy } from '@refund-case/core'
import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import { reviewerMayApprove } from './reference/reference-chain.js'
import type { Moment } from './reference/reference-case.js'

const approving = ({ before, event }: Moment, policy: Policy): string | undefined => {
  if (event.type !== 'Approved') return undefined
  const { id } = event.meta.actor
  if (before.recorders.has(id)) return `${id} recorded what is approved`
  const other = before.approvals.find(({ by }) => by === id)
  if (other !== undefined) return `${id} took step ${other.step} of this round too`
  if (!reviewerMayApprove(before, policy) && before.reviewers.has(id)) return `${id} reviewed the case`
  return event.data.completes && event.data.role === 'cashier' && event.data.step >= 3
    ? 'the cashier is the last approver of a chain of three'
    : undefined
}

const paying = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'PaymentStarted' && event.type !== 'Paid') return undefined
  const { id } = event.meta.actor
  if (before.inForce?.lastBy === id) return `${id} gave the last approval`
  return undefined
}

const verifying = ({ before, event }: Moment): string | undefined => {
  const { id } = event.meta.actor
  if (event.type === 'DestinationVerified' && before.attempts.some(({ by }) => by === id))
    return `${id} verifies the account that ${id} pays to`
  if (event.type === 'PaymentStarted' && before.verifiedBy === id && before.destination.kind === 'other')
    return `${id} pays to the account that ${id} verified`
  if (event.type !== 'BankLineMatched') return undefined
  return before.attempts.some(({ no, by }) => no === event.data.attempt && by === id)
    ? `${id} matches the bank line of an attempt of ${id}'s own`
    : undefined
}

const signing = ({ event }: Moment): string | undefined => {
  const { data, meta } = event
  return 'signOff' in data && data.signOff !== undefined && data.signOff.by === meta.actor.id
    ? `${meta.actor.id} signs off what ${meta.actor.id} wrote`
    : undefined
}

const submitting = ({ before, event }: Moment): string | undefined =>
  event.type === 'Submitted' &&
  event.data.to === 'technical' &&
  before.acceptedByLead !== undefined &&
  before.acceptedByLead === before.sheetBy
    ? `${before.sheetBy} accepted the fault sheet that ${before.sheetBy} filled`
    : undefined

export const rule08SeparationOfDuties = overHistories({
  rule: 8,
  name: 'rule08SeparationOfDuties',
  title:
    'Separation of duties: the request recorder approves nothing; each step has its own person; the payer is not the last approver; the cashier is never the last approver of a three-step chain.',
  occasions: (history) => countOf(history, 'Approved', 'PaymentStarted', 'DestinationVerified', 'BankLineMatched'),
  violations: (history) =>
    atMoments(
      history,
      (moment, { policy }) =>
        approving(moment, policy) ?? paying(moment) ?? verifying(moment) ?? signing(moment) ?? submitting(moment),
    ),
})
