import type { Policy } from '@refund-case/core'
import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'
import type { ReferenceCase } from './reference/reference-record.js'

const json = (value: unknown): string => JSON.stringify(value)

const notPassed = (known: ReferenceCase, { routes }: Policy): string | undefined => {
  if (routes[known.route].milestones.Inspected !== 'required' || known.ruling !== undefined || known.conceded)
    return undefined
  if (known.inspection === 'none' || known.inspection === 'failed')
    return `approves, but the inspection is ${known.inspection}`
  if (known.inspection === 'partlyPassed' && !known.adjusted)
    return 'approves, but only part has passed and the amount was not adjusted'
  return undefined
}

const otherAmount = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'Approved') return undefined
  const { amounts, round } = event.data
  const other = before.approvals.find((step) => step.round === round && json(step.amounts) !== json(amounts))
  if (other !== undefined) return `approves ${json(amounts)}, but step ${other.step} approved ${json(other.amounts)}`
  return json(amounts) === json(before.quote)
    ? undefined
    : `approves ${json(amounts)}, but the case stands at ${json(before.quote)}`
}

/** A concession: the review that lets a failed inspection pass. */
const concession = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'Reviewed' || event.data.stage !== 'afterInspection' || event.data.outcome !== 'accepted')
    return undefined
  if (before.inspection === 'passed' || before.ruling !== undefined) return undefined
  const { actor } = event.meta
  if ((actor.onBehalfOf ?? actor).role !== 'csLead') return 'concedes, but not as csLead'
  return event.data.ground === undefined ? 'concedes without a ground' : undefined
}

export const rule05InspectionBeforeApproval = overHistories({
  rule: 5,
  name: 'rule05InspectionBeforeApproval',
  title:
    'No `Approved` before a passing `Inspected` on routes that need it, except under a ruling or concession; every step approves the same amount.',
  occasions: (history) => countOf(history, 'Approved'),
  violations: (history) =>
    atMoments(
      history,
      (moment, { policy }) =>
        (moment.event.type === 'Approved' ? notPassed(moment.before, policy) : undefined) ??
        otherAmount(moment) ??
        concession(moment),
    ),
})
