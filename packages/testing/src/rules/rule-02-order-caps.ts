import type { OrderFacts } from '@refund-case/core'
import type { History, PlayedCase } from '../play/history.js'
import { countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import { NaiveAccount, netOf } from './reference/naive-slots.js'
import { walk } from './reference/reference-case.js'
import type { ReferenceCase } from './reference/reference-record.js'

interface OfOrder {
  readonly played: PlayedCase
  readonly end: ReferenceCase
  readonly accountId: string
}

const endsOf = ({ cases }: History): ReadonlyArray<OfOrder> =>
  cases.flatMap((played) => {
    const end = walk(played.events)
    const [first] = played.events
    return end === undefined || first?.type !== 'Requested' ? [] : [{ played, end, accountId: first.data.accountId }]
  })

const paidOf = (cases: ReadonlyArray<OfOrder>, component: string): number =>
  cases.reduce((sum, { end }) => sum + (end.netPaid[component] ?? 0), 0)

const unitRoutes: ReadonlySet<string> = new Set([
  'returnRefund',
  'unshippedRefund',
  'interceptRefund',
  'enforcedRefund',
])

/** The units of a case that are with the shop for good, because they were refunded. */
const returned = ({ end }: OfOrder): ReferenceCase['lines'] => {
  const paid = Object.values(end.netPaid).some((amount) => amount > 0)
  const spends = end.ruling === undefined ? unitRoutes.has(end.route) : end.ruling.goodsTo === 'merchant'
  return paid && spends ? end.lines : []
}

const ofGoods = (cases: ReadonlyArray<OfOrder>, order: OrderFacts): ReadonlyArray<string> => {
  const complaints: Array<string> = []
  const atMost = (what: string, sum: number, most: number): void => {
    if (sum > most) complaints.push(`${what}: ${sum} refunded of ${most}`)
  }
  const goods = [...netOf(order).values()].reduce((sum, net) => sum + net, 0)
  atMost('goods of the order', paidOf(cases, 'goods'), goods)
  atMost('outbound freight', paidOf(cases, 'freight'), order.freight)
  atMost('the whole order', paidOf(cases, 'goods') + paidOf(cases, 'freight') + paidOf(cases, 'funds'), order.paid)
  for (const { lineNo, quantity } of order.lines) {
    const back = cases.flatMap(returned).reduce((sum, line) => (line.lineNo === lineNo ? sum + line.quantity : sum), 0)
    if (back > quantity) complaints.push(`line ${lineNo}: ${back} units returned of ${quantity}`)
  }
  return complaints
}

const ofFunds = (cases: ReadonlyArray<OfOrder>): ReadonlyArray<string> =>
  cases.flatMap(({ played, end }) => {
    const paid = end.netPaid['funds'] ?? 0
    return end.ruling === undefined && paid > (end.fundsConfirmed ?? 0)
      ? [`case ${played.caseId}: ${paid} of funds paid, ${end.fundsConfirmed ?? 0} confirmed`]
      : []
  })

const ofCompensation = (cases: ReadonlyArray<OfOrder>, order: OrderFacts): ReadonlyArray<string> => {
  const unruled = cases.filter(({ end }) => end.ruling === undefined)
  const percent = Math.max(0, ...cases.map(({ played }) => played.policy.compensation.percentOfPaid))
  const cap = Math.floor((order.paid * percent) / 100)
  const paid = paidOf(unruled, 'compensation')
  return paid > cap ? [`compensation of the order: ${paid} paid, above the policy's ${cap}`] : []
}

/** The account of an order, unit by unit: nothing is taken that is not there, and what was paid stands in it as paid. */
const inAccount = (history: History, accountId: string, cases: ReadonlyArray<OfOrder>): ReadonlyArray<string> => {
  const { order } = history.setup
  const account = new NaiveAccount(accountId === order.orderId ? order : undefined)
  for (const event of history.accounts.get(accountId) ?? []) account.take(event)
  const differing = cases.flatMap(({ played: { caseId }, end }) => {
    const paid = end.netPaid['goods'] ?? 0
    const known = account.goods('refunded', caseId)
    return end.route === 'paymentFault' || paid === known
      ? []
      : [`case ${caseId} was paid ${paid} of goods, the account says ${known}`]
  })
  const freight = account.pursed('freight', 'reserved') + account.pursed('freight', 'refunded')
  const tooMuch =
    accountId === order.orderId && freight > order.freight ? [`freight ${freight} is held of ${order.freight}`] : []
  return [...account.complaints.map((complaint) => `account ${accountId}: ${complaint}`), ...differing, ...tooMuch]
}

export const rule02OrderCaps = overHistories({
  rule: 2,
  name: 'rule02OrderCaps',
  title: 'Over all cases of an order: Σ goods refunds ≤ goods paid; Σ returned quantity ≤ bought quantity, per line.',
  occasions: (history) => countOf(history, 'Paid'),
  violations: (history) => {
    const { order } = history.setup
    const ends = endsOf(history)
    const ofOrder = ends.filter(({ accountId }) => accountId === order.orderId)
    const ids = [...history.accounts.keys()]
    return [
      ...ofGoods(ofOrder, order),
      ...ofFunds(ends),
      ...ofCompensation(ofOrder, order),
      ...ids.flatMap((id) =>
        inAccount(
          history,
          id,
          ends.filter(({ accountId }) => accountId === id),
        ),
      ),
    ]
  },
})
