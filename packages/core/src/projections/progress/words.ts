import type { ProgressStage, ProgressStep } from './case-progress.js'

/** English, then Chinese. `{amount}`, `{method}` and `{until}` stand for what the step has. */
type Words = readonly [en: string, zh: string]

export const stepWords: { readonly [Step in ProgressStep]: Words } = {
  requested: ['We received your request for a refund of {amount}.', '已收到您的退款申请，金额 {amount}。'],
  evidenceAsked: ['We asked you for further evidence.', '请您补充证据材料。'],
  evidenceReceived: ['We received your evidence.', '已收到您补充的证据材料。'],
  accepted: ['Your request was accepted: {amount}.', '审核通过，退款金额 {amount}。'],
  declined: ['Your request was declined.', '审核未通过。'],
  routeChanged: ['Your refund goes another way from here on.', '您的退款方式已变更。'],
  amountChanged: ['The amount was changed to {amount}.', '退款金额调整为 {amount}。'],
  goodsSent: ['The goods were sent back.', '退货已寄出。'],
  intercepted: ['The parcel was stopped on its way to you.', '包裹已在途中截回。'],
  goodsReceived: ['The goods arrived at our warehouse.', '仓库已收到退货。'],
  inspectionPassed: ['The goods passed their inspection.', '退货验收合格。'],
  inspectionPartlyPassed: ['Part of the goods passed their inspection.', '退货部分验收合格。'],
  inspectionFailed: ['The goods did not pass their inspection.', '退货验收不合格。'],
  fundsReceived: ['We found your payment.', '已确认收到您的付款。'],
  fundsNotReceived: ['Your payment has not reached us.', '经核实，未收到您的付款。'],
  approved: ['Your refund of {amount} was approved.', '退款 {amount} 已批准。'],
  paymentStarted: ['Your refund of {amount} is on its way, by {method}.', '退款 {amount} 已发起，方式：{method}。'],
  paymentFailed: ['The payment did not go through.', '付款未成功。'],
  paid: ['Your refund of {amount} was paid, by {method}.', '退款 {amount} 已支付，方式：{method}。'],
  paymentReversed: ['The payment of {amount} came back to us.', '退款 {amount} 被退回。'],
  extended: ['It takes longer than planned, until {until} at most.', '处理时间延长，最迟至 {until}。'],
  disputed: ['An objection was recorded.', '已登记异议。'],
  ruled: ['It was decided that you receive {amount}.', '裁定退款 {amount}。'],
  alternativeAccepted: ['You accepted what was offered instead.', '您已接受替代方案。'],
  withdrawn: ['The request was withdrawn.', '申请已撤回。'],
  closed: ['The case was closed.', '已结案。'],
  reopened: ['The case was opened again.', '已重新处理。'],
}

export const acceptedWithoutAmount: Words = ['Your request was accepted.', '审核通过。']

export const stageWords: { readonly [Stage in ProgressStage]: { readonly is: Words; readonly next: Words } } = {
  underReview: {
    is: ['under review', '审核中'],
    next: ['We will tell you the result of the review.', '审核结果将通知您。'],
  },
  evidenceNeeded: {
    is: ['waiting for your evidence', '待补充证据'],
    next: ['Please send us the evidence we asked for.', '请提交所需的证据材料。'],
  },
  goodsToSend: {
    is: ['waiting for the goods', '待寄回商品'],
    next: ['Please send the goods back and keep the receipt.', '请寄回商品并保留寄件凭证。'],
  },
  goodsOnTheWay: {
    is: ['goods on their way', '退货途中'],
    next: ['We will inspect the goods when they arrive.', '收到商品后我们将进行验收。'],
  },
  inspecting: {
    is: ['goods being inspected', '验收中'],
    next: ['We will tell you what the inspection found.', '验收结果将通知您。'],
  },
  processing: {
    is: ['being processed', '退款处理中'],
    next: ['We are preparing the payment. You need not do anything.', '我们正在办理退款，您无需操作。'],
  },
  paying: {
    is: ['payment under way', '退款支付中'],
    next: ['The money is on its way. It may take the bank some days.', '款项已发出，到账时间以银行为准。'],
  },
  accountNeeded: {
    is: ['waiting for another account', '待确认收款账户'],
    next: ['Please tell us an account that can receive the money.', '请提供可以收款的账户。'],
  },
  paid: {
    is: ['refunded', '已退款'],
    next: ['Please check that the money has arrived.', '请核对款项是否到账。'],
  },
  declined: {
    is: ['declined', '未通过'],
    next: ['You may contact customer service if you object.', '如有异议，请联系客服。'],
  },
  disputed: {
    is: ['objection being handled', '异议处理中'],
    next: ['We will tell you what is decided.', '处理结果将通知您。'],
  },
  withdrawn: {
    is: ['withdrawn', '已撤回'],
    next: ['Nothing further will happen.', '无需进一步操作。'],
  },
  closedUnpaid: {
    is: ['closed without payment', '已结案，未退款'],
    next: ['You may contact customer service if you object.', '如有异议，请联系客服。'],
  },
}

export const sayings = {
  headline: ['Refund {caseNo}: {stage}', '退款申请 {caseNo}：{stage}'],
  because: ['Reason: {reason}.', '原因：{reason}。'],
  instead: ['We offer instead: {alternatives}.', '替代方案：{alternatives}。'],
  noneInstead: ['We cannot offer anything instead.', '无替代方案。'],
  between: [', ', '、'],
} as const satisfies { readonly [Name: string]: Words }
