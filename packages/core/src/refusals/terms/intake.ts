import type { TermsOf } from './vocabulary.js'

/** What is asked, by whom and why, and how the customer is answered. */
export const intake: TermsOf<
  | 'reason'
  | 'channel'
  | 'initiator'
  | 'evidenceKind'
  | 'faultSheetField'
  | 'condition'
  | 'declineReason'
  | 'alternative'
  | 'noticeKind'
  | 'archiveItem'
> = {
  reason: {
    qualityDefect: ['quality defect', '商品质量问题'],
    notAsDescribed: ['not as described', '描述不符'],
    transitDamage: ['damaged in transit', '运输损坏'],
    lateDispatch: ['late dispatch', '发货延迟'],
    notReceived: ['not received', '未收到货'],
    wrongSize: ['wrong size', '尺寸不合适'],
    changeOfMind: ['change of mind', '改变主意'],
    orderedByMistake: ['ordered by mistake', '买错'],
    orderError: ['order error', '订单错误'],
    serviceNotAsExpected: ['service not as expected', '服务不符合预期'],
    returnFreight: ['freight of a return', '退货运费'],
    freightDue: ['outbound freight due', '应退发货运费'],
    chargedWithoutOrderNo: ['charged without an order number', '扣款成功未收到订单号'],
    orderConflict: ['order conflict', '订单冲突'],
    paymentTimeout: ['paid but timed out', '支付成功但支付超时'],
    rulingFromOutside: ['ruling from outside', '外部裁定'],
    other: ['other', '其他'],
  },
  channel: {
    website: ['website', '官方网站'],
    hotline: ['hotline', '客服热线'],
    socialMedia: ['social media', '社交媒体'],
    email: ['e-mail', '电子邮件'],
    onlineChat: ['online chat', '在线客服'],
    inStore: ['in store', '到店'],
    written: ['in writing', '书面'],
    offline: ['offline', '线下'],
    platform: ['platform', '平台'],
  },
  initiator: { customer: ['customer', '顾客主动'], merchant: ['merchant', '商家主动'] },
  evidenceKind: {
    photo: ['photo', '照片'],
    video: ['video', '视频'],
    invoice: ['invoice', '发票'],
    proofOfPurchase: ['proof of purchase', '购买凭证'],
    chatLog: ['chat log', '聊天记录'],
    orderScreenshot: ['screenshot of the order', '订单详情截图'],
    manual: ['manual', '说明书'],
    freightReceipt: ['freight receipt', '运费凭证'],
    inspectionReport: ['inspection report', '验收报告'],
    bankStatement: ['bank statement', '银行流水'],
    ruling: ['ruling', '裁定书'],
    other: ['other', '其他'],
  },
  faultSheetField: {
    faultSheet: ['the fault sheet itself', '故障单'],
    purchasedAt: ['time of purchase', '购买时间'],
    bank: ['paying bank', '支付银行'],
    amount: ['amount', '金额'],
    registeredMobile: ['registered mobile number', '注册手机号码'],
    symptom: ['fault symptom', '故障现象'],
  },
  condition: { window: ['return window', '退货期限'], excludedGoods: ['excluded goods', '不退商品'] },
  declineReason: {
    outsideWindow: ['outside the return window', '超出退货期限'],
    excludedGoods: ['goods are not taken back', '属于不退商品'],
    inspectionFailed: ['inspection failed', '验收不合格'],
    notSubstantiated: ['not substantiated', '证据不足'],
    reasonNotCovered: ['reason not covered by the policy', '原因不符合政策'],
    faultNotConfirmed: ['fault not confirmed', '故障未核实'],
    duplicate: ['duplicate', '重复申请'],
    abusive: ['abusive return', '恶意退货'],
    other: ['other', '其他'],
  },
  alternative: {
    coupon: ['coupon', '优惠券'],
    discountCoupon: ['discount coupon', '折扣券'],
    points: ['points', '积分'],
    exchange: ['exchange', '换货'],
    repair: ['repair', '维修'],
    goodsBack: ['goods sent back to the customer', '商品寄回'],
    other: ['other', '其他'],
  },
  noticeKind: {
    acknowledgement: ['acknowledgement', '受理通知'],
    reviewResult: ['result of the review', '审核结果'],
    progress: ['progress', '进度通知'],
    paid: ['refund paid', '退款成功通知'],
    paymentException: ['payment exception', '退款异常'],
    financeResult: ['result from finance', '财务反馈'],
    technicalResult: ['result from the technical department', '技术反馈'],
    declined: ['declined', '拒绝通知'],
    extension: ['extension', '延期通知'],
    followUp: ['follow-up', '回访'],
  },
  archiveItem: {
    requestSheet: ['refund application sheet', '退款申请表'],
    trackingNo: ['tracking number', '物流单号'],
    inspectionReport: ['inspection report', '验收报告'],
    refundVoucher: ['refund voucher', '退款凭证'],
    ruling: ['ruling', '裁定书'],
    feedback: ['feedback', '客户反馈'],
  },
}
