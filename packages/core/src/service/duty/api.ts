import type { Instant, LimitAnswer } from '../../calendar/index.js'
import type { DeskPlan, DeskPlans, Shift } from '../../desk-plan/index.js'
import type { ExpectedRevision, Stored } from '../../eventsourcing/index.js'
import type {
  LedgerCommandName,
  LedgerDepartment,
  LedgerEvent,
  LedgerFieldsOf,
  LedgerId,
  LedgerProgress,
  MonthLedgers,
} from '../../ledger/index.js'
import type { ShiftCommandName, ShiftEvent, ShiftFieldsOf, ShiftId, ShiftRecord } from '../../shift/index.js'
import type { StaffActor } from '../../staff/index.js'
import type { Answer, CommandFrame, Plain, ServiceOptions } from '../api.js'

/** What the service of the duty desks is handed: as `refundService`, but for what only cases need. */
export interface DeskServiceOptions extends Omit<
  ServiceOptions,
  'policies' | 'calendars' | 'orders' | 'reservationGraceMs' | 'numberBlock'
> {
  /** Every desk of the shop, with all its plans in order. They are published at the first call. */
  readonly deskPlans: ReadonlyArray<Plain<DeskPlan>>
  /** The working days by which ledgers are due, as handed to `refundService`. */
  readonly calendars?: ServiceOptions['calendars']
  /** The desk whose plan says when the ledgers are due (default the first of `deskPlans`). */
  readonly ledgerDesk?: string
}

/** A duty shift as it stands. */
export interface ShiftView {
  readonly shift: Shift
  readonly record: ShiftRecord
  /** The last revision of its stream. */
  readonly revision: ExpectedRevision
}

/** What a command came to: `events` are its own as stored, none where there was nothing left to do. */
interface Carried<Event extends ShiftEvent | LedgerEvent> {
  readonly events: ReadonlyArray<Stored<Event>>
  /** The command had been carried out before: these are its events, and nothing was written now. */
  readonly repeated: boolean
  /** The idempotency key, where one was given. */
  readonly key: string | undefined
}

export interface ShiftOutcome extends ShiftView, Carried<ShiftEvent> {}

/** By when a ledger is to be submitted, as known now, and whether it was, or can be no more. */
export interface LedgerDeadline {
  readonly due: LimitAnswer
  readonly submittedAt: Instant | undefined
  readonly breached: boolean
}

/** One month's ledger as it stands. */
export interface LedgerView extends LedgerId {
  readonly progress: LedgerProgress
  /** Both ledgers of the month, which are cut at one place. */
  readonly ledgers: MonthLedgers
  readonly deadline: LedgerDeadline
  /** The last revision of its stream. */
  readonly revision: ExpectedRevision
}

export interface LedgerOutcome extends LedgerView, Carried<LedgerEvent> {}

export type ShiftCommand<Name extends ShiftCommandName> = Plain<ShiftFieldsOf<Name>> & CommandFrame & Plain<ShiftId>
export type LedgerCommand<Name extends LedgerCommandName> = Plain<LedgerFieldsOf<Name>> &
  CommandFrame & { readonly department: LedgerDepartment; readonly month: string }

type ShiftCommands = {
  readonly [Name in ShiftCommandName]: (actor: StaffActor, command: ShiftCommand<Name>) => Answer<ShiftOutcome>
}
type LedgerCommands = {
  readonly [Name in LedgerCommandName]: (actor: StaffActor, command: LedgerCommand<Name>) => Answer<LedgerOutcome>
}

/** What a duty desk holds: its shifts and ledgers. Every call answers; none throws. */
export interface DeskService extends ShiftCommands, LedgerCommands {
  /** Any command on a shift or a ledger as untyped JSON: decoded, with an error by path for what does not fit. */
  readonly execute: (actor: StaffActor, name: string, body: unknown) => Answer<ShiftOutcome | LedgerOutcome>
  /** Publishes another version of a desk's plan, in force from a shift boundary to come. */
  readonly publishDeskPlan: (actor: StaffActor, plan: Plain<DeskPlan>) => Answer<void>
  readonly deskPlans: (desk: string) => Answer<DeskPlans>
  readonly shift: (id: Plain<ShiftId>) => Answer<ShiftView & { readonly events: ReadonlyArray<Stored<ShiftEvent>> }>
  /** The shift that is on duty at the desk now. */
  readonly onDuty: (desk: string) => Answer<ShiftView>
  readonly ledger: (id: Plain<LedgerId>) => Answer<LedgerView & { readonly events: ReadonlyArray<Stored<LedgerEvent>> }>
  /** Publishes what was handed in; every call does it first. Again: only what is new. */
  readonly start: () => Answer<void>
}
