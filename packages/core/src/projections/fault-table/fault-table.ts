import type { LocalDate, TimeZone, Instant } from '../../calendar/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Reason } from '../../vocabulary/index.js'
import type { CaseRow, Total } from '../case-rows/index.js'

/** What finance has made of a case (HS6–HS8). */
export const financeClasses = ['processedByFinance', 'submittedToFinance', 'returnedByFinance'] as const
export type FinanceClass = (typeof financeClasses)[number]

/** One case that stands in a class on a sheet of the day: the last of them. */
export interface FaultTableRow extends CaseRow {
  readonly seq: number
  readonly shift: string
  readonly cause: Reason
  readonly faultSymptom: SealedPlace | null
  readonly financeClass: FinanceClass
  /** 处理结果, of what finance has processed. */
  readonly result: 'refunded' | 'fundsNotReceived' | null
  /** 退回原因, of what finance has sent back. */
  readonly returnedReason: SealedPlace | null
  readonly at: Instant
  readonly late: boolean
}

/** How many cases stand in a class, and what they come to. */
export interface FaultTableCount {
  readonly financeClass: FinanceClass
  readonly cases: number
  readonly totals: ReadonlyArray<Total>
}

/** F5 故障统计表: the shifts of one desk that start on one day. */
export interface DailyFaultTable {
  readonly desk: string
  readonly date: LocalDate
  readonly timeZone: TimeZone
  readonly rows: ReadonlyArray<FaultTableRow>
  readonly counts: ReadonlyArray<FaultTableCount>
}
