import {
  chinaRetail,
  china2026,
  evolve,
  nearestInstant,
  noCase,
  refundService,
  situationOfStream,
  situations,
  type CaseActor,
  type CaseState,
  type CommandName,
  type OrderFacts,
} from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, page, root } from './pages.js'

const english = page('README.md')
const chinese = page('README.zh-CN.md')
const blocksIn = (language: string, from = english) => blocksOf(from).filter((block) => block.language === language)

type Step = readonly [role: CaseActor['role'], command: CommandName, fields?: object]

const accept: Step = ['customerService', 'review', { stage: 'intake', outcome: 'accepted', fault: 'merchant' }]
const decline = (stage: string): Step => [
  'customerService',
  'review',
  { stage, outcome: 'declined', fault: 'customer', reason: 'notSubstantiated', alternatives: [] },
]
const file = { reference: 'a.jpg', sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size: 1 }
const found = { appearance: 'intact', packaging: 'complete', grade: 'A', disposition: 'restock' }
const looked = (accepted: number): ReadonlyArray<Step> => [
  accept,
  ['customer', 'ship', { method: 'selfShipped' }],
  ['warehouse', 'receiveGoods', { lines: [{ lineNo: 1, quantity: 1 }] }],
  ['warehouse', 'inspect', { lines: [{ lineNo: 1, received: 1, accepted, rejected: 1 - accepted, ...found }] }],
]
const approved: ReadonlyArray<Step> = [
  ...looked(1),
  ['cashier', 'approve'],
  ['accountant', 'approve'],
  ['financeDirector', 'approve'],
]
const started: ReadonlyArray<Step> = [...approved, ['cashier', 'startPayment']]
const pay: Step = ['cashier', 'recordPayment', { reference: 'bank-1' }]
const fail: Step = ['cashier', 'failPayment', { reason: 'channelRefused' }]
const unknown: Step = ['cashier', 'markPaymentUnknown', { reason: 'timeout' }]
const close: Step = ['csLead', 'close']
const dispute: Step = ['customer', 'dispute', { by: 'customer', category: 'declined', level: 'platform' }]
const rule: Step = ['platform', 'rule', { ground: 'forCustomer', amounts: { goods: 9_900 }, goodsTo: 'merchant' }]

const journeys: ReadonlyArray<{ readonly route?: string; readonly steps: ReadonlyArray<Step> }> = [
  {
    steps: [
      ['customerService', 'review', { stage: 'intake', outcome: 'moreEvidence', fault: 'none' }],
      ['customer', 'addEvidence', { evidence: [{ kind: 'photo', ...file }] }],
    ],
  },
  { steps: [['customer', 'withdraw']] },
  { steps: [decline('intake'), close] },
  { steps: [decline('intake'), dispute, rule, ['cashier', 'approve']] },
  { steps: [...looked(0), decline('afterInspection')] },
  { route: 'keepGoodsRefund', steps: [accept, ['cashier', 'approve']] },
  { steps: [...started, pay, close] },
  { steps: [...started, pay, ['cashier', 'reversePayment', { reason: 'accountClosed' }]] },
  { steps: [...started, fail, ['cashier', 'startPayment']] },
  { steps: [...started, unknown, pay] },
  { steps: [...started, unknown, fail] },
]

const orderNamed = (orderId: string): OrderFacts => ({
  orderId,
  currency: 'CNY',
  lines: [{ lineNo: 1, sku: 'teapot', quantity: 1, gross: 9_900 }],
  discount: 0,
  freight: 0,
  paid: 9_900,
  channel: 'shop',
  purchasedAt: nearestInstant(Date.parse('2026-03-01T00:00:00Z')),
  shipment: 'received',
  receivedAt: nearestInstant(Date.parse('2026-03-05T00:00:00Z')),
})

