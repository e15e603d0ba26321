import type { Sentences } from '../catalogue.js'

/** 每月统计表从编制到存档。 */
export const ledgers = {
  CUT_MOVED: (f) =>
    `${f.text('by')} 于 ${f.text('at')} 审核之后，当月统计表又重新编制，表中各行可能已有变化。请重新审核。`,
  LEDGERS_DIFFER: (f) =>
    `当月客服与财务统计表的退单和金额必须一致，但本表为 ${f.text('rows')} 行（${f.text('totals')}），另一张为 ${f.text('otherRows')} 行（${f.text('otherTotals')}）。请按相同的事件编制两张统计表。`,
  LEDGER_DIGEST_DIFFERS: (f) =>
    `这不是审核通过的统计表：其摘要为 ${f.text('digest')}，而不是 ${f.text('approved')}。请使用审核通过的统计表，或重新编制。`,
  LEDGER_OUT_OF_ORDER: (f) => `尚缺前一步骤：${f.word('ledgerStep', 'missing')}。请先完成该步骤。`,
  LEDGER_STEP_TAKEN: (f) =>
    `${f.text('by')} 已于 ${f.text('at')} 完成该步骤（${f.word('ledgerStep', 'step')}）。请继续下一步，或重新编制统计表。`,
  MONTH_CLOSED: () => '该月已关账：其中一张统计表已存档。此后的变动请在未关账的月份作更正行。',
  MONTH_NOT_OVER: (f) => `该月至 ${f.text('to')} 结束，现在是 ${f.text('now')}。请届时再编制统计表。`,
  OTHER_LEDGER_MISSING: (f) =>
    `存档将同时关闭两个部门的该月统计表，但${f.word('ledgerDepartment', 'department')}尚未编制。请先编制。`,
} satisfies Partial<Sentences>
