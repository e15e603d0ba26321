import type { Sentences } from '../catalogue.js'

/** 金额：还剩多少、申请多少、谁占用了其余部分。 */
export const amounts = {
  AMOUNT_EXCEEDS_REFUNDABLE: (f) => {
    const of = f.has('component')
      ? `（${f.has('lineNos') ? `第 ${f.text('lineNos')} 行` : ''}${f.word('component', 'component')}）`
      : ''
    return f.none('held', 'free')
      ? `申请 ${f.money('asked')}${of}，但已没有可退金额。请查看该订单的其他退单。`
      : `申请 ${f.money('asked')}${of}，超出可退金额 ${f.money('free', 'held')}。请按不超过可退金额申请。`
  },
  AMOUNT_NOT_ADJUSTED: () => '退货只有部分合格，须先按合格部分调整金额。请调整金额后再审批。',
  AMOUNT_UNCHANGED: (f) => `金额已经是 ${f.total('amounts')}。如需调整，请填写不同的商品行、扣除或金额。`,
  COMPENSATION_CAP: (f) =>
    `申请补偿 ${f.money('asked')}，但按政策该订单补偿上限为 ${f.money('cap')}，本退单最多 ${f.money('free', 'held')}。请按不超过该金额申请。`,
  DEDUCTION_EXCEEDS: (f) =>
    `扣除项“${f.word('deduction', 'reason')}”为 ${f.money('asked')}，但可扣金额只有 ${f.money('free')}。请按不超过 ${f.money('free')} 扣除。`,
  FIELD_NOT_TAKEN: (f) => `“${f.word('route', 'route')}”不使用以下内容：${f.text('fields')}。请去掉。`,
  FREIGHT_NOT_DUE: (f) =>
    f.none('held')
      ? `发货运费 ${f.money('asked')} 现在不应由本退单退还。请调整金额去掉运费，或待整单退款时再申请。`
      : `金额中含发货运费 ${f.money('asked')}，但本退单只占用其中 ${f.money('held')}。请调整金额。`,
  NOT_COVERED: (f) => {
    const short = f.each('short', (s) => {
      const of = `${s.has('lineNo') ? `第 ${s.text('lineNo')} 行` : ''}${s.word('component', 'of')}`
      return s.is('of', 'units')
        ? `${of}需 ${s.text('asked')}，仅有 ${s.text('held')}`
        : `${of}需 ${s.money('asked')}，仅有 ${s.money('held')}`
    })
    return `订单已不足以支付本退单的全部金额（${short}）。请按现有部分调整金额，或等待该订单的其他退单释放。`
  },
  PAID_ABOVE_AMOUNT: (f) =>
    `已付${f.total('paid')}，其中某类款项超过现金额（共${f.total('amounts')}）所含。请先退回该笔付款，或重新裁定、调整金额以覆盖已付款项。`,
  QUANTITY_EXCEEDS: (f) =>
    f.none('held', 'free')
      ? `第 ${f.text('lineNo')} 行申请 ${f.text('asked')} 件，但已没有可退数量。请查看该订单的其他退单。`
      : `第 ${f.text('lineNo')} 行申请 ${f.text('asked')} 件，超出可退的 ${f.count('free', 'held')} 件。请按不超过可退数量申请。`,
  UNITS_TAKEN: (f) =>
    `退单 ${f.text('caseId')} 占用了本退单所需的商品或金额${f.has('lineNo') ? `（第 ${f.text('lineNo')} 行）` : ''}。请先办结或撤回该退单。`,
} satisfies Partial<Sentences>
