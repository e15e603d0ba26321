import type { Sentences } from '../catalogue.js'

/** 付款、退款账户、退款流水、延期。 */
export const paying = {
  ALREADY_PAID: (f) => `该退单已付款 ${f.total('paid')}。已付款项只能因退票或裁定而变更。`,
  BANK_LINE_DIFFERS: (f) =>
    `退款流水金额为 ${f.money('line')}，实际付款为 ${f.money('paid')}。请找到对应的流水，或上报退款异常。`,
  BANK_LINE_TAKEN: (f) =>
    `第 ${f.text('attempt')} 次付款已对应流水 ${f.text('lineReference')}。一笔付款只对应一条流水。`,
  DESTINATION_NOT_ALLOWED: (f) =>
    `政策不允许以${f.word('method', 'method')}退款。${f.has('allowed') ? `请选择原支付方式，或：${f.word('method', 'allowed')}。` : '只能按原支付方式退款。'}`,
  DESTINATION_NOT_VERIFIED: (f) => `${f.word('method', 'method')}退款账户尚未核实。请由并非提出人的会计核实账户。`,
  EXTENSION_MISSING: (f) =>
    f.is('kind', 'extension')
      ? '延期通知须写明延长哪个期限、延至何时及原因。请补充延期内容。'
      : `“${f.word('noticeKind', 'kind')}”类通知不能延期。请去掉延期内容，或改为延期通知。`,
  EXTENSION_NOT_LATER: (f) => `现期限为 ${f.text('limit')}，${f.text('until')} 并不更晚。请填写更晚的时间。`,
  EXTENSION_NOT_TOLD: () => '延期须通知客户并说明原因。请将通知对象改为客户。',
  EXTENSION_TOO_LATE: (f) =>
    f.has('limit') ? `期限已于 ${f.text('limit')} 届满。只能在届满前延期。` : '该期限已不再计算，不能延期。',
  METHOD_DIFFERS: (f) =>
    `应以${f.word('method', 'destination')}退款，而不是${f.word('method', 'method')}。请按此付款，或先变更并核实退款账户。`,
  NOTHING_TO_VERIFY: () => '款项按原支付方式退回，没有需要核实的账户。请继续付款。',
  NOT_EXTENDABLE: (f) => `“${f.word('deadlineRule', 'rule')}”期限不能延长。只有总时限可以延长，并须通知客户。`,
  NOT_PAID: (f) => {
    const last = f.has('status')
      ? f.word('attempt', 'status')
      : f.has('lastAttempt')
        ? f.word('attempt', 'lastAttempt')
        : ''
    return `该退单没有这样一笔成功的付款${last === '' ? '' : `（${last}）`}。请先登记付款。`
  },
  NO_BANK_LINE: (f) => `以${f.word('method', 'method')}支付的款项没有银行流水，无需核对。`,
  NO_OPEN_PAYMENT: () => '该退单没有进行中的付款。请先发起付款。',
  NO_PAYMENT_EXCEPTION: (f) =>
    `没有失败或退票的付款（最近一次：${f.word('attempt', 'lastAttempt')}）。请先登记付款结果。`,
  PAYMENT_OPEN: (f) => `第 ${f.text('attempt')} 次付款正在进行。请先登记其成功或失败，再变更或重新付款。`,
  PAYMENT_UNKNOWN_OPEN: (f) =>
    `第 ${f.text('attempt')} 次付款的结果尚不明确。请向支付渠道查询并登记结果，再变更或重新付款。`,
} satisfies Partial<Sentences>
