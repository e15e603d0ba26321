import type { EventRegistry } from './codec/event-registry.js'
import type { DomainEvent, Stored } from './decider.js'

/** One kind of stream: the events it may hold, and how they are remembered. */
export interface StreamKind<Event extends DomainEvent, State> {
  /** The part of its streams' names before the first `-`. */
  readonly category: string
  readonly registry: EventRegistry<Event>
  /** Before the first event. */
  readonly initial: State
  readonly evolve: (state: State, event: Stored<Event>) => State
}
