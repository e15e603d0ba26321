import type { TermsOf } from './vocabulary.js'

/** Who contests what, how high, and how it is decided. */
export const dispute: TermsOf<'disputeLevel' | 'disputeCategory' | 'rulingGround'> = {
  disputeLevel: {
    negotiation: ['negotiation', '协商'],
    platform: ['platform', '平台介入'],
    mediation: ['mediation', '调解'],
    arbitration: ['arbitration', '仲裁'],
    litigation: ['litigation', '诉讼'],
  },
  disputeCategory: {
    quality: ['quality', '质量争议'],
    description: ['description', '描述争议'],
    transitDamage: ['damage in transit', '运输损坏争议'],
    inspection: ['inspection', '验收争议'],
    amount: ['amount', '金额争议'],
    delay: ['delay', '时效争议'],
    declined: ['declined refund', '拒绝退款争议'],
    fraud: ['fraud', '欺诈'],
    other: ['other', '其他'],
  },
  rulingGround: {
    forCustomer: ['for the customer', '支持客户'],
    forMerchant: ['for the merchant', '支持商家'],
    shared: ['shared', '双方分担'],
    fraud: ['fraud', '欺诈'],
    settlement: ['settlement', '和解'],
    judgment: ['judgment', '判决'],
  },
}
