import type { Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Actor, CommandMark } from './envelope.js'

/** Something that happened, by name, with exactly its fields. */
export interface DomainEvent {
  readonly type: string
  readonly data: object
}

/**
 * How one kind of stream decides and remembers.
 *
 * Pure: whatever a decision needs from outside (now, policy, calendars, coverage) comes in as `facts`. `decide` answers
 * with the events to append, none when there is nothing left to do, or with the refusal.
 */
export interface Decider<Command, Event extends DomainEvent, State, Facts, Refusal> {
  readonly initial: State
  readonly evolve: (state: State, event: Stored<Event>) => State
  readonly decide: (command: Command, state: State, facts: Facts) => Either<Refusal, ReadonlyArray<Event>>
}

/** An event as a fold sees it: its type and data with what the envelope says of it. */
export type Stored<Event extends DomainEvent> = Event & { readonly meta: EventMeta }

/** What a fold may know of an event besides its data. */
export interface EventMeta {
  readonly id: string
  readonly revision: number
  readonly occurredAt: Instant
  readonly actor: Actor
  readonly command?: CommandMark
}

/** The state after `events`, in order, from `state` on. */
export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  for (const event of events) state = evolve(state, event)
  return state
}
