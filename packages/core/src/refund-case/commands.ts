import type * as t from 'io-ts'
import type { Sealing } from '../sealing/index.js'
import { AcceptAlternative, acceptAlternative } from './acts/accept-alternative.js'
import { AddEvidence, addEvidence } from './acts/add-evidence.js'
import { AdjustAmount, adjustAmount } from './acts/adjust-amount.js'
import { ErasePersonalData, erasePersonalData, Reopen, reopen } from './acts/after-closing.js'
import { Approve, approve } from './acts/approve.js'
import { ChangeDestination, changeDestination } from './acts/change-destination.js'
import { ChangeRoute, changeRoute } from './acts/change-route.js'
import { CheckFunds, checkFunds } from './acts/check-funds.js'
import { Close, close } from './acts/close.js'
import { ConfirmReceipt, confirmReceipt, GiveFeedback, giveFeedback, Note, note } from './acts/communicate.js'
import { Dispute, dispute } from './acts/dispute.js'
import { Inspect, inspect } from './acts/inspect.js'
import { MatchBankLine, matchBankLine } from './acts/match-bank-line.js'
import { Notify, notify } from './acts/notify.js'
import {
  failPayment,
  markPaymentUnknown,
  PaymentOutcome,
  reversePayment,
  ReversePayment,
} from './acts/payment-outcome.js'
import { ReceiveGoods, receiveGoods } from './acts/receive-goods.js'
import { RecordPayment, recordPayment } from './acts/record-payment.js'
import { RefuseApproval, refuseApproval } from './acts/refuse-approval.js'
import { ReportException, reportException } from './acts/report-exception.js'
import { Request } from './acts/request.js'
import { Review, review } from './acts/review.js'
import { Rule, rule } from './acts/rule.js'
import { SendBack, sendBack } from './acts/send-back.js'
import { Ship, ship } from './acts/ship.js'
import { StartPayment, startPayment } from './acts/start-payment.js'
import { Submit, submit } from './acts/submit.js'
import { VerifyDestination, verifyDestination } from './acts/verify-destination.js'
import { Withdraw, withdraw } from './acts/withdraw.js'
import type { CommandName } from './command-names.js'
import type { Act } from './facts.js'

const fields = {
  request: Request,
  review: Review,
  ship: Ship,
  receiveGoods: ReceiveGoods,
  inspect: Inspect,
  approve: Approve,
  recordPayment: RecordPayment,
  dispute: Dispute,
  addEvidence: AddEvidence,
  note: Note,
  changeRoute: ChangeRoute,
  withdraw: Withdraw,
  submit: Submit,
  sendBack: SendBack,
  checkFunds: CheckFunds,
  adjustAmount: AdjustAmount,
  refuseApproval: RefuseApproval,
  startPayment: StartPayment,
  failPayment: PaymentOutcome,
  markPaymentUnknown: PaymentOutcome,
  reversePayment: ReversePayment,
  matchBankLine: MatchBankLine,
  reportException: ReportException,
  changeDestination: ChangeDestination,
  verifyDestination: VerifyDestination,
  acceptAlternative: AcceptAlternative,
  rule: Rule,
  notify: Notify,
  confirmReceipt: ConfirmReceipt,
  giveFeedback: GiveFeedback,
  close: Close,
  reopen: Reopen,
  erasePersonalData: ErasePersonalData,
}

/** A command as it was decoded: texts in plain. */
export type FieldsOf<Name extends CommandName> = t.TypeOf<(typeof fields)[Name]>

/** What each command says, without its key and its case: the codec that decodes it at the edge. */
export const commandFields: { readonly [Name in CommandName]: t.Type<FieldsOf<Name>, unknown> } = fields

/** The commands that a case takes once it is there. */
export type ActName = Exclude<CommandName, 'request'>

/** A command as a decision sees it: its texts sealed. */
export type SealedFieldsOf<Name extends ActName> = Sealing<FieldsOf<Name>>

export const acts: { readonly [Name in ActName]: Act<SealedFieldsOf<Name>> } = {
  review,
  ship,
  receiveGoods,
  inspect,
  approve,
  recordPayment,
  dispute,
  addEvidence,
  note,
  changeRoute,
  withdraw,
  submit,
  sendBack,
  checkFunds,
  adjustAmount,
  refuseApproval,
  startPayment,
  failPayment,
  markPaymentUnknown,
  reversePayment,
  matchBankLine,
  reportException,
  changeDestination,
  verifyDestination,
  acceptAlternative,
  rule,
  notify,
  confirmReceipt,
  giveFeedback,
  close,
  reopen,
  erasePersonalData,
}
