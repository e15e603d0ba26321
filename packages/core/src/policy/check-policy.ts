import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { exponentOf } from '../money/index.js'
import { isStaff, Route } from '../vocabulary/index.js'
import { chainFor } from './chain-for.js'
import type { Policy } from './policy.js'

export type PolicyInvalid = Refusal<'POLICY_INVALID', { readonly path: string; readonly problem: string }>

const invalid = (path: string, problem: string): Either<PolicyInvalid, never> =>
  left({ kind: 'refusal', code: 'POLICY_INVALID', rule: '§4', facts: { path, problem } })

/** Whether the parts of a policy fit together: what its codec cannot say. */
export const checkPolicy = (policy: Policy): Either<PolicyInvalid, Policy> => {
  if (exponentOf(policy.currency) === undefined) return invalid('/currency', 'is no active ISO 4217 currency')
  for (const [index, { steps, routes, interceptedOnly }] of policy.chains.entries()) {
    if (steps.length === 0) return invalid(`/chains/${index}/steps`, 'a chain has at least one step')
    if (new Set(steps).size !== steps.length) return invalid(`/chains/${index}/steps`, 'a role stands twice')
    if (steps.length >= 3 && steps.at(-1) === 'cashier')
      return invalid(`/chains/${index}/steps`, 'the cashier is never the last approver of a longer chain')
    if (!steps.every(isStaff)) return invalid(`/chains/${index}/steps`, 'only staff approve')
    for (const route of routes)
      if (
        policy.chains.some(
          (other, at) => at < index && other.interceptedOnly === interceptedOnly && other.routes.includes(route),
        )
      )
        return invalid(`/chains/${index}/routes`, `another chain approves ${route} already`)
  }
  for (const route of Object.keys(Route.keys).filter(Route.is)) {
    const rule = policy.routes[route]
    if (rule.milestones.Requested !== 'required') return invalid(`/routes/${route}/milestones/Requested`, 'is required')
    if (rule.milestones.Approved !== 'forbidden' && chainFor(policy, route, false, 0) === undefined)
      return invalid('/chains', `no chain approves ${route}`)
    if (rule.milestones.Paid === 'forbidden') continue
    if (rule.milestones.Approved === 'forbidden')
      return invalid(`/routes/${route}/milestones/Paid`, 'nothing is paid that nobody approves')
    if (rule.payers.length === 0) return invalid(`/routes/${route}/payers`, 'somebody must pay')
    if (!rule.payers.every((role) => role === 'system' || isStaff(role)))
      return invalid(`/routes/${route}/payers`, 'only staff and system pay')
  }
  return right(policy)
}
