import type { TermsOf } from './vocabulary.js'

/** What comes back and what goes out. */
export const goodsAndMoney: TermsOf<
  | 'shipment'
  | 'shippingMethod'
  | 'inspection'
  | 'appearance'
  | 'packaging'
  | 'disposition'
  | 'component'
  | 'method'
  | 'destinationGround'
  | 'attempt'
  | 'failureReason'
  | 'funds'
  | 'quoteTerm'
  | 'deduction'
  | 'ledgerAccount'
> = {
  shipment: {
    unshipped: ['unshipped', '未发货'],
    shipped: ['shipped', '已发货'],
    received: ['received', '客户已收货'],
  },
  shippingMethod: {
    selfShipped: ['sent by the customer', '自行寄回'],
    doorPickup: ['picked up at the door', '上门取件'],
    dropOff: ['handed in', '自送'],
    intercepted: ['intercepted', '截回'],
  },
  inspection: {
    none: ['not inspected', '未验收'],
    passed: ['passed', '退货合格'],
    failed: ['failed', '不合格'],
    partlyPassed: ['partly passed', '部分合格'],
  },
  appearance: {
    intact: ['intact', '完好'],
    worn: ['worn', '有使用痕迹'],
    soiled: ['soiled', '脏污'],
    damaged: ['damaged', '损坏'],
  },
  packaging: {
    complete: ['complete', '完整'],
    opened: ['opened', '已拆封'],
    damaged: ['damaged', '破损'],
    missing: ['missing', '缺失'],
  },
  disposition: {
    restock: ['restock', '放回原位'],
    repair: ['repair', '维修'],
    returnToSupplier: ['return to the supplier', '退供应商'],
    scrap: ['scrap', '报废'],
    returnToCustomer: ['return to the customer', '寄回客户'],
    hold: ['hold', '暂存'],
  },
  component: {
    units: ['units', '件数'],
    goods: ['goods', '产品价款'],
    freight: ['outbound freight', '发货运费'],
    compensation: ['compensation', '补偿'],
    freightCompensation: ['freight compensation', '运费补偿'],
    statutory: ['statutory amount', '法定赔偿'],
    funds: ['charged funds', '误扣款项'],
  },
  method: {
    original: ['original method', '原支付方式'],
    bankTransfer: ['bank transfer', '银行转账'],
    card: ['card', '银行卡'],
    alipay: ['Alipay', '支付宝'],
    wechat: ['WeChat Pay', '微信支付'],
    cash: ['cash', '现金'],
    merchantDeposit: ['merchant deposit', '商家保证金'],
  },
  destinationGround: {
    accountClosed: ['account closed', '账户已注销'],
    cardExpired: ['card expired', '银行卡已过期'],
    channelUnavailable: ['channel unavailable', '原渠道不可用'],
    paidInCash: ['paid in cash', '现金支付'],
    agreedWithCustomer: ['agreed with the customer', '与客户协商'],
    ordered: ['ordered from outside', '外部裁定要求'],
  },
  attempt: {
    none: ['none', '无'],
    started: ['started', '已发起'],
    unknown: ['unknown', '结果未知'],
    failed: ['failed', '失败'],
    paid: ['paid', '已付款'],
    reversed: ['returned', '已退票'],
  },
  failureReason: {
    accountClosed: ['account closed', '账户注销'],
    accountFrozen: ['account frozen', '账户冻结'],
    wrongDetails: ['wrong details', '账户信息有误'],
    lackOfFunds: ['lack of funds', '余额不足'],
    channelRefused: ['refused by the channel', '渠道拒绝'],
    timeout: ['timeout', '超时'],
    other: ['other', '其他'],
  },
  funds: {
    not: ['not checked', '未核实'],
    received: ['received', '已入账'],
    notReceived: ['never received', '未入帐'],
  },
  quoteTerm: {
    units: ['units returned', '退货商品'],
    claim: ['claimed of the line', '申请金额'],
    deduction: ['deduction', '扣除'],
    outboundFreight: ['outbound freight', '发货运费'],
    returnFreight: ['freight of the return', '退货运费'],
    compensation: ['compensation', '补偿'],
    chargedFunds: ['charged funds', '误扣款项'],
    priceDifference: ['price difference', '差价'],
    ruled: ['ruled', '裁定金额'],
    statutory: ['statutory amount', '法定赔偿'],
  },
  deduction: {
    promotionLost: ['promotion lost', '优惠扣除'],
    causedByCustomer: ['caused by the customer', '客户原因产生的费用'],
    transportAndHandling: ['transport and handling', '运输和管理费用'],
    refundFee: ['refund fee', '退款费用'],
    damagedInReturn: ['damaged on the way back', '退货途中损坏'],
    claimedLess: ['less was claimed', '申请金额较低'],
    partlyRejected: ['partly rejected', '部分不合格'],
    agreed: ['agreed', '协商扣减'],
  },
  ledgerAccount: {
    returns: ['returns', '销售退回'],
    compensation: ['compensation', '赔偿支出'],
    freightCompensation: ['freight compensation', '运费补偿支出'],
    fundsInSuspense: ['funds in suspense', '待处理款项'],
    refundsPayable: ['refunds payable', '应付退款'],
    channelClearing: ['channel clearing', '渠道清算'],
    merchantDeposit: ['merchant deposit', '商家保证金'],
    bank: ['bank', '银行存款'],
  },
}
