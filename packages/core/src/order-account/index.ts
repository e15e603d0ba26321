export { coverage, type Coverage, type CoverageTerms, type Shortfall } from './coverage.js'
export * from './events.js'
export { evolve } from './evolve.js'
export { free, type Free, type FreeLine } from './free.js'
export type { GoodsClaim, Holding, LineAmount, LineQuantity } from './holding.js'
export {
  checkOrder,
  OrderFacts,
  OrderLine,
  RecordedLine,
  RecordedOrder,
  Shipment,
  type OrderInconsistent,
} from './order.js'
export { emptyAccount, type CaseEntry, type OrderAccount } from './state.js'
