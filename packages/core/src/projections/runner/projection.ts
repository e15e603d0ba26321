import type { DomainEvent, EventRegistry, Position, Stored, StreamName } from '../../eventsourcing/index.js'

/**
 * A reading of the global order: what is known from the events of some streams.
 *
 * `Saved` is one record of what it keeps, as JSON; `Row` is what leaves its memory for good. It decides nothing, reads no
 * clock, and comes to the same whenever the same events are taken.
 */
export interface Projection<View, Saved = unknown, Row = unknown> {
  readonly name: string
  /**
   * Raised whenever what is kept would be another: what an older version saved is left alone, and this one begins at the
   * first event.
   */
  readonly version: number
  /** Before the first event, or where `saved` was written: what `save` of the same version gave, nothing else. */
  begin(saved?: Iterable<Saved>): Projecting<View, Saved, Row>
}

/**
 * A projection under way. It owns its rows and changes them in place, one event after the other; nobody else can: a view
 * hands out copies, or what never changes.
 */
export interface Projecting<View, Saved = unknown, Row = unknown> {
  readonly reads: ReadonlyArray<Reader>
  /** What may be asked of it. It answers as of the last event that was taken. */
  readonly view: View
  /** All it keeps, as JSON records; `begin` goes on from them as if nothing had happened. */
  readonly save: () => Iterable<Saved>
  /** The rows that need no memory any more, in order, each handed over once. */
  readonly release?: () => ReadonlyArray<Row>
}

/** Where an event stands. */
export interface Place {
  readonly stream: StreamName
  readonly position: Position
}

/** What a projection cannot take. Nothing of the event may be in the projection when it answers so. */
export interface ProjectionFailure {
  readonly kind: 'projectionFailure'
  /** In capitals: `POLICY_UNKNOWN`. */
  readonly code: string
  /** What to do about it, in English, without personal data or secrets. */
  readonly message: string
  readonly facts: { readonly [name: string]: string | number | boolean }
}

/** The events that a projection reads of one kind of stream. Made by `reading`. */
export interface Reader {
  readonly category: string
  readonly registry: EventRegistry<DomainEvent>
  /** The only types it takes; all where there are none. */
  readonly types: ReadonlySet<string> | undefined
  // A method: whoever made the reader knows which events its registry decodes.
  take(event: Stored<DomainEvent>, place: Place): ProjectionFailure | undefined
}

/** Takes the events of one kind of stream; of these types only, where some are named: others pass by undecoded. */
export const reading = <Event extends DomainEvent>(
  { category, registry }: { readonly category: string; readonly registry: EventRegistry<Event> },
  take: (event: Stored<Event>, place: Place) => ProjectionFailure | undefined,
  types?: ReadonlyArray<Event['type']>,
): Reader => ({ category, registry, types: types === undefined ? undefined : new Set(types), take })
