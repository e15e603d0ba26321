import type { Instant, LocalDate, TimeZone, YearMonth } from '../../calendar/index.js'
import type { Amounts } from '../../money/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { DoneBy, Total } from '../case-rows/index.js'

/** 备注: what is unusual about a row. */
export const ledgerRemarks = ['paidAgain', 'otherAccount', 'byRuling', 'fromDeposit', 'reversed', 'correction'] as const
export type LedgerRemark = (typeof ledgerRemarks)[number]

/** Where a row stands: the month of its ledger and its running number there. */
export interface RowPlace {
  readonly month: YearMonth
  readonly seq: number
}

/**
 * What a row says in both ledgers. It is born of a Paid (+) or a PaymentReversed (−). `null` was not known at the cut,
 * and prints 无 for good.
 */
export interface LedgerRow {
  /** 序号: 1, 2, 3 … through the month. */
  readonly seq: number
  readonly caseId: string
  /** 提交日期: the day the refund was asked for. */
  readonly submittedOn: LocalDate
  /** 退单编号. */
  readonly refundSheetNo: string
  /** 订单号. */
  readonly orderNo: string | null
  /** 开户行. */
  readonly bank: SealedPlace | null
  /** 金额, minor units of `currency`: below zero for money that came back. */
  readonly amount: number
  readonly amounts: Amounts
  readonly currency: string
  /** 提交人: a staff id. */
  readonly submitter: string
  /** When the money was paid, or came back. */
  readonly occurredAt: Instant
  /** 备注. */
  readonly remark: ReadonlyArray<LedgerRemark>
  /** The row it takes back, which stands in this ledger or in a closed one. */
  readonly reverses: RowPlace | null
  /** Dated before this month, or taking back a row of one: it corrects what was closed. */
  readonly correction: boolean
}

/** F3 客服退单统计表, one row. */
export interface CustomerServiceRow extends LedgerRow {
  /** 联系方式. */
  readonly contact: SealedPlace | null
  /** 提交技术部时间. */
  readonly toTechAt: Instant | null
  /** 提交财务时间. */
  readonly toFinanceAt: Instant | null
  /** 财务反馈时间. */
  readonly financeRepliedAt: Instant | null
  /** 反馈用户时间. */
  readonly customerToldAt: Instant | null
}

/** F4 财务退单统计表, one row. */
export interface FinanceRow extends LedgerRow {
  /** 出纳核实. */
  readonly cashierCheck: DoneBy | null
  /** 会计复核. */
  readonly accountantReview: DoneBy | null
  /** 财务总监审核. */
  readonly directorReview: DoneBy | null
  /** 反馈客服. */
  readonly toldCs: Instant | null
  /** Who recorded that the money was paid, or came back: with the cashiers of the first check, who may not prepare. */
  readonly recordedBy: string
}

/** 应付退款 over the month, minor units: opening + approved − voided − started + failed + reversed = closing. */
export interface RefundsPayable {
  readonly currency: string
  readonly opening: number
  readonly approved: number
  /** Approved before, and taken back. */
  readonly voided: number
  readonly started: number
  readonly failed: number
  readonly reversed: number
  readonly closing: number
}

/** One month of one department, as it is at its cut, or so far. Every empty list and every `null` prints 无. */
export interface Ledger<Row extends LedgerRow> {
  /** 编号: the name of its stream. */
  readonly no: string
  readonly department: 'customerService' | 'finance'
  readonly month: YearMonth
  readonly timeZone: TimeZone
  /** 制表人. */
  readonly preparer: string | null
  /** 制表日期. */
  readonly preparedOn: LocalDate | null
  /** 审批人: the head of the department. */
  readonly approver: string | null
  /** The rows still in memory; `released` more have left it through the sink, with their numbers. */
  readonly rows: ReadonlyArray<Row>
  readonly released: number
  /** 合计, one for each currency, of all rows. */
  readonly totals: ReadonlyArray<Total>
  readonly refundsPayable: ReadonlyArray<RefundsPayable>
  /** SHA-256 over the digests of its rows, in their order. */
  readonly digest: string
  readonly status: 'open' | 'prepared' | 'headApproved' | 'submitted' | 'verified' | 'archived'
}

/** F3 客服退单统计表. */
export type CustomerServiceLedger = Ledger<CustomerServiceRow>
/** F4 财务退单统计表. */
export type FinanceLedger = Ledger<FinanceRow>
