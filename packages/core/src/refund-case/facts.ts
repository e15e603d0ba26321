import type { Either } from 'fp-ts/lib/Either.js'
import type { Instant, WorkCalendar } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { OrderAccount } from '../order-account/index.js'
import type { Policy } from '../policy/index.js'
import type { Role } from '../vocabulary/index.js'
import type { CaseEvent } from './events/index.js'
import type { RefundCase } from './state.js'

/** Who acts. What somebody outside does is recorded by staff, who then stand in `id` and `role`. */
export interface CaseActor {
  readonly id: string
  readonly role: Role
  readonly onBehalfOf?: { readonly id: string; readonly role: Role }
}

/** What a decision needs from outside its stream: values, handed in. */
export interface CaseFacts {
  readonly caseId: string
  readonly now: Instant
  readonly actor: CaseActor
  /** The version that the case pinned. */
  readonly policy: Policy
  /** The working days as published by now. */
  readonly calendar: WorkCalendar
  /** The account of the case's order, as it stands. */
  readonly account: OrderAccount
  /** Compares the account of a new destination with others without showing it; where the command names one. */
  readonly accountToken: string | undefined
}

export type Decision = Either<Refusal, ReadonlyArray<CaseEvent>>

/** What each act after the request is handed. */
export type Act<Fields> = (fields: Fields, state: RefundCase, facts: CaseFacts) => Decision
