import { describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import * as say from '../../../test/service/commands.js'
import type { Step } from '../../../test/service/giving.js'
import { accepted, approved, arrived, asked, declined, fault } from '../../../test/service/journeys.js'
import { anOrder } from '../../../test/service/orders.js'
import { chinaRetail } from '../../policy/index.js'
import { dutiesOf } from './duties.js'

const received = say.checkFunds({ result: 'received', amount: 5_600 })
const [cashier = say.note(), accountant = say.note()] = say.approvals

// What was done, and what is to be done next, by whom.
const table: ReadonlyArray<readonly [steps: ReadonlyArray<Step>, ...duties: ReadonlyArray<string>]> = [
  [asked, 'customerService review'],
  [[...asked, say.accept({ outcome: 'moreEvidence', fault: 'none' })], 'customerService collectEvidence'],
  [accepted, 'customerService awaitGoods'],
  [[...accepted, say.ship()], 'warehouse receiveGoods'],
  [arrived, 'warehouse inspect'],
  [[...arrived, say.inspect()], 'cashier approve'],
  [[...arrived, say.inspect(), cashier], 'accountant approve'],
  [[...arrived, say.inspect(), cashier, accountant], 'financeDirector approve'],
  [[...arrived, say.inspect(2, 0)], 'customerService reviewAgain'],
  [[...arrived, say.inspect(2, 1)], 'customerService adjustAmount'],
  [[...arrived, say.inspect(), say.refuseApproval()], 'customerService reviewAgain'],
  [approved, 'cashier pay'],
  [[...approved, say.startPayment()], 'cashier recordPaymentOutcome'],
  [[...approved, say.startPayment(), say.markUnknown()], 'cashier findOutPayment'],
  [[...approved, say.startPayment(), say.failPayment()], 'cashier reportException', 'cashier payAgain'],
  [[...approved, say.startPayment(), say.failPayment(), say.reportException()], 'cashier payAgain'],
  [
    [...accepted, say.changeDestination(), say.ship(), say.receive(), say.inspect(), ...say.approvals],
    'accountant verifyDestination',
  ],
  [[...approved, say.pay()], 'customerService close'],
  [[...approved, say.pay(), say.close()]],
  [declined],
  [[...accepted, say.withdraw()]],
  [[...declined, say.dispute()], 'customerService answerDispute'],
  [[...declined, say.dispute(), say.rule()], 'cashier approve'],
  [fault.slice(0, 1), 'customerService fillFaultSheet'],
  [fault.slice(0, 2), 'csLead review'],
  [fault.slice(0, 3), 'csLead submitToTechnical'],
  [fault.slice(0, 4), 'technical verifyFault'],
  [fault.slice(0, 5), 'csLead submitToFinance'],
  [fault, 'cashier checkFunds'],
  [[...fault, received], 'cashier approve'],
  [[...fault, received, say.sendBack()], 'csLead submitToFinance'],
  [[...fault, say.checkFunds({ result: 'notReceived' })], 'customerService close'],
  [[...fault, received, ...say.approvals, say.pay()], 'cashier tellCustomer'],
]

describe('what is to be done next on a case, and by whom', () => {
  it.each(table.map(([steps, ...duties]) => ({ steps, duties })))('row %#: $duties', async ({ steps, duties }) => {
    const { now } = await given(steps).when(say.note())
    expect(dutiesOf(now.state, chinaRetail).map(({ role, action }) => `${role} ${action}`)).toEqual(duties)
  })

  it('unshipped goods are paid by customer service once the lead approved', async () => {
    const order = anOrder({ shipment: 'unshipped' })
    const steps = [say.request({ route: 'unshippedRefund' }), { ...say.accept(), by: say.note().by }]
    const { now } = await given(steps, { order }).when(say.note())
    expect(dutiesOf(now.state, chinaRetail)).toEqual([{ role: 'csLead', action: 'approve' }])
    const approval = { ...cashier, by: say.accept().by }
    const approvedNow = await given([...steps, approval], { order }).when(say.note())
    expect(dutiesOf(approvedNow.now.state, chinaRetail)).toEqual([{ role: 'customerService', action: 'pay' }])
  })
})
