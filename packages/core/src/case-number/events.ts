import type * as t from 'io-ts'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Positive, Reference, Uuid } from '../vocabulary/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** The numbers `first` to `last` of a year are given out, the first of them to this case. */
export const NumberTaken = storedEvent('NumberTaken', 1, { first: Positive, last: Positive, caseId: Uuid })

/** A number of the embedder's own, given to this case. */
export const OwnNumberTaken = storedEvent('OwnNumberTaken', 1, { caseNo: Reference, caseId: Uuid })

export type CaseNumberEvent = t.TypeOf<typeof NumberTaken>
export type OwnNumberEvent = t.TypeOf<typeof OwnNumberTaken>
