import type { Instant, LocalDate, TimeZone } from '../../calendar/index.js'
import type { Amounts } from '../../money/index.js'
import type { CaseRow, Total } from '../case-rows/index.js'
import type { PaymentMethod, Reason } from '../../vocabulary/index.js'

/** One payment, or one that came back (−). */
export interface RegisterRow extends CaseRow {
  readonly seq: number
  readonly at: Instant
  readonly kind: 'paid' | 'reversed'
  readonly reason: Reason
  readonly attempt: number
  readonly amounts: Amounts
  readonly method: PaymentMethod
  /** Of the payment: the channel's reference and 退款凭证. */
  readonly reference: string
  readonly voucherNo: string
  /** Who asked for it (提交人) and who recorded the payment: staff ids. */
  readonly submitter: string
  readonly recordedBy: string
}

/** 退款登记 (RC2, AP4): everything paid and everything that came back on one day. */
export interface RefundRegister {
  readonly date: LocalDate
  readonly timeZone: TimeZone
  readonly rows: ReadonlyArray<RegisterRow>
  /** What was paid less what came back, one for each currency. */
  readonly totals: ReadonlyArray<Total>
}
