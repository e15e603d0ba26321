// oxlint-disable oxc/no-map-spread, unicorn/consistent-function-scoping -- small lists, and each fault beside what it breaks
import {
  breachesOf,
  chinaRetail,
  limitOf,
  noCalendar,
  postingsOf,
  type Envelope,
  type Json,
  type Policy,
} from '@refund-case/core'
import fc from 'fast-check'
import { isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { play, plans, RuleBroken, subjectOf, type RefundRule, type RuleOptions } from '../src/index.js'
import { postingComplaints, postingsBalance } from '../src/rules/postings-balance.js'
import { allRules } from '../src/rules/refund-rules.js'
import { discountComplaints } from '../src/rules/rule-04-discount-shares.js'
import { limitComplaints } from '../src/rules/rule-20-deadlines-monotone.js'
import { breachComplaints } from '../src/rules/rule-21-breaches.js'
import { pinComplaints } from '../src/rules/rule-24-pinned-policy.js'
import { notingRefusals, passing, serving, storing, storingAs } from './mutants.js'

const ruleNo = (rule: RefundRule['rule']): RefundRule => {
  const found = allRules.find((each) => each.rule === rule)
  if (found === undefined) throw new Error(`there is no rule ${rule}`)
  return found
}

const amountsPlus = (amounts: unknown): { [component: string]: number } => {
  const fields: { [component: string]: number } = { ...(amounts as object) }
  for (const name of Object.keys(fields)) fields[name] = (fields[name] ?? 0) + 1
  return fields
}

const as = (event: Envelope, id: string): Envelope => ({ ...event, actor: { ...event.actor, id } })

let notes = 0

/** For each rule, shops that break it and nothing that it could excuse. */
const mutants: ReadonlyArray<readonly [rule: RefundRule['rule'], what: string, shop: RuleOptions]> = [
  [
    1,
    'a cent more is paid than was approved',
    storingAs('Paid', (data) => ({ ...data, amounts: amountsPlus(data['amounts']) })),
  ],
  [
    1,
    'a cent more is sent than was approved',
    storingAs('PaymentStarted', (data) => ({ ...data, amounts: amountsPlus(data['amounts']) })),
  ],
  [
    2,
    'the account takes the first unit whichever it is',
    storingAs('Reserved', (data) => ({
      ...data,
      lines: (data['lines'] as ReadonlyArray<{ [field: string]: Json }>).map((line) =>
        'units' in line ? { ...line, units: [{ from: 1, to: 1 }] } : line,
      ),
    })),
  ],
  [
    2,
    'the account never hears of a payment',
    storing((event) => (event.type === 'Consumed' ? { ...event, data: { ...event.data, lines: [] } } : event)),
  ],
  [
    3,
    'every acceptance takes off a cent',
    passing((name, body) =>
      name === 'review' && body['outcome'] === 'accepted'
        ? { ...body, deductions: [{ reason: 'agreed', amount: 1 }] }
        : body,
    ),
  ],
  [
    5,
    'the warehouse finds everything broken, and nobody looks',
    storingAs('Inspected', (data) => ({ ...data, result: 'failed' })),
  ],
  [
    5,
    'each step approves something else',
    storingAs('Approved', (data) => ({ ...data, amounts: { goods: Number(data['step']) } })),
  ],
  [
    6,
    'goods come back that were never sent',
    storing((event) =>
      event.type === 'Noted' ? { ...event, type: 'Shipped', data: { method: 'intercepted' } } : event,
    ),
  ],
  [6, 'what was refused is written down all the same', notingRefusals],
  [7, 'steps are counted from two', storingAs('Approved', (data) => ({ ...data, step: Number(data['step']) + 1 }))],
  [7, 'every step is the cashier’s', storingAs('Approved', (data) => ({ ...data, role: 'cashier' }))],
  [8, 'one person approves all', storing((event) => (event.type === 'Approved' ? as(event, 'wang') : event))],
  [
    8,
    'whoever approved last pays',
    storing((event) => (['Approved', 'PaymentStarted', 'Paid'].includes(event.type) ? as(event, 'zhou') : event)),
  ],
  [
    9,
    'another destination changes nothing',
    storing((event) =>
      event.type === 'Noted'
        ? { ...event, type: 'DestinationChanged', data: { destination: { kind: 'original' } } }
        : event,
    ),
  ],
  [
    10,
    'a failed payment is taken for an unknown one',
    storing((event) =>
      event.type === 'PaymentFailed'
        ? { ...event, type: 'PaymentUnknown', data: { attempt: Number(event.data['attempt']), reason: 'timeout' } }
        : event,
    ),
  ],
  [10, 'each attempt is the first', storingAs('PaymentStarted', (data) => ({ ...data, attempt: 1 }))],
  [11, 'keys are ignored', passing((_name, { key: _key, ...body }) => body)],
  [11, 'every command has a key of its own', passing((_name, body) => ({ ...body, key: `own-${notes++}` }))],
  [
    12,
    'the bank line is of another amount',
    storingAs('BankLineMatched', (data) => ({ ...data, amount: Number(data['amount']) + 1 })),
  ],
  [
    13,
    'an answer tells of another revision',
    serving((execute) => (actor, name, body, order) => async () => {
      const answer = await execute(actor, name, body, order)()
      return isRight(answer)
        ? right({ ...answer.right, state: { ...answer.right.state, hasEvidence: !answer.right.state.hasEvidence } })
        : answer
    }),
  ],
  [
    20,
    'the last deadline is said to bind',
    serving((execute) => (actor, name, body, order) => async () => {
      const answer = await execute(actor, name, body, order)()
      return isRight(answer)
        ? right({ ...answer.right, binding: answer.right.deadlines.findLast(({ status }) => status === 'open') })
        : answer
    }),
  ],
  [
    22,
    'whoever proposed an account verified it',
    storing((event) =>
      event.type === 'DestinationVerified' || event.type === 'DestinationChanged' ? as(event, 'kong') : event,
    ),
  ],
  [
    23,
    'another alternative is accepted than was offered',
    storingAs('AlternativeAccepted', () => ({ alternative: { kind: 'points' } })),
  ],
  [
    25,
    'a text is stored as it was said',
    storing((event) => (event.type === 'Noted' ? { ...event, correlationId: '13800138000' } : event)),
  ],
  [25, 'an event is changed after it was hashed', storingAs('Noted', (data) => ({ ...data, direction: 'outbound' }))],
]

describe('a rule notices', () => {
  for (const [rule, what, shop] of mutants)
    it(`${rule}: ${what}`, { timeout: 60_000 }, async () => {
      const subject = subjectOf(chinaRetail, { ...shop, runs: 150, seed: 20, shrinkMs: 1 })
      await expect(ruleNo(rule).check(subject)).rejects.toBeInstanceOf(RuleBroken)
    })

  const [plan] = fc.sample(plans(chinaRetail, { minMoves: 30 }), { numRuns: 1, seed: 7 })

  it('4: a discount that is shared line by line, each rounded', () => {
    const lines = [
      { lineNo: 1, sku: 'a', quantity: 1, gross: 100 },
      { lineNo: 2, sku: 'b', quantity: 1, gross: 100 },
      { lineNo: 3, sku: 'c', quantity: 1, gross: 100 },
    ]
    const order = { ...(plan?.setup.order ?? never()), lines, discount: 200, freight: 0, paid: 100 }
    const rounded = lines.map((line) => ({ ...line, net: line.gross - Math.round((200 * line.gross) / 300) }))
    expect(discountComplaints(order, rounded)).not.toEqual([])
  })

  it('20: working days counted without the published calendar', () => {
    const question = {
      limit: { kind: 'endOfWorkingDay', days: 3 },
      zone: 'Asia/Shanghai',
      year: { region: 'CN', year: 2026, version: 1, source: 'made up', holidays: [], makeUpDays: [] },
      start: plan?.setup.start ?? never(),
      wait: 0,
      longer: 0,
      changed: '2026-03-04',
    } as unknown as Parameters<typeof limitComplaints>[0]
    const asked = { ...question, start: '2026-03-02T02:00:00.000Z' as typeof question.start }
    expect(limitComplaints(asked)).toEqual([])
    expect(
      limitComplaints(asked, (limit, zone, _calendar, start) => limitOf(limit, zone, noCalendar, addHours(start))),
    ).not.toEqual([])
  })

  it('21: breaches that are told again in each interval', async () => {
    const history = await play(plan ?? never())
    expect(breachComplaints(history)).toEqual([])
    const again: typeof breachesOf = (caseId, state, policy, calendars, from, _to) =>
      breachesOf(caseId, state, policy, calendars, from, '2100-01-01T00:00:00.000Z' as typeof from)
    expect(breachComplaints(history, again)).not.toEqual([])
  })

  it('24: amounts that follow a later version', async () => {
    const history = await play(plan ?? never())
    expect(pinComplaints(history, history)).toEqual([])
    const other: Policy = { ...chinaRetail, version: 2 }
    const changed = history.cases.map((each) => ({ ...each, policy: other, events: each.events.slice(0, -1) }))
    expect(pinComplaints(history, { ...history, cases: changed })).not.toEqual([])
  })

  it('postings: a void that is not posted', async () => {
    const subject = subjectOf(chinaRetail, { runs: 1, seed: 20 })
    const histories = await Promise.all(fc.sample(subject.plans, { numRuns: 25, seed: 3 }).map((each) => play(each)))
    const silent: typeof postingsOf = (before, event) =>
      event.type === 'Ruled' || event.type === 'DestinationChanged' ? [] : postingsOf(before, event)
    const cases = histories.flatMap((history) => history.cases)
    expect(histories.map(postingsBalance.violations)).toEqual(histories.map(() => []))
    expect(cases.flatMap((each) => postingComplaints(each, silent))).not.toEqual([])
  })
})

const addHours = <T extends string>(instant: T): T => new Date(Date.parse(instant) - 86_400_000).toISOString() as T

const never = (): never => {
  throw new Error('no plan was generated')
}
