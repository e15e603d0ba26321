import type { Sentences } from '../catalogue.js'

/** 谁可以办理，按什么顺序。 */
export const approving = {
  ALREADY_APPROVED: (f) => `第 ${f.text('round')} 轮第 ${f.text('step')} 步已经审批，无需重复办理。`,
  APPROVAL_OUT_OF_ORDER: (f) =>
    `现在轮到${f.word('role', 'open')}审批，尚未轮到${f.word('role', 'role')}。请等待前面的步骤完成。`,
  NOTHING_TO_APPROVE: () => '该退单没有应退金额，无需审批。请结案，或调整金额。',
  NOT_APPROVED: (f) => `审批尚未完成（已完成 ${f.text('given')} 步）。请先完成其余审批步骤，再付款。`,
  RECORDING_FOR_OTHERS: (f) =>
    !f.has('may')
      ? `${f.word('role', 'role')}不能代${f.word('role', 'onBehalfOf')}办理。请本人办理。`
      : `${f.word('role', 'role')}不能代${f.word('role', 'onBehalfOf')}登记。只有以下角色可以代外部登记：${f.word('role', 'may')}。`,
  REWORK_DUE: (f) => `审批已被驳回或退回。第 ${f.text('round')} 轮审批开始前，请重新审核、调整金额，或重新提交财务部。`,
  ROLE_NOT_ALLOWED: (f) => {
    const command = f.word('command', 'command')
    if (f.is('command', 'dispute') && f.has('by') && !f.has('may'))
      return `${f.word('role', 'role')}不能代表${f.word('side', 'by')}提出争议。请由该方或客服登记争议。`
    const stage = f.has('stage') ? `（${f.word('reviewStage', 'stage')}）` : ''
    return `${f.word('role', 'role')}无权办理“${command}”${stage}。请由以下角色办理：${f.word('role', 'may')}。`
  },
  SEPARATION_OF_DUTIES: (f) =>
    f.is('conflict', 'faultSheet')
      ? `须职责分离：${f.text('person')} ${f.word('conflict', 'conflict')}。请由另一位负责人审核。`
      : `须职责分离：${f.text('person')} ${f.word('conflict', 'conflict')}。请由其他人办理。`,
} satisfies Partial<Sentences>
