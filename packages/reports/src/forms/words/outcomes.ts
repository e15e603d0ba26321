import type {
  BadLineReason,
  CaseOutcome,
  FinanceClass,
  HandlingDepartment,
  LedgerRemark,
  NextAction,
  PayoutRow,
  RiskFlag,
  RiskLevel,
  SheetStage,
  StageOutcome,
} from '@refund-case/core'
import type { Label } from '../../document/index.js'

/** One label for every word of a closed list, or it does not compile. */
type Labels<Word extends string> = { readonly [W in Word]: Label }

export const nextActionLabels: Labels<NextAction> = {
  review: ['review the request', '审核申请'],
  collectEvidence: ['get the evidence asked for', '催收补充证据'],
  awaitGoods: ['wait for the goods to be sent', '等待客户寄回'],
  receiveGoods: ['receive the goods', '登记收货'],
  inspect: ['inspect the goods', '验收'],
  reviewAgain: ['review again', '重新审核'],
  fillFaultSheet: ['fill in the fault sheet', '填写故障单'],
  submitToTechnical: ['submit to the technical department', '提交技术部'],
  verifyFault: ['verify the fault', '技术部核实故障'],
  submitToFinance: ['submit to finance', '提交财务部'],
  checkFunds: ['check that the funds came in', '核实款项是否入账'],
  adjustAmount: ['adjust the amount', '调整金额'],
  verifyDestination: ['verify the account', '核实退款账户'],
  approve: ['approve', '审批'],
  exchangeOrRepair: ['exchange or repair', '换货或维修'],
  pay: ['pay', '付款'],
  recordPaymentOutcome: ['record how the payment went', '登记付款结果'],
  findOutPayment: ['find out how the payment went', '查询付款结果'],
  reportException: ['report the payment exception', '上报退款异常'],
  payAgain: ['pay again', '重新付款'],
  tellCustomer: ['tell the customer', '告知客户'],
  close: ['close the case', '结案'],
  answerDispute: ['answer the dispute', '处理争议'],
}

export const stageLabels: Labels<SheetStage> = {
  customerService: ['Opinion of customer service', '客服部处理意见'],
  technical: ['Opinion of the technical department', '技术部处理意见'],
  cashier: ['Opinion of the cashier', '出纳处理意见'],
  accountant: ['Opinion of the accountant', '会计处理意见'],
  financeDirector: ['Opinion of the finance director', '财务总监处理意见'],
  president: ['Opinion of the president', '总裁处理意见'],
  followUp: ['Follow-up of how it was carried out', '后期执行情况跟踪'],
}

export const stageOutcomeLabels: Labels<StageOutcome> = {
  accepted: ['accepted', '同意退款'],
  declined: ['declined', '拒绝退款'],
  moreEvidence: ['more evidence needed', '需补充证据'],
  submitted: ['submitted', '已提交'],
  sentBack: ['sent back', '退回'],
  fundsReceived: ['funds received', '已入账'],
  fundsNotReceived: ['funds not received', '未入账'],
  approved: ['approved', '审批通过'],
  refused: ['refused', '审批驳回'],
  amountAdjusted: ['amount adjusted', '调整金额'],
  verified: ['verified', '已核实'],
  followedUp: ['followed up', '已跟踪'],
}

export const departmentLabels: Labels<HandlingDepartment> = {
  customerService: ['customer service', '客服部'],
  technical: ['technical department', '技术部'],
  warehouse: ['warehouse', '仓库'],
  finance: ['finance', '财务部'],
}

export const remarkLabels: Labels<LedgerRemark> = {
  paidAgain: ['other card, paid again', '改卡重付'],
  otherAccount: ['to another account', '其他退款账户'],
  byRuling: ['by ruling', '依裁定退款'],
  fromDeposit: ['from the merchant deposit', '保证金扣款'],
  reversed: ['payment returned', '退票'],
  correction: ['correction', '更正'],
}

export const resultLabels: Labels<'refunded' | 'fundsNotReceived'> = {
  refunded: ['refunded', '已退款'],
  fundsNotReceived: ['funds not received', '未入账'],
}

export const financeClassLabels: Labels<FinanceClass> = {
  processedByFinance: ['processed by finance', '财务已处理的订单'],
  submittedToFinance: ['submitted to finance', '已提交财务的订单'],
  returnedByFinance: ['returned by finance', '财务退回的订单'],
}

export const payoutStatusLabels: Labels<PayoutRow['status']> = {
  due: ['due', '待付款'],
  started: ['being paid', '付款中'],
  unknown: ['unknown', '结果未知'],
  paid: ['paid', '已退款'],
  failed: ['failed', '付款失败'],
}

export const badLineLabels: Labels<BadLineReason> = {
  columnMissing: ['a column is missing', '缺少列'],
  tooManyCells: ['there are too many cells', '列数过多'],
  referenceMissing: ['the reference is missing', '缺少流水号'],
  dateMalformed: ['the date cannot be read', '日期格式错误'],
  amountMalformed: ['the amount cannot be read', '金额格式错误'],
  amountZero: ['the amount is zero', '金额为零'],
  amountTooLarge: ['the amount is too large', '金额过大'],
  currencyUnknown: ['the currency is not known', '币种未知'],
  lineReferenceRepeated: ['the reference stands there twice', '流水号重复'],
}

export const caseOutcomeLabels: Labels<CaseOutcome> = {
  open: ['open', '处理中'],
  paid: ['paid', '已退款'],
  disputedPaid: ['paid after a dispute', '争议后退款'],
  declined: ['declined', '已拒绝'],
  withdrawn: ['withdrawn', '已撤回'],
  alternativeAccepted: ['alternative accepted', '接受替代方案'],
  exchanged: ['exchanged', '已换货'],
  repaired: ['repaired', '已维修'],
  fundsNotReceived: ['funds not received', '未入账'],
  closedUnpaid: ['closed unpaid', '未退款结案'],
}

export const riskLevelLabels: Labels<RiskLevel> = {
  watch: ['watch', '关注'],
  high: ['high', '高风险'],
}

export const riskKindLabels: Labels<RiskFlag['kind']> = {
  repeatRequests: ['repeat requests', '多次申请退款'],
  unusualAmount: ['unusual amount', '金额异常'],
  accountFailures: ['failed payments to one account', '同一账户多次付款失败'],
  sharedAccount: ['account shared by several customers', '多名客户共用账户'],
}

/** The shifts that rosters usually name in Chinese. */
const shiftLabels: { readonly [name: string]: Label } = {
  白班: ['day shift', '白班'],
  中班: ['middle shift', '中班'],
  夜班: ['night shift', '夜班'],
}

export const shiftLabel = (name: string): Label =>
  (Object.hasOwn(shiftLabels, name) ? shiftLabels[name] : undefined) ?? [name, name]
