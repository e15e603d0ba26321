import { situationOf, type RefundCase } from '../../src/refund-case/index.js'
import * as say from './commands.js'
import type { Step } from './giving.js'
import * as people from './people.js'

// What people may well do with a case as it stands; much of it is refused all the same.

const units = (lineNo: number, quantity: number) => [{ lineNo, quantity }]

/** Requests that order-1, three units of line 1 and one of line 2, may hear. */
export const requests = (parent: string | undefined): ReadonlyArray<Step> => [
  say.request({ lines: units(1, 1) }),
  say.request({ lines: units(1, 2) }),
  say.request({ lines: [...units(1, 3), ...units(2, 1)] }),
  say.request({ lines: units(2, 1) }),
  say.request({ route: 'unshippedRefund', lines: units(1, 1) }),
  say.request({ route: 'unshippedRefund', lines: [...units(1, 2), ...units(2, 1)] }),
  say.request({ route: 'interceptRefund', lines: units(1, 2) }),
  say.request({ route: 'exchangeOrRepair', lines: units(1, 1) }),
  say.request({ route: 'enforcedRefund', lines: units(1, 2) }),
  say.keepGoods(5_000),
  say.keepGoods(25_000),
  say.keepGoods(3_000, { lines: [{ lineNo: 2, quantity: 1, amount: 3_000 }] }),
  say.request({ route: 'compensation', lines: [], claimed: 20_000 }),
  ...(parent === undefined
    ? []
    : [
        say.request({ route: 'keepGoodsRefund', lines: [], reason: 'freightDue', parent }),
        say.request({ route: 'freightCompensation', lines: [], reason: 'returnFreight', parent }),
      ]),
]

/** The step that is open, most often; or somebody else's. */
const approvalsOf = ({ route, approval, shipped }: RefundCase): ReadonlyArray<Step> => {
  const byLead = say.approveAs(people.secondLead)
  const alone = route === 'unshippedRefund' || shipped?.method === 'intercepted'
  const open = alone ? byLead : (say.approvals[approval.given.length] ?? byLead)
  return [open, open, open, ...say.approvals]
}
const judgements = [
  say.accept(),
  say.accept({ fault: 'customer' }),
  say.accept({ fault: 'carrier', deductions: [{ reason: 'other', amount: 500 }] }),
  say.decline(),
]
const rulings = [
  say.rule(),
  say.rule({ amounts: { goods: 15_000, freight: 1_200 } }),
  say.rule({ goodsTo: 'customer', amounts: { goods: 7_000 } }),
  say.rule({ ground: 'fraud', goodsTo: 'customer', amounts: { goods: 5_000 } }),
  say.rule({ ground: 'forMerchant', amounts: {} }),
]
const adjustments = [
  say.adjust({ lines: units(1, 1) }),
  say.adjust({ lines: units(1, 3) }),
  say.adjust({ lines: [{ lineNo: 1, quantity: 3, amount: 9_000 }] }),
  say.adjust(),
]

const withGoods = (state: RefundCase): ReadonlyArray<Step> => {
  const { shipped, goodsReceived, inspection, lines, route } = state
  const quantity = lines[0]?.quantity ?? 1
  if (shipped === undefined) return [say.ship(route === 'interceptRefund' ? { method: 'intercepted' } : {})]
  if (!goodsReceived) return [say.receive(quantity)]
  const looked = lines.map(({ lineNo, quantity: received }) => [lineNo, received] as const)
  return inspection.result === 'none'
    ? [say.inspectLines(looked, 0), say.inspectLines(looked, 0), say.inspectLines(looked, 1)]
    : [say.accept({ stage: 'afterInspection', ground: 'as a courtesy' }), ...approvalsOf(state)]
}

const accepted = (state: RefundCase): ReadonlyArray<Step> =>
  ['returnRefund', 'interceptRefund', 'exchangeOrRepair'].includes(state.route) ? withGoods(state) : approvalsOf(state)

/** What most likely comes next. */
export const likely = (state: RefundCase): ReadonlyArray<Step> => {
  switch (situationOf(state)) {
    case 'requested':
    case 'awaitingEvidence':
      return judgements
    case 'accepted':
    case 'inTransit':
    case 'received':
    case 'inspected':
      return accepted(state)
    case 'inApproval':
    case 'ruled':
      return approvalsOf(state)
    case 'approved':
    case 'paymentFailed':
      return [say.pay(), say.startPayment(), ...approvalsOf(state)]
    case 'paying':
    case 'paymentUnknown':
      return [say.pay(), say.failPayment(), say.markUnknown()]
    case 'paid':
      return [say.reverse({}), say.close(), say.dispute({ level: 'negotiation' })]
    case 'declined':
    case 'withdrawn':
      return [say.dispute(), say.dispute({ level: 'mediation' }), say.acceptAlternative(), say.close()]
    case 'disputed':
      return [...rulings, ...judgements]
    case 'closed':
      return [say.reopen(), say.dispute({ level: 'litigation' }), say.reverse({})]
    case 'lapsed':
      return [say.note()]
  }
}

/** What somebody may come up with at any time. */
export const anything: ReadonlyArray<Step> = [
  say.withdraw(),
  ...adjustments,
  say.changeRoute({ to: 'returnRefund' }),
  say.changeRoute({ to: 'exchangeOrRepair' }),
  say.changeRoute({ to: 'interceptRefund' }),
  say.changeRoute({ to: 'keepGoodsRefund', lines: [{ lineNo: 1, quantity: 2, amount: 4_000 }] }),
  say.dispute({ level: 'arbitration' }),
  say.refuseApproval(),
  say.sendBack(),
  say.changeDestination(),
  say.note(),
  say.close(),
  ...judgements,
  ...rulings,
]
