export { coverage, type Coverage, type CoverageTerms, type Shortfall } from './coverage.js'
export { orderAccountDecider, type OrderAccountCommand, type OrderAccountRefusal } from './decider.js'
export * from './events.js'
export { evolve } from './evolve.js'
export { free, type Free, type FreeLine } from './free.js'
export { freightAnswer, freightDue, type CaseJudgement, type FreightAnswer, type FreightRule } from './freight-due.js'
export { nothingHeld, type GoodsClaim, type Holding, type LineAmount, type LineQuantity } from './holding.js'
export { lapse } from './lapse.js'
export {
  checkOrder,
  OrderFacts,
  OrderLine,
  RecordedLine,
  RecordedOrder,
  Shipment,
  type OrderInconsistent,
} from './order.js'
export { parentFor, type AskedLine } from './parent.js'
export { payable } from './payable.js'
export { recordOrder, type OrderDiffers, type RecordOrderRefusal } from './record-order.js'
export { remaining, type Remaining } from './remaining.js'
export { reserve, type ReserveRefusal, type ReserveTerms } from './reserve.js'
export { settle } from './settle.js'
export type { LineSlots, Owner, Run, Share, Unit } from './slots.js'
export type { StaleCaseRevision } from './stale.js'
export type { SettleTerms } from './step.js'
export { emptyAccount, type CaseEntry, type OrderAccount } from './state.js'
export { unitValues, type UnitValue } from './unit-values.js'
