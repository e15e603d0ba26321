import type { Policy, PolicyPin } from '../../policy/index.js'
import { policyBookKind } from '../../policy-book/index.js'
import { reading, type Reader } from '../runner/projection.js'

/** The published policies by which cases are judged. */
export interface Policies {
  readonly reader: Reader
  /** The version that the case pinned; none where it was never published. */
  readonly of: (pin: PolicyPin) => Policy | undefined
  readonly save: () => Iterable<readonly [digest: string, policy: Policy]>
}

export const policies = (saved: Iterable<readonly [digest: string, policy: Policy]> = []): Policies => {
  const known = new Map(saved)
  return {
    reader: reading(policyBookKind, ({ data: { digest, policy } }) => {
      known.set(digest, policy)
      return undefined
    }),
    of: ({ digest }) => known.get(digest),
    save: () => known,
  }
}
