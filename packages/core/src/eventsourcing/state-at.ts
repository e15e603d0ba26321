import type { Instant } from '../calendar/index.js'
import { fold, type DomainEvent } from './decider.js'
import type { Loaded } from './loaded.js'
import type { Revision } from './revision.js'
import type { StreamKind } from './stream-kind.js'

/** Up to and with an event, or an instant. */
export type PointInHistory = { readonly revision: Revision } | { readonly instant: Instant }

/** The state as it stood at a point of what was loaded; before the first event it is the initial one. */
export const stateAt = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  loaded: Loaded<Event, State>,
  point: PointInHistory,
): State =>
  fold(
    kind.evolve,
    kind.initial,
    loaded.events.filter(({ meta }) =>
      'revision' in point ? meta.revision <= point.revision : meta.occurredAt <= point.instant,
    ),
  )
