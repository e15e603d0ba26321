import type * as t from 'io-ts'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Sha256Hex } from '../vocabulary/index.js'
import { DeskPlan } from './plan.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** A version of a desk's plan, whole. `digest` is the SHA-256 of its canonical JSON. */
export const DeskPlanPublished = storedEvent('DeskPlanPublished', 1, { plan: DeskPlan, digest: Sha256Hex })

export type DeskPlanEvent = t.TypeOf<typeof DeskPlanPublished>
