import type { OrderFacts, Plain, RefundCase } from '@refund-case/core'
import type { Random } from '../random.js'
import { anEvidence } from '../shop-words.js'
import { outside, someone } from '../staff.js'
import { step, stepOn, type ChildStory, type StoryStep } from '../story.js'
import { freightStory } from './compensations.js'
import { accepted, declined, withdrawn } from './customer-service.js'
import { threeApprovals, throughFinance, paidByCashier } from './finance.js'
import type { Teller } from './teller.js'

const HOUR = 60
const DAY = 24 * HOUR

type Verdict = 'passed' | 'partly' | 'failed'

/** The first line of the order, all of it or one unit. */
export const someUnits = (random: Random, { lines }: Plain<OrderFacts>) => {
  const [first] = lines
  const most = first?.quantity ?? 1
  return [{ lineNo: first?.lineNo ?? 1, quantity: random.percent(60) ? most : 1 }]
}

const unitsAsked = ({ lines }: RefundCase) => lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }))

/** The parcel arrives, and the warehouse looks (IS1–IS4). */
export const backAndInspected = (random: Random, verdict: Verdict = 'passed'): ReadonlyArray<StoryStep> => {
  const warehouse = someone(random, 'warehouse')
  return [
    stepOn(random.between(DAY, 4 * DAY), warehouse, 'receiveGoods', (state) => ({ lines: unitsAsked(state) })),
    stepOn(random.between(10, 3 * HOUR), warehouse, 'inspect', (state) => ({
      lines: unitsAsked(state).map(({ lineNo, quantity }) => {
        const kept = verdict === 'passed' ? quantity : verdict === 'partly' ? quantity - 1 : 0
        return {
          lineNo,
          received: quantity,
          accepted: kept,
          rejected: quantity - kept,
          appearance: verdict === 'passed' ? 'intact' : 'worn',
          packaging: verdict === 'passed' ? 'complete' : 'opened',
          grade: verdict === 'passed' ? 'A' : 'D',
          disposition: verdict === 'passed' ? 'restock' : 'returnToCustomer',
        }
      }),
      reportNo: `YS-${state.requested.caseNo}`,
    })),
  ]
}

/** Sent off; on the merchant's fault with a receipt for the freight. */
const shipped = (random: Random, freight: number | undefined): StoryStep =>
  step(random.between(2 * HOUR, 2 * DAY), someone(random, 'customerService'), 'ship', {
    method: random.pick('selfShipped', 'selfShipped', 'doorPickup', 'dropOff'),
    carrier: 'SF',
    trackingNo: `SF${random.between(10_000_000, 99_999_999)}`,
    ...(freight === undefined ? {} : { freight: { amount: freight, receipt: anEvidence(random, 'freightReceipt') } }),
  })

/** Failed, declined, contested on the platform, and mostly paid in part by its ruling (DP4–DP6). */
const disputed = (random: Random): ReadonlyArray<StoryStep> => {
  const service = someone(random, 'customerService')
  const decline = step(random.between(HOUR, 6 * HOUR), service, 'review', {
    stage: 'afterInspection',
    outcome: 'declined',
    fault: 'customer',
    reason: 'inspectionFailed',
    alternatives: [{ kind: 'goodsBack' }],
    statement: '验收不合格，可寄回商品',
  })
  if (random.percent(50)) return [decline, step(random.between(DAY, 3 * DAY), someone(random, 'csLead'), 'close')]
  const raised = { by: 'customer', category: 'inspection', level: 'platform', statement: '商品寄出时完好' }
  return [
    decline,
    step(random.between(HOUR, 2 * DAY), someone(random, 'customerService'), 'dispute', raised),
    step(random.between(HOUR, 2 * DAY), someone(random, 'customerService'), 'addEvidence', {
      side: 'merchant',
      evidence: [anEvidence(random, 'photo')],
    }),
    stepOn(random.between(DAY, 3 * DAY), outside(random, 'platform'), 'rule', ({ claimed }) => ({
      ground: 'shared',
      amounts: { goods: Math.max(1, Math.floor((claimed.goods ?? 2) / 2)) },
      goodsTo: 'merchant',
      statement: '双方各承担一半',
    })),
    ...threeApprovals(random),
    ...paidByCashier(random),
  ]
}

/** 已收货退货退款: sent back, inspected, approved in three steps, paid. */
export const returnRefund: Teller = ({ random, order }) => {
  const merchants = random.percent(55)
  const fault = merchants ? ('merchant' as const) : ('customer' as const)
  const bought = order('received')
  const lines = someUnits(random, bought)
  const several = lines.some(({ quantity }) => quantity > 1)
  const verdict: Verdict = random.percent(88) ? 'passed' : several ? 'partly' : 'failed'
  const freight = merchants && random.percent(60) ? random.between(6, 22) * 100 : undefined
  const child: ReadonlyArray<ChildStory> =
    freight === undefined
      ? []
      : [
          {
            minutes: 6 * DAY,
            story: (parent, customer) => freightStory(random, { orderId: bought.orderId, parent, customer }, freight),
          },
        ]
  const end = random.next()
  const course = (): ReadonlyArray<StoryStep> => {
    if (end < 0.06) return declined(random)
    if (end < 0.1) return withdrawn(random)
    const back = [
      ...accepted(random, { fault, returnInstructions: '请寄至嘉兴退货仓，附退货单', lead: true }),
      shipped(random, freight),
      ...backAndInspected(random, verdict),
    ]
    if (verdict === 'failed') return [...back, ...disputed(random)]
    const adjusted =
      verdict === 'partly'
        ? [
            step(random.between(20, 5 * HOUR), someone(random, 'customerService'), 'adjustAmount', {
              reason: '部分验收合格',
            }),
          ]
        : []
    return [...back, ...adjusted, ...throughFinance(random)]
  }
  const steps = course()
  // What fails its inspection is declined as the customer's fault, and then no freight is owed.
  const owesFreight = verdict !== 'failed' && steps.some(({ command }) => command === 'ship')
  return {
    order: bought,
    request: {
      route: 'returnRefund',
      orderId: bought.orderId,
      lines,
      reason: merchants
        ? random.pick('qualityDefect', 'notAsDescribed', 'transitDamage')
        : random.pick('changeOfMind', 'wrongSize', 'orderedByMistake'),
      channel: random.pick('website', 'hotline', 'onlineChat', 'platform'),
      evidence: [anEvidence(random, 'photo')],
      statement: random.pick('与描述不符', '有质量问题', '尺寸不合适', '不想要了'),
      ...(random.percent(30) ? { customerOpinion: '希望尽快处理' } : {}),
    },
    steps,
    ...(owesFreight ? { children: child } : {}),
  }
}

/** 换货/维修: sent back, looked at, exchanged or repaired, closed without money. */
export const exchangeOrRepair: Teller = ({ random, order }) => {
  const bought = order('received')
  return {
    order: bought,
    request: {
      route: 'exchangeOrRepair',
      orderId: bought.orderId,
      lines: someUnits(random, bought),
      reason: 'qualityDefect',
      channel: random.pick('website', 'inStore', 'hotline'),
      evidence: [anEvidence(random, 'video')],
    },
    steps: [
      ...accepted(random, { fault: 'merchant', returnInstructions: '请寄至维修中心', lead: true }),
      shipped(random, undefined),
      ...backAndInspected(random),
      step(random.between(DAY, 3 * DAY), someone(random, 'csLead'), 'close', {
        as: random.pick('exchanged', 'repaired'),
      }),
    ],
  }
}
