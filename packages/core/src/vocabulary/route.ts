import type * as t from 'io-ts'
import { words } from './words.js'

/** 退款分类 (IN7): which way a refund goes, and so which milestones it needs. */
export const Route = words(
  'Route',
  'returnRefund',
  'unshippedRefund',
  'interceptRefund',
  'keepGoodsRefund',
  'compensation',
  'freightCompensation',
  'paymentFault',
  'exchangeOrRepair',
  'enforcedRefund',
)
export type Route = t.TypeOf<typeof Route>

/** The seven milestones, in their order. */
export const Milestone = words(
  'Milestone',
  'Requested',
  'Reviewed',
  'Shipped',
  'Inspected',
  'Approved',
  'Paid',
  'Disputed',
)
export type Milestone = t.TypeOf<typeof Milestone>
