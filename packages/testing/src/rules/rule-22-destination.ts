import type { Policy } from '@refund-case/core'
import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'

const paying = ({ before, event }: Moment, policy: Policy): string | undefined => {
  if (event.type !== 'PaymentStarted' || event.data.method === 'merchantDeposit') return undefined
  const { method } = event.data
  const { kind, ground, by, method: agreed } = before.destination
  if (method !== agreed) return `pays by ${method}, but the destination is ${agreed}`
  if (kind === 'original') return undefined
  if (ground === undefined) return 'pays elsewhere without a recorded ground'
  if (before.verifiedBy === undefined) return 'pays to an account that nobody verified'
  if (before.verifiedBy === by) return `pays to an account that ${by} both proposed and verified`
  return policy.destinations.methods.some((allowed) => allowed === method)
    ? undefined
    : `pays by ${method}, which the policy does not know`
}

const verifying = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'DestinationVerified') return undefined
  return before.destination.by === event.meta.actor.id ? 'verifies what the same person proposed' : undefined
}

export const rule22Destination = overHistories({
  rule: 22,
  name: 'rule22Destination',
  title:
    'The destination differs from the original channel only with a recorded ground and a verification by somebody other than the proposer.',
  occasions: (history) => countOf(history, 'DestinationVerified'),
  violations: (history) => atMoments(history, (moment, { policy }) => verifying(moment) ?? paying(moment, policy)),
})
