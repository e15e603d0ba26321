import type { Sentences } from '../catalogue.js'

/** 申请：要什么、哪个订单、谁来申请。 */
export const request = {
  AMOUNT_MALFORMED: (f) =>
    `“${f.text('input')}”不是有效的 ${f.text('currency')} 金额。请只填写数字，小数点后最多 ${f.text('decimals')} 位。`,
  AMOUNT_MISSING: (f) => `申请未写明${f.word('component', 'component')}的金额。请填写大于零的申请金额。`,
  AMOUNT_TOO_LARGE: (f) => `金额“${f.text('input')}” ${f.text('currency')} 超出可处理的范围。请核对数字。`,
  CLAIM_DIFFERS: (f) =>
    `申请总额为 ${f.money('claimed')}，但各行合计为 ${f.money('lines')}。请使各行金额之和等于申请总额。`,
  CONDITION_NOT_MET: (f) => {
    const failed = f.each('conditions', (c) => {
      if (c.is('condition', 'window')) return `退货期限（${c.text('id')}）已于 ${c.text('lastDay')} 届满`
      return c.has('lineNo')
        ? `第 ${c.text('lineNo')} 行属于不退商品（${c.text('id')}）`
        : `${c.word('condition', 'condition')}（${c.text('id')}）`
    })
    return `申请不符合退货条件：${failed}。请拒绝该申请，或由客服值班负责人写明理由后同意。`
  },
  CURRENCY_DIFFERS: (f) =>
    `订单币种为 ${f.text('order')}，而退款政策的币种为 ${f.text('policy')}。请选用与订单币种一致的政策。`,
  CURRENCY_UNKNOWN: (f) => `“${f.text('currency')}”不是 ISO 4217 币种。请使用 CNY 这样的币种代码。`,
  CUSTOMER_MISSING: () => '申请未写明客户。请填写客户编号。',
  DUPLICATE_OPEN_CASE: (f) =>
    `退单 ${f.text('caseId')} 已就相同内容${f.has('lineNo') ? `（第 ${f.text('lineNo')} 行）` : ''}在办理中。请继续办理该退单，或先将其撤回。`,
  EVIDENCE_REQUIRED: (f) =>
    `${f.has('route') ? `“${f.word('route', 'route')}”` : '此项'}必须提供证据。请至少补充一份照片、视频或文件。`,
  LINES_MISSING: () => '申请未写明订单商品行。请填写商品行及各行数量。',
  LINES_NOT_TAKEN: () => '该退款分类只按一笔金额申请，不按商品行申请。请去掉商品行。',
  LINE_AMOUNT_MISSING: (f) => `商品由客户保留，须写明第 ${f.text('lineNo')} 行的申请金额。请填写大于零的金额。`,
  LINE_NOT_OF_CASE: (f) =>
    `第 ${f.text('lineNo')} 行不属于本退单，本退单只含第 ${f.text('lines')} 行。请只填写本退单的商品行。`,
  LINE_REPEATED: (f) => `第 ${f.text('lineNo')} 行重复填写。每行请只填写一次，并写明总数量。`,
  LINE_UNKNOWN: (f) => `订单没有第 ${f.text('lineNo')} 行。请核对订单的行号。`,
  NOT_THE_CUSTOMER: () => '客户只能办理自己的退单。请由该退单的客户本人或客服办理。',
  ORDER_DIFFERS: (f) =>
    `订单 ${f.text('orderId')} 的 ${f.text('place')} 与已记录的内容不一致；购买和支付的内容不可更改。请提交与记录一致的订单。`,
  ORDER_INCONSISTENT: (f) =>
    `订单数据前后不符：${f.text('place')} 为 ${f.text('found')}，应为 ${f.text('expected')}。请更正订单。`,
  ORDER_UNKNOWN: (f) =>
    f.is('orderId', 'none')
      ? '申请未写明订单号。请填写订单号；支付故障可只填写投诉编号。'
      : `查不到${f.has('orderId') ? `订单 ${f.text('orderId')}` : '本退单的订单'}。请核对订单号，或由客服提交订单信息。`,
  PARENT_REQUIRED: (f) =>
    f.is('parent', 'none')
      ? '申请须写明所关联的退单。请填写关联退单。'
      : `查不到关联退单 ${f.text('parent')}。请核对关联退单的编号。`,
  REQUEST_LAPSED: () => '该申请未及时完成，已经失效，不再占用任何商品或金额。请使用新的幂等键重新申请。',
  RETURN_FREIGHT_UNKNOWN: (f) =>
    `退单 ${f.text('parent')} 没有带运费凭证的退货运费记录。请先在退货寄出时登记运费及凭证。`,
  FREIGHT_NOT_COMPENSATED: (f) =>
    `退货运费仅在以下情形补偿：${f.word('fault', 'needs')}；本退单为：${f.word('fault', 'fault')}。该运费由客户承担。`,
  ROUTE_DOES_NOT_FIT: (f) =>
    `订单${f.word('shipment', 'shipment')}，不适用“${f.word('route', 'route')}”。请选择与发货情况相符的退款分类。`,
  TIME_AHEAD: (f) => `${f.text('field')} 为 ${f.text('given')}，晚于当前时间 ${f.text('now')}。请填写已经过去的时间。`,
} satisfies Partial<Sentences>
