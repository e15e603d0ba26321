import type { Sentences } from '../catalogue.js'

/** 办理进度，以及退款分类允许的步骤。 */
export const judging = {
  ALREADY_SUBMITTED: (f) => `退单已提交${f.word('addressee', 'to')}。请等待该部门反馈。`,
  ALTERNATIVE_NOT_OFFERED: (f) =>
    f.has('offered')
      ? `未提供替代方案“${f.word('alternative', 'kind')}”。请从以下方案中选择：${f.word('alternative', 'offered')}。`
      : `未提供替代方案“${f.word('alternative', 'kind')}”，目前没有可接受的方案。替代方案只能随拒绝退款提供。`,
  CASE_ENDED: (f) =>
    `退单${f.word('situation', 'situation')}，不能再办理此步骤。可提出争议，已结案的可重新打开，或另行申请。`,
  CONCESSION_BY_LEAD: (f) =>
    `验收结果为“${f.word('inspection', 'inspection')}”。只有客服值班负责人可以破例同意，并须写明理由。`,
  DISPUTE_OPEN: (f) =>
    `退单争议中（${f.word('disputeLevel', 'level')}），不能结案。请先通过同意、拒绝、付款或裁定了结争议。`,
  FAULT_SHEET_INCOMPLETE: (f) => `故障单不完整，缺少：${f.word('faultSheetField', 'missing')}。请补充完整的故障单。`,
  FORBIDDEN_BY_ROUTE: (f) =>
    `“${f.word('route', 'route')}”没有此步骤：${f.word('event', 'milestone')}。请跳过该步骤，或变更退款分类。`,
  FUNDS_ALREADY_CHECKED: (f) =>
    f.is('funds', 'notReceived')
      ? '银行核实款项未入帐，没有可退金额。请结案；客户有异议的可提出争议。'
      : `款项已核实：${f.word('funds', 'funds')}。请继续审批。`,
  FUNDS_NOT_CHECKED: () => '尚未核实扣款是否入账。请先由出纳核实入账，再审批。',
  GOODS_NOT_RECEIVED: () => '仓库尚未收到退货。请先登记收到退货，再验收。',
  INSPECTION_INCONSISTENT: (f) =>
    `第 ${f.text('lineNo')} 行收到 ${f.text('received')} 件，但合格 ${f.text('accepted')} 件、不合格 ${f.text('rejected')} 件。合格与不合格之和应等于收到的数量。`,
  INSPECTION_NOT_PASSED: (f) =>
    f.is('inspection', 'none')
      ? '退货尚未验收。请先由仓库验收。'
      : `验收结果为“${f.word('inspection', 'inspection')}”。请进行验收后审核：拒绝退款，或由客服值班负责人写明理由后破例同意。`,
  LEAD_REVIEW_MISSING: () => '支付故障须经客服值班负责人审核通过后才能提交技术部。请由负责人审核。',
  LEVEL_NOT_RISING: (f) =>
    `争议已到“${f.word('disputeLevel', 'last')}”，“${f.word('disputeLevel', 'level')}”不高于该层级。争议只能升级，请选择更高层级。`,
  NOT_ACCEPTED: (f) => `退单${f.word('situation', 'situation')}，尚未审核通过。请先由客服审核通过。`,
  NOT_CLOSED: (f) => `退单${f.word('situation', 'situation')}，并未结案，无需重新打开。`,
  NOT_DISPUTABLE: (f) => `退单${f.word('situation', 'situation')}，尚无可争议的处理结果。请等待审核。`,
  NOT_DISPUTED: () => '该退单没有争议，不能裁定。请先登记争议。',
  NOT_REVIEWED: (f) => `退单${f.word('situation', 'situation')}，尚无处理决定。请先审核或撤回，再结案。`,
  NOT_SUBMITTED: (f) =>
    `退单须先提交${f.word('addressee', 'to')}，目前状态：${f.word('submission', 'submission')}。请由客服值班负责人提交。`,
  ONE_TK_PER_SHEET: (f) =>
    `一个TK订单号写一张单子：故障单的订单号为 ${f.has('orderNos') ? f.text('orderNos') : '无'}，本退单为 ${f.has('ofCase') ? f.text('ofCase') : '无'}。请分单填写。`,
  OUT_OF_ORDER: (f) => {
    const step = f.word('event', 'milestone')
    return f.has('missing')
      ? `“${step}”为时过早。请先办理：${f.word('event', 'missing')}。`
      : `“${step}”为时已晚，${f.is('after', 'accepted') ? '审核通过' : f.word('event', 'after')}之后不能再办理。`
  },
  ROUTE_CHANGE_NOT_ALLOWED: (f) =>
    `不能由“${f.word('route', 'from')}”变更为“${f.word('route', 'to')}”。${f.has('allowed') ? `可变更为：${f.word('route', 'allowed')}。` : '该退款分类不可变更，请另行申请。'}`,
  RULED_ALREADY: () => '金额已由裁定确定，不能再调整。请按裁定付款，或提出更高层级的争议。',
  RULING_MISSING: () => '尚无可依据的裁定。请先登记争议及裁定。',
  STILL_PAYABLE: (f) =>
    `该退单尚有${f.has('amounts') ? ` ${f.total('amounts')} ` : '款项'}未付清。请先付款或拒绝退款，再结案。`,
  TECHNICAL_REVIEW_MISSING: (f) =>
    `技术部尚未核实该故障（${f.word('submission', 'submission')}）。请先由技术部核实，再提交财务部。`,
} satisfies Partial<Sentences>
