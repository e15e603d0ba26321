import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { KnownFrom } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { checkPolicy, type Policy, type PolicyInvalid } from '../policy/index.js'
import type { PolicyBookEvent } from './events.js'
import type { PolicyBook } from './state.js'

export interface PublishPolicy {
  readonly policy: Policy
  readonly digest: string
  readonly knownFrom: KnownFrom
}

export type PublishPolicyRefusal =
  | PolicyInvalid
  | Refusal<'POLICY_VERSION_REUSED', { readonly policy: string; readonly version: number }>

/** A version is published once and never changed: the same version with another digest is refused. */
export const publishPolicy = (
  { policy, digest, knownFrom }: PublishPolicy,
  book: PolicyBook,
): Either<PublishPolicyRefusal, ReadonlyArray<PolicyBookEvent>> => {
  const sound = checkPolicy(policy)
  if (isLeft(sound)) return sound
  const known = book.versions.find(({ policy: { version } }) => version === policy.version)
  if (known === undefined) return right([{ type: 'PolicyPublished', data: { policy, digest, knownFrom } }])
  if (known.digest === digest) return right([])
  return left({
    kind: 'refusal',
    code: 'POLICY_VERSION_REUSED',
    rule: '§1',
    facts: { policy: policy.id, version: policy.version },
  })
}
