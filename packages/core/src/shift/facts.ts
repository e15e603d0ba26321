import type { Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import type { Shift } from '../desk-plan/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { StaffActor } from '../staff/index.js'
import type { ShiftEvent } from './events.js'
import type { ShiftRecord } from './state.js'

/** What a decision needs from outside its stream: values, handed in. */
export interface ShiftFacts {
  readonly now: Instant
  readonly actor: StaffActor
  /** The shift, as the plan of its desk has it. */
  readonly shift: Shift
  /** How many items the shift left for follow-up that the command names one of; none where it names none. */
  readonly itemsLeft: number | undefined
}

export type ShiftDecision = Either<Refusal, ReadonlyArray<ShiftEvent>>

/** What each act is handed. */
export type ShiftAct<Fields> = (fields: Fields, record: ShiftRecord, facts: ShiftFacts) => ShiftDecision
