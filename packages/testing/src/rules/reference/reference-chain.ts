import type { Policy, Role } from '@refund-case/core'
import { total, type ReferenceCase } from './reference-record.js'

// Who approves, read from the policy's data as its fields say it.

const chainFor = (known: ReferenceCase, policy: Policy): Policy['chains'][number] | undefined => {
  const own = policy.chains.filter(({ routes }) => routes.includes(known.route))
  const turnedRound = known.route === 'interceptRefund' && known.intercepted && known.inspection === 'passed'
  const special = turnedRound ? own.find(({ interceptedOnly }) => interceptedOnly) : undefined
  return special ?? own.find(({ interceptedOnly }) => !interceptedOnly)
}

/** The chain that approves the case as it stands: roles in order. */
export const chainOf = (known: ReferenceCase, policy: Policy): ReadonlyArray<Role> => {
  const steps = chainFor(known, policy)?.steps ?? []
  const above = policy.president?.above
  // The president comes as a fourth step: a chain of one or two has no room for one.
  const high = above !== undefined && steps.length >= 3 && total(known.quote ?? {}) > above
  const withPresident = high && !steps.includes('president')
  return withPresident ? [...steps, 'president'] : steps
}

/** Whether a reviewer may take a step of that chain. */
export const reviewerMayApprove = (known: ReferenceCase, policy: Policy): boolean =>
  chainFor(known, policy)?.reviewerMayApprove ?? true
