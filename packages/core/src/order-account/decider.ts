import type { Either } from 'fp-ts/lib/Either.js'
import type { Decider } from '../eventsourcing/decider.js'
import type { OrderAccountEvent } from './events.js'
import { evolve } from './evolve.js'
import type { Holding } from './holding.js'
import { lapse } from './lapse.js'
import type { OrderFacts } from './order.js'
import { recordOrder, type RecordOrderRefusal } from './record-order.js'
import { reserve, type ReserveRefusal, type ReserveTerms } from './reserve.js'
import { settle } from './settle.js'
import type { StaleCaseRevision } from './stale.js'
import type { SettleTerms } from './step.js'
import { emptyAccount, type OrderAccount } from './state.js'

export type OrderAccountCommand =
  | { readonly type: 'RecordOrder'; readonly order: OrderFacts }
  | { readonly type: 'Reserve'; readonly holding: Holding; readonly terms: ReserveTerms }
  | { readonly type: 'Settle'; readonly holding: Holding; readonly terms?: SettleTerms }
  | { readonly type: 'Lapse'; readonly caseId: string }

export type OrderAccountRefusal = RecordOrderRefusal | ReserveRefusal | StaleCaseRevision

export const orderAccountDecider: Decider<
  OrderAccountCommand,
  OrderAccountEvent,
  OrderAccount,
  unknown,
  OrderAccountRefusal
> = {
  initial: emptyAccount,
  evolve,
  decide: (command, account): Either<OrderAccountRefusal, ReadonlyArray<OrderAccountEvent>> => {
    switch (command.type) {
      case 'RecordOrder':
        return recordOrder(account, command.order)
      case 'Reserve':
        return reserve(account, command.holding, command.terms)
      case 'Settle':
        return settle(account, command.holding, command.terms)
      case 'Lapse':
        return lapse(account, command.caseId)
    }
  },
}
