export * from './calendar/index.js'
export * from './case-number/index.js'
export * from './desk-plan/index.js'
export * from './eventsourcing/index.js'
export * from './ledger/index.js'
export * from './money/index.js'
export {
  checkOrder,
  coverage,
  emptyAccount,
  evolve as evolveAccount,
  free,
  OrderFacts,
  orderAccountEvents,
  remaining,
  reserve,
  settle,
  type Coverage,
  type Free,
  type Holding,
  type OrderAccount,
  type OrderAccountEvent,
  type Remaining,
} from './order-account/index.js'
export * from './policy/index.js'
export * from './policy-book/index.js'
export * from './projections/index.js'
export * from './refund-case/index.js'
export * from './refusals/index.js'
export * from './sealing/index.js'
export * from './service/index.js'
export * from './shift/index.js'
export type { StaffActor } from './staff/index.js'
export * from './vocabulary/index.js'
export * from './work-calendar/index.js'
