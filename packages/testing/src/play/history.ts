import type {
  CaseActor,
  CaseEvent,
  CommandName,
  Failure,
  Instant,
  OrderAccountEvent,
  OrderFacts,
  Outcome,
  Policy,
  RecordedEvent,
  Sha256,
  Stored,
  Vault,
  WorkCalendarYear,
} from '@refund-case/core'
import type { Either } from 'fp-ts/lib/Either.js'

/** What a shop has before anything happens. */
export interface Setup {
  readonly policy: Policy
  readonly calendars: ReadonlyArray<WorkCalendarYear>
  readonly order: OrderFacts
  readonly start: Instant
}

/** One call of the service, and what came of it. */
export interface PlayedStep {
  readonly no: number
  /** What the clock showed. */
  readonly at: Instant
  readonly call: PlayedCall
  readonly answer: Either<Failure, Answered>
  /** All that was written by it, in any stream, as it stands in the store. */
  readonly written: ReadonlyArray<RecordedEvent>
}

/** The parts of an answer that rules look at; a sweep or a publication answers with nothing. */
export type Answered = Outcome | undefined

export type PlayedCall =
  | {
      readonly kind: 'command'
      readonly actor: CaseActor
      readonly name: CommandName
      /** As it was handed in, with its key and its case. */
      readonly body: { readonly [field: string]: unknown }
      /** The step whose command this repeats, and whether with the same body. */
      readonly again?: { readonly step: number; readonly same: boolean }
    }
  | { readonly kind: 'settle' }
  | { readonly kind: 'publishPolicy'; readonly policy: Policy }
  | { readonly kind: 'publishCalendar'; readonly calendar: WorkCalendarYear }

/** The life of one case, decoded, under the policy that it pinned. */
export interface PlayedCase {
  readonly caseId: string
  readonly policy: Policy
  readonly events: ReadonlyArray<Stored<CaseEvent>>
}

/** Everything that happened to one order in a generated shop: what the rules are asked about. */
export interface History {
  readonly setup: Setup
  readonly steps: ReadonlyArray<PlayedStep>
  /** The whole store, in global order, raw. */
  readonly recorded: ReadonlyArray<RecordedEvent>
  readonly cases: ReadonlyArray<PlayedCase>
  readonly accounts: ReadonlyMap<string, ReadonlyArray<Stored<OrderAccountEvent>>>
  readonly calendars: ReadonlyArray<PublishedYear>
  readonly vault: Vault
  readonly sha256: Sha256
}

/** A year of working days, and since when it was known. */
export interface PublishedYear {
  readonly calendar: WorkCalendarYear
  readonly knownFrom: 'beginning' | Instant
}
