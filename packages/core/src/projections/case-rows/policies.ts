import type { Policy, PolicyPin } from '../../policy/index.js'
import { policyBookKind } from '../../policy-book/index.js'
import { reading, type Reader } from '../runner/projection.js'

/** The published policies by which cases are judged. */
export interface Policies {
  readonly reader: Reader
  /** The version that the case pinned; none where it was never published. */
  readonly of: (pin: Pick<PolicyPin, 'id' | 'version'>) => Policy | undefined
  readonly save: () => Iterable<Policy>
}

const keyOf = (id: string, version: number): string => `${version} ${id}`

export const policies = (saved: Iterable<Policy> = []): Policies => {
  const known = new Map<string, Policy>()
  for (const policy of saved) known.set(keyOf(policy.id, policy.version), policy)
  return {
    reader: reading(policyBookKind, ({ data: { policy } }) => {
      known.set(keyOf(policy.id, policy.version), policy)
      return undefined
    }),
    of: ({ id, version }) => known.get(keyOf(id, version)),
    save: () => known.values(),
  }
}
