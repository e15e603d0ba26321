import type { Sentences } from '../catalogue.js'

/** Who may, and in which order. */
export const approving = {
  ALREADY_APPROVED: (f) =>
    `Step ${f.text('step')} of round ${f.text('round')} has been approved already. There is nothing more to do for this step.`,
  APPROVAL_OUT_OF_ORDER: (f) =>
    `It is the turn of: ${f.word('role', 'open')}; ${f.word('role', 'role')} comes at another step. Wait for the steps before.`,
  NOTHING_TO_APPROVE: () =>
    'The case comes to no amount, so there is nothing to approve. Close it, or adjust the amount.',
  NOT_APPROVED: (f) =>
    `The approval is not complete (${f.text('given')} steps given). Have the remaining steps approved before anything is paid.`,
  RECORDING_FOR_OTHERS: (f) =>
    !f.has('may')
      ? `“${f.word('role', 'role')}” may not do this for “${f.word('role', 'onBehalfOf')}”. Have everybody do it in their own name.`
      : `“${f.word('role', 'role')}” may not record what “${f.word('role', 'onBehalfOf')}” did. Only these may record for somebody outside: ${f.word('role', 'may')}.`,
  REWORK_DUE: (f) =>
    `The approval was refused or sent back. Before round ${f.text('round')} begins, review the case again, adjust the amount, or submit it to finance again.`,
  ROLE_NOT_ALLOWED: (f) => {
    const command = f.word('command', 'command')
    if (f.is('command', 'dispute') && f.has('by') && !f.has('may'))
      return `The role “${f.word('role', 'role')}” may not dispute for this side (${f.word('side', 'by')}). Let that side, or customer service for it, record the dispute.`
    const stage = f.has('stage') ? ` at this stage (${f.word('reviewStage', 'stage')})` : ''
    return `The role “${f.word('role', 'role')}” may not ${command}${stage}. Have it done by: ${f.word('role', 'may')}.`
  },
  SEPARATION_OF_DUTIES: (f) =>
    f.is('conflict', 'faultSheet')
      ? `Duties must be separated: ${f.text('person')} ${f.word('conflict', 'conflict')}. Have another lead review it.`
      : `Duties must be separated: ${f.text('person')} ${f.word('conflict', 'conflict')}. Have this done by somebody else.`,
} satisfies Partial<Sentences>
