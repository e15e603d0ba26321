import type { CommandName, Fault, Instant, LocalDate, OrderFacts, Policy, WorkCalendarYear } from '@refund-case/core'
import type { CaseAlias } from '../form/case-alias.js'
import type { DutyCommandName } from '../codec/duty-forms.js'
import type { LedgerName, ShiftName } from './duty-names.js'
import type { CaseExpectation } from './expect/case.js'
import type { ExpectedOfDuty } from './expect/duty.js'
import type { ExpectedPaper } from './expect/papers.js'
import type { Around, ExpectedAnswer, ExpectedOfActions, ExpectedOfQuote, ExpectedOfSettle } from './expect/outcomes.js'
import type { ExpectedRefusal } from './expect/refusal.js'
import type { RoleName, Somebody } from './people.js'

/** Who acts, as a step says it. */
export interface ActorFields {
  readonly by?: string
  readonly actor?: string
  readonly role?: RoleName
  readonly onBehalfOf?: Somebody | string
}

/** One command; `with` is what the form of that command has read. */
export interface CommandFields extends ActorFields {
  readonly command: CommandName
  readonly case?: CaseAlias | string
  readonly key?: string
  readonly order?: OrderFacts
  readonly with?: unknown
  readonly raw?: unknown
}

interface Common {
  readonly at: Instant
  readonly name?: string
  readonly title?: string
}

export interface CommandStep extends Common, CommandFields {
  readonly does: 'command'
  readonly expect: ExpectedAnswer & CaseExpectation & Around
}

export interface Racer extends CommandFields {
  readonly at?: Instant
  readonly title?: string
  readonly expect?: ExpectedAnswer
}

export interface RaceStep extends Common {
  readonly does: 'race'
  readonly race: ReadonlyArray<Racer>
  readonly expect?: { readonly outcomes?: ReadonlyArray<ExpectedAnswer> } & Around
}

export interface LookStep extends Common {
  readonly does: 'look'
  readonly look: CaseAlias
  readonly asOf?: Instant
  readonly expect: CaseExpectation & Around
}

export interface QuoteStep extends Common, ActorFields {
  readonly does: 'quote'
  readonly quote: unknown
  readonly fault?: Fault
  readonly order?: OrderFacts
  readonly expect: ExpectedOfQuote
}

export interface ActionsStep extends Common, ActorFields {
  readonly does: 'actions'
  readonly actions: CaseAlias
  readonly expect: ExpectedOfActions
}

export interface SettleStep extends Common {
  readonly does: 'settle'
  readonly settle: CaseAlias | 'all'
  readonly expect?: ExpectedOfSettle
}

export interface OrderUpdate {
  readonly orderId: string
  readonly shipment?: OrderFacts['shipment']
  readonly receivedAt?: Instant
}

export interface UpdateOrderStep extends Common {
  readonly does: 'updateOrder'
  readonly updateOrder: OrderUpdate
}

type ExpectedOfPublishing = { readonly refused?: ExpectedRefusal } & Around

export interface PublishCalendarStep extends Common, ActorFields {
  readonly does: 'publishCalendar'
  readonly publishCalendar: WorkCalendarYear
  readonly expect?: ExpectedOfPublishing
}

export interface PublishPolicyStep extends Common, ActorFields {
  readonly does: 'publishPolicy'
  readonly publishPolicy: Policy
  readonly expect?: ExpectedOfPublishing
}

/** A command on a shift or a ledger; `with` is what the form of that command has read. */
export interface DutyStep extends Common, ActorFields {
  readonly does: 'duty'
  readonly duty: DutyCommandName
  readonly of: ShiftName | LedgerName
  readonly key?: string
  readonly with?: unknown
  readonly raw?: unknown
  readonly expect: ExpectedOfDuty
}

export interface SheetStep extends Common {
  readonly does: 'sheet'
  readonly sheet: ShiftName
  readonly expect: ExpectedPaper
}

export interface LedgerStep extends Common {
  readonly does: 'ledger'
  readonly ledger: LedgerName
  readonly expect: ExpectedPaper
}

export interface StatisticsStep extends Common {
  readonly does: 'statistics'
  readonly statistics: { readonly month: string }
  readonly expect: ExpectedPaper
}

export interface RegisterStep extends Common {
  readonly does: 'register'
  readonly register: { readonly date: LocalDate }
  readonly expect: ExpectedPaper
}

/** What happens, one thing a step. */
export type Step =
  | CommandStep
  | RaceStep
  | LookStep
  | QuoteStep
  | ActionsStep
  | SettleStep
  | UpdateOrderStep
  | PublishCalendarStep
  | PublishPolicyStep
  | DutyStep
  | SheetStep
  | LedgerStep
  | StatisticsStep
  | RegisterStep
/** A step that looks at a paper. */
export type PaperStep = SheetStep | LedgerStep | StatisticsStep | RegisterStep
export type StepOf<Does extends Step['does']> = Extract<Step, { readonly does: Does }>
