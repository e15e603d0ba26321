import type { Role, Route } from '../vocabulary/index.js'
import type { ApprovalChain } from './chain.js'
import type { Policy } from './policy.js'

/** The chain that approves this amount on this route, or undefined where the policy has none. */
export const chainFor = (
  policy: Policy,
  route: Route,
  intercepted: boolean,
  amount: number,
): (ApprovalChain & { readonly steps: ReadonlyArray<Role> }) | undefined => {
  const fits = (chain: ApprovalChain) => chain.routes.includes(route) && chain.interceptedOnly === intercepted
  const chain = policy.chains.find(fits) ?? policy.chains.find((c) => c.routes.includes(route) && !c.interceptedOnly)
  if (chain === undefined) return undefined
  const withPresident =
    policy.president !== null &&
    amount > policy.president.above &&
    chain.steps.length >= 3 &&
    !chain.steps.includes('president')
  return withPresident ? { ...chain, steps: [...chain.steps, 'president'] } : chain
}
