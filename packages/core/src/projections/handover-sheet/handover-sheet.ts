import type { Instant, LocalDate, TimeZone } from '../../calendar/index.js'
import type { CaseEventType, Situation } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Reason, Role } from '../../vocabulary/index.js'
import type { CaseRow, DoneBy, NextAction } from '../case-rows/index.js'

/** F2 考勤: staff ids. */
export interface Attendance {
  /** 应到值班人员. */
  readonly expected: ReadonlyArray<string>
  /** 实到值班人员. */
  readonly present: ReadonlyArray<string>
  /** 迟到人员. */
  readonly late: ReadonlyArray<string>
  /** 早退人员. */
  readonly leftEarly: ReadonlyArray<string>
  /** 旷工人员. */
  readonly absent: ReadonlyArray<string>
}

/** One thing done on a case. */
export interface WorkStep {
  readonly what: CaseEventType
  readonly at: Instant
  readonly by: string
  readonly role: Role
  /** Dated in an earlier shift that was accepted before it was written. */
  readonly late: boolean
}

/** 完成工作明细: what the shift did on one case, itemised 1 2 3 … (HS2, HS3). */
export interface CompletedWork extends CaseRow {
  readonly itemNo: number
  readonly steps: ReadonlyArray<WorkStep>
}

/** 需其他人员跟进交接明细: an open case, with its cause, its course and what comes next (HS4, HS5). */
export interface FollowUp extends CaseRow {
  readonly itemNo: number
  /** 事件原因. */
  readonly cause: Reason
  /** 故障现象, where a fault sheet says it. */
  readonly faultSymptom: SealedPlace | null
  /** 经过: everything since the request, the oldest first. */
  readonly course: ReadonlyArray<WorkStep>
  /** 现在处理到哪个步骤. */
  readonly stepReached: Situation
  /** 交接环节: with whom the case is. */
  readonly handoverStage: Role
  /** 下个交接人需要做什么. */
  readonly nextAction: NextAction
  /** Whether an earlier shift left it; else it is this shift's own. */
  readonly carriedOver: boolean
}

/** 财务已处理的订单 (HS6). */
export interface ProcessedByFinance extends CaseRow {
  /** 处理结果: 已退款 or 未入账. */
  readonly result: 'refunded' | 'fundsNotReceived'
  readonly at: Instant
  readonly late: boolean
}

/** 已提交财务的订单, on the paper also 已提交行政的订单 (HS7). */
export interface SubmittedToFinance extends CaseRow {
  readonly at: Instant
  readonly late: boolean
}

/** 财务退回的订单, on the paper also 行政退回的订单 (HS8). */
export interface ReturnedByFinance extends CaseRow {
  /** 退回原因. */
  readonly returnedReason: SealedPlace
  readonly at: Instant
  readonly late: boolean
  readonly stepReached: Situation
  readonly nextAction: NextAction
}

/** A note of the shift itself, or an item for follow-up that is no case. */
export interface ShiftNote extends DoneBy {
  readonly text: SealedPlace
}

/** F2 客服部值班交接单: a half-open stretch of duty of one desk. Every list that is empty, and every `null`, prints 无. */
export interface HandoverSheet {
  readonly desk: string
  /** The day the shift starts. */
  readonly date: LocalDate
  /** 班次, as the roster names it. */
  readonly shift: string
  /** From this instant on, up to but not including `until`. */
  readonly from: Instant
  readonly until: Instant
  /** Times on this sheet are read on this wall. */
  readonly timeZone: TimeZone
  /** 填表时间: the day it was signed over. */
  readonly filledOn: LocalDate | null
  /** 交接人. */
  readonly handedOverBy: string | null
  /** 接交人. */
  readonly takenOverBy: string | null
  readonly attendance: Attendance
  /** What the shift before left: its follow-ups, as they stood then (rule 18). */
  readonly openedWith: ReadonlyArray<FollowUp>
  readonly workCompleted: ReadonlyArray<CompletedWork>
  readonly followUps: ReadonlyArray<FollowUp>
  readonly processedByFinance: ReadonlyArray<ProcessedByFinance>
  readonly submittedToFinance: ReadonlyArray<SubmittedToFinance>
  readonly returnedByFinance: ReadonlyArray<ReturnedByFinance>
  readonly notes: ReadonlyArray<ShiftNote>
  /** 需其他人员跟进: what was written down for the next shift besides the cases. */
  readonly otherFollowUps: ReadonlyArray<ShiftNote>
  /** 卫生是否打扫. */
  readonly cleaningDone: boolean | null
  /** 相关责任人签字确认. */
  readonly signOff: {
    readonly handedOver: DoneBy | null
    readonly takenOver: (DoneBy & { readonly remarks: SealedPlace | null }) | null
  }
}
