import type { ActName } from '@refund-case/core'
import * as communicating from './communicating.js'
import * as disputing from './disputing.js'
import type { BodyBuilder } from './given-command.js'
import * as goods from './goods.js'
import * as judging from './judging.js'
import * as paying from './paying.js'

/** The fields of each command for a case: well formed always, and mostly what somebody would really say there. */
export const bodies: { readonly [Name in ActName]: BodyBuilder<Name> } = {
  review: judging.review,
  ship: goods.ship,
  receiveGoods: goods.receiveGoods,
  inspect: goods.inspect,
  approve: paying.approve,
  recordPayment: paying.recordPayment,
  dispute: disputing.dispute,
  addEvidence: communicating.addEvidence,
  note: communicating.note,
  changeRoute: judging.changeRoute,
  withdraw: communicating.withdraw,
  submit: communicating.submit,
  sendBack: communicating.sendBack,
  checkFunds: paying.checkFunds,
  adjustAmount: judging.adjustAmount,
  refuseApproval: paying.refuseApproval,
  startPayment: paying.startPayment,
  failPayment: paying.failPayment,
  markPaymentUnknown: paying.markPaymentUnknown,
  reversePayment: paying.reversePayment,
  matchBankLine: paying.matchBankLine,
  reportException: paying.reportException,
  changeDestination: paying.changeDestination,
  verifyDestination: paying.verifyDestination,
  acceptAlternative: disputing.acceptAlternative,
  rule: disputing.rule,
  notify: communicating.notify,
  confirmReceipt: communicating.confirmReceipt,
  giveFeedback: communicating.giveFeedback,
  close: communicating.close,
  reopen: communicating.reopen,
  erasePersonalData: communicating.erasePersonalData,
}
