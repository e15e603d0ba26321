import type { Instant } from '../../calendar/index.js'
import type { CaseEventType, Posting } from '../../refund-case/index.js'

/** What one event posted: debits equal credits. */
export interface JournalEntry {
  readonly seq: number
  readonly caseId: string
  readonly documentNo: string
  readonly eventId: string
  readonly event: CaseEventType
  readonly at: Instant
  readonly by: string
  readonly currency: string
  readonly postings: ReadonlyArray<Posting>
}

/** What stands on the accounts of one case, minor units. */
export interface CaseBalances {
  readonly caseId: string
  readonly documentNo: string
  readonly currency: string
  /** 应付退款: approved − started + failed + reversed. */
  readonly refundsPayable: number
  readonly channelClearing: number
}
