import type { Instant, LocalDate, TimeZone } from '../../calendar/index.js'
import type { PaymentMethod } from '../../vocabulary/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { CaseRow, Total } from '../case-rows/index.js'

/** One payment that went out on the day, or still has to. */
export interface PayoutRow extends CaseRow {
  readonly seq: number
  readonly status: 'due' | 'started' | 'unknown' | 'paid' | 'failed'
  /** Approved at, or what became of the attempt at. */
  readonly at: Instant
  /** None while nothing was started. */
  readonly attempt: number | null
  readonly method: PaymentMethod | null
  /** Another account than the original: its number and holder. */
  readonly account: SealedPlace | null
  readonly holder: SealedPlace | null
  readonly reference: string | null
  readonly voucherNo: string | null
  /** The bank's line, once it is matched. */
  readonly bankLine: string | null
}

/** 退款清单 (PY2): what the cashier paid on one day, and what is due at its end. */
export interface PayoutList {
  readonly date: LocalDate
  readonly timeZone: TimeZone
  readonly rows: ReadonlyArray<PayoutRow>
  /** What was paid on the day, one for each currency. */
  readonly paid: ReadonlyArray<Total>
  /** What is due, on its way or of unknown fate at the end of the day. */
  readonly outstanding: ReadonlyArray<Total>
}
