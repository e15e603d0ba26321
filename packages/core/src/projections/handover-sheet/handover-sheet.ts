import type { Instant, LocalDate, TimeZone } from '../../calendar/index.js'
import type { CaseEventType, Situation } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Attendance } from '../../shift/attendance.js'
import type { FollowUpRef } from '../../shift/index.js'
import type { Reason, Role } from '../../vocabulary/index.js'
import type { CaseRow, DoneBy, NextAction } from '../case-rows/index.js'

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

/** A case that stands in one of the three classes of the shift (rule 19). */
interface Classified extends CaseRow {
  readonly cause: Reason
  readonly faultSymptom: SealedPlace | null
  readonly at: Instant
  /** Dated in an earlier shift that was accepted before it was written. */
  readonly late: boolean
}

/** 财务已处理的订单 (HS6): `amount` is what was paid. */
export interface ProcessedByFinance extends Classified {
  /** 处理结果: 已退款 or 未入账. */
  readonly result: 'refunded' | 'fundsNotReceived'
}

/** 已提交财务的订单, on the paper also 已提交行政的订单 (HS7). */
export type SubmittedToFinance = Classified

/** 财务退回的订单, on the paper also 行政退回的订单 (HS8). */
export interface ReturnedByFinance extends Classified {
  /** 退回原因. */
  readonly returnedReason: SealedPlace
  readonly stepReached: Situation
  readonly nextAction: NextAction
}

/** An item that somebody wrote down: where it stands on which sheet. Its texts are sealed in that shift's stream. */
interface NotedItem extends DoneBy {
  /** The day and the name of the shift in which it was written. */
  readonly date: LocalDate
  readonly shift: string
  readonly itemNo: number
  /** Where it is about a case. */
  readonly caseId: string | null
}

/** 完成工作明细 that is written down by hand. */
export interface ShiftNote extends NotedItem {
  readonly text: SealedPlace
  /** The item left by a shift that it finishes. */
  readonly completes: FollowUpRef | null
}

/** 需其他人员跟进 that is written down by hand; it is carried over until a note completes it. */
export interface NotedFollowUp extends NotedItem {
  /** 事件原因. */
  readonly cause: SealedPlace
  /** 经过. */
  readonly course: SealedPlace
  /** 现在处理到哪个步骤. */
  readonly step: SealedPlace
  /** 下个交接人需要做什么. */
  readonly nextAction: SealedPlace
  readonly carriedOver: boolean
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
  readonly otherFollowUps: ReadonlyArray<NotedFollowUp>
  /** 卫生是否打扫. */
  readonly cleaningDone: boolean | null
  /** 相关责任人签字确认. */
  readonly signOff: {
    readonly handedOver: DoneBy | null
    readonly takenOver: (DoneBy & { readonly remarks: SealedPlace | null }) | null
  }
}
