import { isLeft } from 'fp-ts/lib/Either.js'
import type { Stored } from '../../src/eventsourcing/index.js'
import type { OrderFacts } from '../../src/order-account/index.js'
import type { CaseEvent } from '../../src/refund-case/index.js'
import { play, type Step } from '../service/giving.js'
import * as say from '../service/commands.js'
import { accepted, approved, arrived, asked, declined, fault } from '../service/journeys.js'
import * as people from '../service/people.js'
import { anOrder } from '../service/orders.js'
import { aWorld } from '../service/world.js'

/** The whole history of one case, as the service wrote it. */
export type History = ReadonlyArray<Stored<CaseEvent>>

const unshipped = anOrder({ shipment: 'unshipped' })
const tellFinanceResult = say.notify({ to: 'customerService', kind: 'financeResult', channel: 'internalMail' })
const tellCustomer = say.notify({ to: 'customer', kind: 'paid' })
const told = [tellFinanceResult, tellCustomer]
const paid = [...approved, say.pay()]
const retried = [
  ...approved,
  say.startPayment(),
  say.failPayment(),
  say.reportException(),
  say.changeDestination(),
  say.verifyDestination(),
  ...say.approvals,
  say.startPayment(),
  say.markUnknown(),
  say.pay(),
]
const inFinance = [...fault, say.checkFunds({ result: 'received', amount: 5_600 })]

const stories: ReadonlyArray<readonly [steps: ReadonlyArray<Step>, order?: OrderFacts]> = [
  [[...paid, ...told, say.close()]],
  [[...paid, tellCustomer, say.close(), say.reverse({}), tellFinanceResult, say.pay(), ...told]],
  [[...retried, say.matchBankLine({ attempt: 2, amount: 18_689 }), ...told, say.close()]],
  [[...inFinance, ...say.approvals, say.pay(), ...told, say.close()]],
  [[...inFinance, say.sendBack(), say.submit('finance'), ...say.approvals, say.pay()]],
  [[...inFinance, say.approveAs(people.cashier), { ...say.refuseApproval(), by: people.accountant }]],
  [[...fault, say.checkFunds({ result: 'notReceived' }), say.close()]],
  [[...declined, say.close()]],
  [[...declined, say.dispute(), say.rule(), ...say.approvals, say.pay(), say.close()]],
  [[...accepted, say.withdraw()]],
  [[...paid, say.close(), say.reopen(), say.note(), say.close()]],
  [[...asked, say.note(), say.addEvidence()]],
  [[say.request({ route: 'unshippedRefund' }), say.accept(), say.approveAs(people.secondLead), say.pay()], unshipped],
  [[say.keepGoods(5_000), say.accept(), ...say.approvals, say.startPayment(), say.failPayment(), say.pay()]],
  [[...arrived, say.inspect(2, 0), say.close()]],
  [[...approved, say.startPayment(), say.markUnknown()]],
]

const written = async (steps: ReadonlyArray<Step>, order = anOrder()): Promise<History> => {
  const world = aWorld(order)
  const service = world.service()
  const read = await service.case(await play(service, steps, world))()
  if (isLeft(read)) throw new Error(`not read: ${JSON.stringify(read.left)}`)
  return read.right.events
}

let all: Promise<ReadonlyArray<History>> | undefined

/** Legal histories of every kind of end, written once a process. */
export const histories = (): Promise<ReadonlyArray<History>> =>
  (all ??= Promise.all(stories.map(([steps, order]) => written(steps, order))))
