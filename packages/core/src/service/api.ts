import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Brand } from 'io-ts'
import type { Instant, WorkCalendarYear } from '../calendar/index.js'
import type {
  ConflictUnresolved,
  EventStore,
  Refusal,
  Sha256,
  Stored,
  StoreError,
  Undecodable,
} from '../eventsourcing/index.js'
import type { OrderFacts } from '../order-account/index.js'
import type { Policy } from '../policy/index.js'
import type {
  ActName,
  Breach,
  CaseActor,
  CaseEvent,
  Deadline,
  FieldsOf,
  Quote,
  RefundCase,
  Situation,
} from '../refund-case/index.js'
import type { Vault, VaultError } from '../sealing/index.js'
import type { Fault } from '../vocabulary/index.js'

/** What the library is handed from outside: nothing in it reads a clock or draws a number by itself. */
export interface Platform {
  readonly clock: () => Instant
  readonly ids: {
    /** A fresh UUID, ordered by time. */
    readonly v7: () => string
    /** The name-based UUID of a name in a namespace (itself a UUID). */
    readonly v5: (namespace: string, name: string) => string
  }
  /** Lower-case hex of the UTF-8 bytes' SHA-256. */
  readonly sha256: Sha256
  readonly vault: Vault
}

export interface ServiceOptions extends Platform {
  readonly store: EventStore
  readonly policies: ReadonlyArray<Policy>
  readonly calendars: ReadonlyArray<WorkCalendarYear>
  /** The shop's orders: the truth about what was bought and paid. */
  readonly orders?: (orderId: string) => Promise<Plain<OrderFacts> | undefined>
  /** Keys are unique within a shop (default `shop`). */
  readonly shop?: string
  /** How far a clock may be behind a stream before it is refused, in milliseconds (default 5,000). */
  readonly maxClockSkewMs?: number
  /** How often a command is decided again after a conflict (default 8). */
  readonly maxAttempts?: number
  /** How old a reservation without a case must be before the sweep releases it, in milliseconds (default 60,000). */
  readonly reservationGraceMs?: number
  /** How many cases, and how many order accounts, are remembered between calls (default 1,000 each). */
  readonly rememberedStreams?: number
  /** How many case numbers are taken at once (default 1; gaps are allowed). */
  readonly numberBlock?: number
}

/** Why a call did not succeed: refused, or the store or vault could not. Never thrown. */
export type Failure = Refusal | StoreError | Undecodable | ConflictUnresolved | VaultError

/** A case as it stands. */
export interface CaseView {
  readonly caseId: string
  readonly caseNo: string
  readonly situation: Situation
  readonly state: RefundCase
  /** The last revision of its stream. */
  readonly revision: number
  /** Every deadline it ever had, as known now. */
  readonly deadlines: ReadonlyArray<Deadline>
  /** The open one that is over first. */
  readonly binding: Deadline | undefined
}

/** What a command came to. */
export interface Outcome extends CaseView {
  /** The events of this command, as stored; none where there was nothing left to do. */
  readonly events: ReadonlyArray<Stored<CaseEvent>>
  /** The command had been carried out before: these are its events, and nothing was written now. */
  readonly repeated: boolean
  /** The idempotency key: the one given, or for a request without one the fresh one. */
  readonly key: string | undefined
}

/** What a sweep came to. */
export interface Swept {
  readonly cases: number
  /** How many accounts had to be written. */
  readonly settled: number
  /** How many reservations had no case and are free now. */
  readonly lapsed: number
  /** The cases and accounts that could not be settled, by id. */
  readonly failed: ReadonlyArray<{ readonly id: string; readonly failure: Failure }>
}

/** A field as a caller writes it: branded texts and instants are plain strings. */
export type Plain<T> = T extends string & Brand<unknown>
  ? string
  : T extends number & Brand<unknown>
    ? number
    : T extends ReadonlyArray<infer Item>
      ? ReadonlyArray<Plain<Item>>
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : T

/** What every command may carry besides its fields. */
export interface CommandFrame {
  /** Makes the command idempotent: unique in the shop for requests, in the case for all others. */
  readonly key?: string
  /** A UUID of the caller's, to follow what belongs together; default the case. */
  readonly correlationId?: string
}

export type RequestCommand = Plain<FieldsOf<'request'>> & CommandFrame
export type CaseCommand<Name extends ActName> = Plain<FieldsOf<Name>> & CommandFrame & { readonly caseId: string }

export type Answer<T> = TaskEither<Failure, T>

type Commands = {
  readonly [Name in ActName]: (actor: CaseActor, command: CaseCommand<Name>) => Answer<Outcome>
}

/** What an embedder holds: a call for each command, and the reads. Every call answers; none throws. */
export interface RefundService extends Commands {
  /** Opens a case. `order` is the order inline, from staff or system only, where no `orders` port is given. */
  readonly request: (actor: CaseActor, command: RequestCommand, order?: Plain<OrderFacts>) => Answer<Outcome>
  /** Any command as untyped JSON: `body` is decoded, with an error by path for what does not fit. */
  readonly execute: (actor: CaseActor, name: string, body: unknown, order?: unknown) => Answer<Outcome>
  readonly case: (caseId: string) => Answer<CaseView & { readonly events: ReadonlyArray<Stored<CaseEvent>> }>
  readonly byNumber: (caseNo: string) => Answer<CaseView>
  readonly casesOf: (orderId: string) => Answer<ReadonlyArray<CaseView>>
  /** What a request would be quoted were it accepted with this fault (default `none`), without writing anything. */
  readonly quote: (actor: CaseActor, command: RequestCommand, order?: Plain<OrderFacts>, fault?: Fault) => Answer<Quote>
  /** Each command: whether this actor may give it now, or its refusal. */
  readonly actions: (caseId: string, actor: CaseActor) => Answer<ReadonlyArray<ActionView>>
  /**
   * The deadlines of a case that were missed first in [from, to), two instants: disjoint intervals never give one twice
   * (rule 21).
   */
  readonly breaches: (caseId: string, from: string, to: string) => Answer<ReadonlyArray<Breach>>
  /** Brings accounts to what their cases hold: of one case, or of all, with reservations that have no case. */
  readonly settle: (caseId?: string) => Answer<Swept>
  /** Publishes another version of a policy: new cases are judged by it, old ones are not. */
  readonly publishPolicy: (actor: CaseActor, policy: Policy) => Answer<void>
  /** Publishes the working days of a year: deadlines follow it from now on. */
  readonly publishCalendar: (actor: CaseActor, calendar: WorkCalendarYear) => Answer<void>
  /** Publishes what was handed in; every call does it first. Again: only what is new. */
  readonly start: () => Answer<void>
}

export interface ActionView {
  readonly command: ActName
  readonly allowed: boolean
  readonly refusal: Refusal | undefined
}
