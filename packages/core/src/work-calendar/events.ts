import type * as t from 'io-ts'
import { KnownFrom, WorkCalendarYear } from '../calendar/index.js'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Sha256Hex } from '../vocabulary/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** The working days of one year, in one version. */
export const CalendarPublished = storedEvent('CalendarPublished', 1, {
  calendar: WorkCalendarYear,
  digest: Sha256Hex,
  knownFrom: KnownFrom,
})

export type WorkCalendarEvent = t.TypeOf<typeof CalendarPublished>
