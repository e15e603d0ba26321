import type { Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { StaffActor } from '../staff/index.js'
import type { LedgerEvent } from './events.js'
import type { MonthLedgers } from './month.js'
import type { LedgerDepartment } from './name.js'

/** What a decision needs from outside its stream: values, handed in. */
export interface LedgerFacts {
  readonly now: Instant
  readonly actor: StaffActor
  readonly department: LedgerDepartment
  /** Both ledgers of the month as they stand: the decision rests on both streams. */
  readonly ledgers: MonthLedgers
  /** From this instant on the month is over, at every desk. */
  readonly monthEnd: Instant
}

export type LedgerDecision = Either<Refusal, ReadonlyArray<LedgerEvent>>

/** What each act is handed. */
export type LedgerAct<Fields> = (fields: Fields, facts: LedgerFacts) => LedgerDecision