/** Each change of situation that the journeys really make, by its event. */
const travelled = async (): Promise<ReadonlySet<string>> => {
  let millis = Date.parse('2026-03-06T00:00:00Z')
  const clock = () => nearestInstant(millis)
  const refunds = refundService({
    ...nodePlatform({ clock }),
    store: memoryStore({ clock }),
    policies: [chinaRetail],
    calendars: [china2026],
    orders: (orderId) => Promise.resolve(orderNamed(orderId)),
  })
  const changes = new Set<string>()
  for (const [index, { route = 'returnRefund', steps }] of journeys.entries()) {
    let caseId: string | undefined
    const request: Step = [
      'customer',
      'request',
      {
        orderId: `order-${index}`,
        route,
        lines: [{ lineNo: 1, quantity: 1, ...(route === 'returnRefund' ? {} : { amount: 5_000 }) }],
        reason: 'qualityDefect',
        channel: 'website',
        evidence: [{ kind: 'photo', ...file }],
      },
    ]
    for (const [role, command, fields] of [request, ...steps]) {
      millis += 60_000
      const actor: CaseActor =
        role === 'platform'
          ? { id: 'staff', role: 'customerService', onBehalfOf: { id: 'the-platform', role } }
          : { id: `${role}-1`, role }
      const answer = await refunds.execute(actor, command, { ...fields, ...(caseId === undefined ? {} : { caseId }) })()
      if (isLeft(answer)) throw new Error(`${index} ${command}: ${JSON.stringify(answer.left)}`)
      caseId = answer.right.caseId
    }
    const history = await refunds.case(caseId ?? '')()
    if (isLeft(history)) throw new Error(JSON.stringify(history.left))
    let state: CaseState = noCase
    for (const event of history.right.events) {
      const before = situationOfStream(state)
      state = evolve(state, event)
      const after = situationOfStream(state)
      if (before !== after) changes.add(`${before === 'none' ? '[*]' : before} --> ${after}: ${event.type}`)
    }
  }
  const lapsed = evolve(noCase, {
    type: 'RequestLapsed',
    data: { accountId: 'order-1' },
    meta: { id: '1', revision: 0, occurredAt: clock(), actor: { id: 'service', role: 'system' } },
  })
  return changes.add(`[*] --> ${situationOfStream(lapsed)}: RequestLapsed`)
}

describe('the front page', () => {
  const drawn = (blocksIn('mermaid')[0]?.code ?? '').split('\n').flatMap((line) => line.match(/\S+ --> .*/) ?? [])

  it('draws every situation, and no other', () => {
    const states = new Set(drawn.flatMap((line) => line.split(':')[0]?.split(' --> ') ?? []).filter((s) => s !== '[*]'))
    expect([...states].toSorted()).toEqual(situations.toSorted())
  })

  it('draws the changes that cases really make', { timeout: 30_000 }, async () => {
    expect([...(await travelled())].toSorted()).toEqual(drawn.toSorted())
  })

  it('draws the same in Chinese', () => {
    expect(blocksIn('mermaid', chinese)).toHaveLength(1)
    expect(blocksIn('mermaid', chinese)[0]?.code).toBe(blocksIn('mermaid')[0]?.code)
  })

  it('shows the first example as it is in its file, and in Chinese with its sentences in Chinese', () => {
    const example = readFileSync(join(root, 'examples', 'first-case.ts'), 'utf8').trimEnd()
    expect(blocksIn('ts').map(({ code }) => code)).toEqual([example])
    expect(blocksIn('ts', chinese).map(({ code }) => code)).toEqual([example.replaceAll("'en'", "'zh-CN'")])
  })

  it('has the same headings in both languages', () => {
    const levels = ({ text }: typeof english) => [...text.matchAll(/^(#+) /gm)].map(([, level]) => level)
    expect(levels(chinese)).toEqual(levels(english))
  })

  it('counts the worked cases that the demo plays', () => {
    const directory = join(root, 'examples', 'scenarios')
    expect(readdirSync(directory).filter((name) => name.endsWith('.yaml'))).toHaveLength(12)
    expect(english.text).toContain('twelve worked cases')
    expect(chinese.text).toContain('十二个完整案例')
  })
})
