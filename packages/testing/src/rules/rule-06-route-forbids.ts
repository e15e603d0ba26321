import type { CaseEvent, Policy } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { failureCode } from '../play/failure-code.js'
import type { History, PlayedStep } from '../play/history.js'
import { atMoments } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'

type Milestone = keyof Policy['routes']['returnRefund']['milestones']

/** The milestone whose place in the route table decides whether there may be such an event at all. */
const milestoneOf = ({ type }: CaseEvent): Milestone | undefined => {
  switch (type) {
    case 'Requested':
    case 'Reviewed':
    case 'Shipped':
    case 'Inspected':
    case 'Approved':
    case 'Paid':
    case 'Disputed':
      return type
    case 'GoodsReceived':
      return 'Inspected'
    case 'ApprovalRefused':
      return 'Approved'
    case 'PaymentStarted':
      return 'Paid'
    default:
      return undefined
  }
}

/** What only a payment fault has. */
const ofPaymentFault = (event: CaseEvent): boolean =>
  event.type === 'Submitted' ||
  event.type === 'FundsChecked' ||
  (event.type === 'SentBack' && event.data.by === 'technical') ||
  (event.type === 'Reviewed' && event.data.stage === 'technical') ||
  (event.type === 'EvidenceAdded' && event.data.faultSheet !== undefined)

const forbidden = ({ before, event }: Moment, { routes }: Policy): string | undefined => {
  const { route } = before
  const milestone = milestoneOf(event)
  if (milestone !== undefined && routes[route].milestones[milestone] === 'forbidden')
    return `${route} forbids ${milestone}`
  if (ofPaymentFault(event) && route !== 'paymentFault') return `${route} has no such event`
  if (event.type === 'Shipped' && (event.data.method === 'intercepted') !== (route === 'interceptRefund'))
    return `goods of ${route} do not come back ${event.data.method}`
  return undefined
}

/** Requested < Reviewed(accepted) < Shipped < Inspected < Approved < Paid. */
const outOfOrder = ({ before, event }: Moment): string | undefined => {
  const needsAcceptance = event.type === 'Shipped' || event.type === 'Inspected' || event.type === 'Approved'
  if (needsAcceptance && !before.accepted && before.ruling === undefined) return 'comes before an accepting review'
  if (event.type === 'Withdrawn' && before.attempts.some(({ status }) => status !== 'failed' && status !== 'reversed'))
    return 'comes after a payment was started'
  if (event.type === 'Closed' && before.attempts.some(({ status }) => status === 'started' || status === 'unknown'))
    return 'closes a case with an open payment attempt'
  return undefined
}

const afterClosed: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'Noted',
  'Notified',
  'EvidenceAdded',
  'BankLineMatched',
  'ReceiptConfirmed',
  'FeedbackGiven',
  'PersonalDataErased',
  'Disputed',
  'PaymentReversed',
  'Reopened',
])

const afterTheEnd = ({ cases }: History): ReadonlyArray<string> =>
  cases.flatMap(({ caseId, events }) =>
    events.flatMap((event, at) => {
      const last = events[at - 1]?.type
      if (last === 'RequestLapsed') return [`case ${caseId}: ${event.type} after RequestLapsed`]
      return last === 'Closed' && !afterClosed.has(event.type) ? [`case ${caseId}: ${event.type} after Closed`] : []
    }),
  )

/**
 * A refused command ends as every command does: it brings the account to what the case holds by now. Nothing may have
 * been taken ahead for it.
 */
const onlySettles = ({ written }: PlayedStep): boolean =>
  written.every(({ stream, envelope }) => stream.startsWith('orderAccount-') && envelope.data['ahead'] !== true)

const writtenThough = ({ steps }: History): ReadonlyArray<string> =>
  steps.flatMap((step) => {
    const { no, call, answer, written } = step
    // A store that could not is no refusal: what was written before it failed is finished by whoever comes next.
    if (!isLeft(answer) || answer.left.kind !== 'refusal' || onlySettles(step)) return []
    const what = call.kind === 'command' ? call.name : call.kind
    const why = failureCode(answer.left)
    const streams = written.map(({ stream, envelope }) => `${envelope.type} in ${stream}`)
    return [`step ${no} (${what}) was refused (${why}), but wrote ${streams.join(', ')}`]
  })

export const rule06RouteForbids = overHistories({
  rule: 6,
  name: 'rule06RouteForbids',
  title: 'No event that the route forbids is ever accepted; a refused command leaves the stream unchanged.',
  occasions: ({ steps }) => steps.filter(({ answer }) => isLeft(answer)).length,
  violations: (history) => [
    ...atMoments(history, (moment, { policy }) => forbidden(moment, policy) ?? outOfOrder(moment)),
    ...afterTheEnd(history),
    ...writtenThough(history),
  ],
})
