import type {
  Actor,
  Amounts,
  CaseActor,
  CommandName,
  Deadline,
  Failure,
  LedgerCommandName,
  LedgerEvent,
  ShiftCommandName,
  ShiftEvent,
  Instant,
  OrderAccountEvent,
  CaseEventType,
  Quote,
  Route,
  Situation,
  TimeZone,
} from '@refund-case/core'
import type { Pointer } from '../source/pointer.js'

// What playing a file came to, as data: plain values, JSON in and out. Amounts are minor units of `currency`.

/** Something that was not as expected. */
export interface Mismatch {
  /** Where the expectation stands in the file; of what is always checked, the step. */
  readonly path: Pointer
  readonly line: number
  /** `events`, `deadlines`, `accounts A-2603 free` … */
  readonly about: string
  readonly expected: ReadonlyArray<string>
  readonly actual: ReadonlyArray<string>
  /** Both together: `  ` as expected, `- ` expected and not there, `+ ` there and not expected. */
  readonly diff: ReadonlyArray<string>
}

/** One event that a step wrote to a case. */
export interface EventRun {
  readonly caseId: string
  readonly case: string
  readonly revision: number
  readonly type: CaseEventType
  readonly occurredAt: Instant
  readonly actor: Actor
  /** With what was sealed in plain. */
  readonly data: { readonly [field: string]: unknown }
  /** What it is about in money, where it is. */
  readonly amounts: Amounts | undefined
  /** The clause it rests on, where one can be named: of the approval chain, the quote, the refused condition. */
  readonly clause: string | undefined
}

export interface AccountEventRun {
  readonly accountId: string
  readonly revision: number
  readonly type: OrderAccountEvent['type']
  readonly case: string | undefined
}

/** A case after a step. */
export interface CaseRun {
  readonly caseId: string
  /** Its alias; where the file gave none, its number. */
  readonly case: string
  readonly caseNo: string
  readonly route: Route
  readonly orderId: string | undefined
  readonly situation: Situation
  readonly revision: number
  readonly amounts: {
    readonly claimed: Amounts
    readonly quoted: Amounts
    readonly approved: Amounts
    readonly paid: Amounts
    readonly payable: Amounts
  }
  readonly quote: Quote | undefined
  readonly deadlines: ReadonlyArray<Deadline>
  readonly binding: Deadline | undefined
  readonly breaches: ReadonlyArray<BreachRun>
}

export interface BreachRun {
  readonly rule: Deadline['rule']
  readonly limit: Deadline
  readonly at: Instant
  readonly metAt: Instant | undefined
}

/** How one call was answered. */
export type Answered =
  | { readonly kind: 'events'; readonly repeated: boolean; readonly events: ReadonlyArray<EventRun> }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly rule: string
      readonly facts: { readonly [name: string]: unknown }
    }
  /** The store, the vault or the record could not. */
  | { readonly kind: 'failed'; readonly failure: Exclude<Failure, { readonly kind: 'refusal' }> }

/** How a command on a shift or a ledger was answered: its events by their names. */
export type DutyAnswered =
  | {
      readonly kind: 'events'
      readonly repeated: boolean
      readonly events: ReadonlyArray<ShiftEvent['type'] | LedgerEvent['type']>
    }
  | Exclude<Answered, { readonly kind: 'events' }>

/** A command on a shift or a ledger. */
export interface DutyRun {
  readonly at: Instant
  readonly command: ShiftCommandName | LedgerCommandName
  readonly about: 'shift' | 'ledger'
  /** `2026-06-30 中班`, `finance 2026-06` */
  readonly name: string
  readonly actor: CaseActor
  readonly key: string | undefined
  readonly answered: DutyAnswered
}

/** One command of a step: the only one, or one of a race. */
export interface CommandRun {
  readonly at: Instant
  readonly command: CommandName
  readonly actor: CaseActor
  readonly key: string | undefined
  readonly case: string | undefined
  readonly answered: Answered
}

export type Did =
  | { readonly does: 'command'; readonly command: CommandRun }
  | { readonly does: 'race'; readonly racers: ReadonlyArray<CommandRun>; readonly conflicts: number }
  | { readonly does: 'look'; readonly case: string; readonly asOf: Instant | undefined }
  | {
      readonly does: 'quote'
      readonly actor: CaseActor
      readonly quote: Quote | undefined
      readonly refused: Refused | undefined
    }
  | {
      readonly does: 'actions'
      readonly actor: CaseActor
      readonly case: string
      readonly allowed: ReadonlyArray<string>
    }
  | { readonly does: 'settle'; readonly settled: number; readonly lapsed: number }
  | { readonly does: 'updateOrder'; readonly orderId: string }
  | { readonly does: 'publishCalendar'; readonly calendar: string }
  | { readonly does: 'publishPolicy'; readonly policy: string }
  | { readonly does: 'duty'; readonly duty: DutyRun }
  | { readonly does: 'sheet'; readonly sheet: string }
  | { readonly does: 'ledger'; readonly ledger: string }
  | { readonly does: 'statistics'; readonly month: string }
  | { readonly does: 'register'; readonly date: string }
  /** It could not be done at all; the mismatch says why. */
  | { readonly does: 'nothing' }

export type Refused = Extract<Answered, { readonly kind: 'refused' }>

export interface StepRun {
  /** Counted from 1. */
  readonly no: number
  readonly path: Pointer
  readonly line: number
  readonly at: Instant
  readonly name: string | undefined
  readonly title: string | undefined
  readonly did: Did
  /** What the step wrote to cases, in the order of the store. */
  readonly events: ReadonlyArray<EventRun>
  readonly accountEvents: ReadonlyArray<AccountEventRun>
  /** The cases it wrote to, looked at or was about, as they stand after it. */
  readonly cases: ReadonlyArray<CaseRun>
  readonly mismatches: ReadonlyArray<Mismatch>
}

/** One play of a file on an empty store: the scenario itself, or a variant of it. */
export interface PlayRun {
  /** The scenario's name, or the variant's. */
  readonly name: string
  readonly title: string
  readonly about: string | undefined
  readonly steps: ReadonlyArray<StepRun>
  /** How many of the first steps a variant shares with its scenario; 0 for the scenario itself. */
  readonly sharedSteps: number
  readonly cases: ReadonlyArray<CaseRun>
  /** Σ paid less reversed, over all cases. */
  readonly moneyOut: number
  /** How many events there are of each type, in all streams. */
  readonly eventCounts: { readonly [type: string]: number }
  /** What `finally` and the checks of the whole found. */
  readonly mismatches: ReadonlyArray<Mismatch>
  readonly passed: boolean
}

export interface ScenarioRun extends PlayRun {
  readonly file: string
  readonly zone: TimeZone
  readonly currency: string
  readonly variants: ReadonlyArray<PlayRun>
  /** The scenario and all its variants. */
  readonly allPassed: boolean
}

export interface Progress {
  readonly file: string
  readonly play: string
  readonly step: StepRun
  readonly ofSteps: number
}
