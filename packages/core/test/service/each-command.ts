import type { ActName } from '../../src/refund-case/index.js'
import * as say from './commands.js'
import type { Step } from './giving.js'
import { accepted, approved, arrived, asked, declined, fault, journey, type Journey } from './journeys.js'

/** A command where it may be given, and the same command with something else to say. */
export interface Said extends Journey {
  readonly other: Step | undefined
}

const said = (before: ReadonlyArray<Step>, command: Step, body?: Readonly<Record<string, unknown>>): Said => ({
  ...journey(before, command),
  other: body === undefined ? undefined : { ...command, body: { ...command.body, ...body } },
})

const started = [...approved, say.startPayment()]
const paid = [...approved, say.pay()]
const elsewhere = [...accepted, say.changeDestination()]

/** Each command of a case once. */
export const eachCommand: { readonly [Name in ActName]: Said } = {
  review: said(asked, say.accept(), { fault: 'carrier' }),
  ship: said(accepted, say.ship(), { trackingNo: 'SF2' }),
  receiveGoods: said([...accepted, say.ship()], say.receive(), { remarks: 'wet' }),
  inspect: said(arrived, say.inspect(), { reportNo: 'QC-1' }),
  approve: said([...arrived, say.inspect()], say.approvals[0] ?? say.note(), { opinion: 'fine' }),
  recordPayment: said(approved, say.pay(), { reference: 'bank-2' }),
  dispute: said(declined, say.dispute(), { level: 'mediation' }),
  addEvidence: said(asked, say.addEvidence(), { note: 'another one' }),
  note: said(asked, say.note(), { text: 'the customer called again' }),
  changeRoute: said(accepted, say.changeRoute({ to: 'exchangeOrRepair' }), { reason: 'as asked' }),
  withdraw: said(accepted, say.withdraw(), { reason: 'kept after all' }),
  submit: said(fault.slice(0, 3), say.submit('technical'), { opinion: 'please look' }),
  sendBack: said([...arrived, say.inspect()], say.sendBack(), { reason: 'another reason' }),
  checkFunds: said(fault, say.checkFunds({ result: 'received', amount: 5_600 }), { amount: 5_500 }),
  adjustAmount: said(accepted, say.adjust({ lines: [{ lineNo: 1, quantity: 1 }] }), { reason: 'another reason' }),
  refuseApproval: said([...arrived, say.inspect()], say.refuseApproval(), { reason: 'another reason' }),
  startPayment: said(approved, say.startPayment(), { reference: 'bank-2' }),
  failPayment: said(started, say.failPayment(), { reason: 'timeout' }),
  markPaymentUnknown: said(started, say.markUnknown(), { reason: 'other' }),
  reversePayment: said(paid, say.reverse({}), { reason: 'other' }),
  matchBankLine: said(paid, say.matchBankLine({ amount: 18_689 }), { lineReference: 'line-2' }),
  reportException: said([...started, say.failPayment()], say.reportException(), { text: 'another text' }),
  changeDestination: said(accepted, say.changeDestination(), { destination: { kind: 'original' } }),
  verifyDestination: said(elsewhere, say.verifyDestination(), { opinion: 'saw the card' }),
  acceptAlternative: said(declined, say.acceptAlternative(), { kind: 'points' }),
  rule: said([...declined, say.dispute()], say.rule(), { goodsTo: 'customer' }),
  notify: said(asked, say.notify(), { text: 'still on its way' }),
  confirmReceipt: said(paid, say.confirmReceipt(), { amount: 200 }),
  giveFeedback: said(asked, say.giveFeedback(), { score: 1 }),
  close: said([...arrived, say.inspect(2, 0)], say.close(), { as: 'repaired' }),
  reopen: said([...arrived, say.inspect(2, 0), say.close()], say.reopen(), { reason: 'another reason' }),
  erasePersonalData: said(asked, say.erase()),
}
