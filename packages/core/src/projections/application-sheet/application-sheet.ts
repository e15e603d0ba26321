import type { Instant } from '../../calendar/index.js'
import type { Situation } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Reason, Role, Route } from '../../vocabulary/index.js'

/** The boxes of the sheet, in the order in which they stand on it (AP2). */
export const sheetStages = [
  'customerService',
  'technical',
  'cashier',
  'accountant',
  'financeDirector',
  'president',
  'followUp',
] as const
export type SheetStage = (typeof sheetStages)[number]

/** What somebody did who wrote into a box. */
export type StageOutcome =
  | 'accepted'
  | 'declined'
  | 'moreEvidence'
  | 'submitted'
  | 'sentBack'
  | 'fundsReceived'
  | 'fundsNotReceived'
  | 'approved'
  | 'refused'
  | 'amountAdjusted'
  | 'verified'
  | 'followedUp'

/** 处理意见: what one department said of the case, once. */
export interface StageOpinion {
  readonly outcome: StageOutcome
  /** 说明原因,并制定解决方案. */
  readonly opinion: SealedPlace | null
  /** 执行人: a staff id, and the role it was done in. */
  readonly executor: string
  readonly role: Role
  /** 日期. */
  readonly at: Instant
  /** 领导审批: a staff id. */
  readonly signedOffBy: string | null
  /** A later event took it back: another round, or another judgement. */
  readonly void: boolean
}

/** 问题处理部门. */
export type HandlingDepartment = 'customerService' | 'technical' | 'warehouse' | 'finance'

/**
 * 退款申请表 (F1): the refund application sheet of one case. Sealed values stand as they were stored, with their place in
 * the event's data; `null` is nothing known, and prints 无.
 */
export interface ApplicationSheet {
  readonly caseId: string
  /** 编号. */
  readonly documentNo: string
  readonly route: Route
  readonly situation: Situation
  readonly reason: Reason
  /** 申报部门. */
  readonly department: string
  /** 上报时间: when the customer first came with it. */
  readonly reportedAt: Instant
  /** 故障现象: of the fault sheet, else what the customer said. */
  readonly symptom: SealedPlace | null
  /** 手机号码: registered with the shop, or on the fault sheet; else the customer's contact. */
  readonly mobile: SealedPlace | null
  /** 购买时间. */
  readonly purchasedAt: Instant | null
  /** 支付银行. */
  readonly bank: SealedPlace | null
  /** 订单号: none where the order never got a number. */
  readonly orderNos: ReadonlyArray<string>
  /** 金额, minor units of `currency`: what is approved, else what is quoted, else what is claimed. */
  readonly amount: number
  readonly currency: string
  /** 客户意见. */
  readonly customerOpinion: SealedPlace | null
  /** 提交人: who filled the fault sheet, else who recorded the request. */
  readonly submittedBy: string
  /** 时间: when they did. */
  readonly submittedAt: Instant
  /** 问题处理部门: where the case lies now. */
  readonly handledBy: HandlingDepartment
  /** Each box, its opinions in the order they were given; an empty one prints 无. */
  readonly stages: { readonly [Stage in SheetStage]: ReadonlyArray<StageOpinion> }
}
