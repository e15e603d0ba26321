import type { Instant } from '../../calendar/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Route } from '../../vocabulary/index.js'

/**
 * What every paper says of a case. Sealed values stand as they were stored, with their place in the event's data, for
 * they open nowhere else: whoever prints opens and masks them. `null` is nothing known, and prints 无.
 */
export interface CaseRow {
  readonly caseId: string
  /** 文件编号, 退单编号. */
  readonly documentNo: string
  readonly route: Route
  readonly orderNo: string | null
  /** 手机号: registered with the shop, or on the fault sheet; else the customer's contact. */
  readonly mobile: SealedPlace | null
  /** 联系方式. */
  readonly contact: SealedPlace | null
  /** 银行, 开户行, 支付银行. */
  readonly bank: SealedPlace | null
  /** Minor units of `currency`: what is approved, else what is quoted, else what is claimed. */
  readonly amount: number
  readonly currency: string
}

/** Who did something, and when. `by` is a staff id. */
export interface DoneBy {
  readonly by: string
  readonly at: Instant
}

/** A sum in one currency, minor units; below zero where more came back than went out. */
export interface Total {
  readonly currency: string
  readonly amount: number
}
