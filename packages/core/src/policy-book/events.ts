import type * as t from 'io-ts'
import { KnownFrom } from '../calendar/index.js'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Policy } from '../policy/policy.js'
import { Sha256Hex } from '../vocabulary/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** A version of a policy, whole. `digest` (SHA-256 of its canonical JSON) is what cases pin. */
export const PolicyPublished = storedEvent('PolicyPublished', 1, {
  policy: Policy,
  digest: Sha256Hex,
  knownFrom: KnownFrom,
})

export type PolicyBookEvent = t.TypeOf<typeof PolicyPublished>
