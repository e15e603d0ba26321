import { nearestInstant, type Decider, type DomainEvent, type Stored } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { expectSame } from './expectation.js'

/** Where an event of the past differs from an ordinary one. */
export type PastMeta = Partial<Stored<DomainEvent>['meta']>

/** An event that has happened: as it is, or with what its envelope said where that matters. */
export type Past<Event extends DomainEvent> = Event | (Event & { readonly meta: PastMeta })

/** What a command must come to: exactly these events in this order, or exactly this refusal. */
export interface Then<Event, Refusal> {
  /** These events and no others, in this order, with these fields and no others. */
  readonly then: (...events: ReadonlyArray<Event>) => void
  /** No events: nothing was left to do. */
  readonly thenNothing: () => void
  /** This refusal, with these facts and no others. */
  readonly thenRefused: (refusal: Refusal) => void
}

export interface When<Command, Event, Facts, Refusal> {
  /** `facts` in place of the specification's own. */
  readonly when: (command: Command, facts?: Facts) => Then<Event, Refusal>
}

export interface DeciderSpecification<Command, Event extends DomainEvent, Facts, Refusal> {
  readonly given: (...events: ReadonlyArray<Past<Event>>) => When<Command, Event, Facts, Refusal>
}

const stored = <Event extends DomainEvent>(event: Past<Event>, revision: number): Stored<Event> => {
  const meta: PastMeta = 'meta' in event ? event.meta : {}
  return {
    ...event,
    meta: {
      id: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
      revision,
      occurredAt: nearestInstant(Date.UTC(2026, 0, 5) + revision * 60_000),
      actor: { id: 'somebody', role: 'system' },
      ...meta,
    },
  }
}

/**
 * A strict specification of a decider: given what has happened, when this is commanded, then exactly that comes of it.
 * No event more, none less, none in another place; every field compared, dates to the millisecond. What does not hold
 * is thrown with a diff, so any test framework will do.
 */
export const deciderSpecification = <Command, Event extends DomainEvent, State, Facts, Refusal>(
  decider: Decider<Command, Event, State, Facts, Refusal>,
  facts: Facts,
): DeciderSpecification<Command, Event, Facts, Refusal> => ({
  given: (...events) => ({
    when: (command, other = facts) => {
      const state = events.map(stored<Event>).reduce(decider.evolve, decider.initial)
      const decision = decider.decide(command, state, other)
      const outcome = isLeft(decision) ? { refused: decision.left } : { events: decision.right }
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- given, when, then: nobody awaits a specification of a decider
        then: (...expected) => expectSame('the decision', { events: expected }, outcome),
        thenNothing: () => expectSame('the decision', { events: [] }, outcome),
        thenRefused: (refused) => expectSame('the decision', { refused }, outcome),
      }
    },
  }),
})
