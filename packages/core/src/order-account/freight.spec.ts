import { describe, expect, it } from 'vitest'
import { holdingOf, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { coverage, free, freightAnswer, payable, type Holding } from './index.js'

const merchant = { route: 'returnRefund', fault: 'merchant' } as const
const customer = { route: 'returnRefund', fault: 'customer' } as const
const order = orderOf([[2, 2000]], { freight: 300 })
const rule = 'merchantOrUnshippedOnly'

/** A case of freight alone. */
const own = (caseId: string): Holding =>
  holdingOf(caseId, { route: 'keepGoodsRefund', goods: { from: 'lines', amounts: [] }, freight: 300, parent: 'B' })
const units = (quantity: number) => [{ lineNo: 1, quantity }]

/** Two cases of one unit each, both accepted; the second has the freight. */
const bothAccepted = () => {
  const account = openAccount(order)
  const first = returning('A', 1, 1, { caseRevision: 1, judged: merchant })
  const second = returning('B', 1, 1, { caseRevision: 1, judged: merchant, freight: 300 })
  account.reserve({ ...first, judged: undefined })
  account.settle(first)
  account.reserve({ ...second, judged: undefined, freight: 0 })
  account.reserve(second, { follows: 0 })
  account.settle(second)
  return { account, first, second }
}
const ended = (asks: Holding): Holding => ({ ...asks, ...nothing, caseRevision: 5 })

describe('outbound freight (§6-3)', () => {
  it('is due to the case that completes the refund: every other unit back, or held by an accepted case', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 1))
    account.reserve(returning('B', 1, 1))
    expect(freightAnswer(account.now(), 'B', merchant, rule)).toEqual({
      due: 0,
      because: 'notComplete',
      lineNo: 1,
      caseId: 'A',
    })
    account.settle(returning('A', 1, 1, { caseRevision: 1, judged: customer }))
    expect(freightAnswer(account.now(), 'B', merchant, rule)).toEqual({
      due: 0,
      because: 'caseNotCovered',
      caseId: 'A',
      judgement: customer,
    })
    expect(freightAnswer(account.now(), 'B', merchant, 'always')).toEqual({ due: 300, because: 'orderRefunded' })
    account.settle(returning('A', 1, 1, { caseRevision: 2, judged: merchant }))
    expect(freightAnswer(account.now(), 'B', merchant, rule).due).toBe(300)
    expect(freightAnswer(account.now(), 'B', merchant, 'never').because).toBe('ruleNever')
  })

  it('is foreseen for what a case is to hold, before it holds it', () => {
    const account = openAccount(order)
    expect(freightAnswer(account.now(), 'A', merchant, rule, units(2)).due).toBe(300)
    expect(freightAnswer(account.now(), 'A', customer, rule, units(2)).because).toBe('caseNotCovered')
    account.reserve(returning('A', 1, 2))
    expect(freightAnswer(account.now(), 'A', merchant, rule).due).toBe(300)
    expect(freightAnswer(account.now(), 'A', merchant, rule, units(1)).because).toBe('notComplete')
  })

  it('is due once', () => {
    const { account, second } = bothAccepted()
    expect(freightAnswer(account.now(), 'A', merchant, rule)).toEqual({ due: 0, because: 'refundedAlready' })
    expect(freightAnswer(account.now(), 'B', merchant, rule).due).toBe(300)
    account.settle({ ...second, caseRevision: 6, paid: { goods: 1000, freight: 300 } })
    expect(account.reserve(holdingOf('K', { route: 'keepGoodsRefund', freight: 1 }))).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { component: 'freight', asked: 1, held: 0, free: 0 },
    })
  })

  it('falls due after the last payment to a case of its own, which is asked for once', () => {
    const account = openAccount(order)
    for (const caseId of ['A', 'B']) {
      account.reserve(returning(caseId, 1, 1))
      account.settle(returning(caseId, 1, 1, { caseRevision: 6, judged: merchant, paid: { goods: 1000 } }))
    }
    expect(freightAnswer(account.now(), 'K', undefined, rule)).toEqual({ due: 300, because: 'orderRefunded' })
    account.reserve(own('K'))
    expect(account.reserve(own('L'))).toEqual({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'K' } })
    expect(account.settle({ ...own('K'), caseRevision: 5, paid: { freight: 300 } })).toMatchObject([
      { type: 'Consumed', data: { lines: [], purse: { freight: 300 } } },
    ])
  })

  it('is released when the case it rested on ends unpaid, and no settle reserves it again', () => {
    const { account, first, second } = bothAccepted()
    expect(account.settle(ended(first))).toMatchObject([
      { type: 'Released', data: { caseId: 'A', open: false, lines: [{ lineNo: 1 }] } },
      { type: 'Released', data: { caseId: 'B', caseRevision: 1, open: true, purse: { freight: 300 }, because: 'A' } },
    ])
    expect(account.settle({ ...second, caseRevision: 3 })).toEqual([])
    expect(coverage(account.now(), second)).toEqual({
      covered: false,
      short: [],
      freight: { of: 'freight', asked: 300, held: 0 },
    })
    expect(payable(account.now(), 'B')).toEqual({ goods: 1000 })
  })

  it('is released with units that its own case gives back', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 2, { freight: 300 }))
    account.settle(returning('A', 1, 1, { caseRevision: 2, freight: 300 }))
    expect(free(account.now()).freight).toBe(300)
  })

  it('of a ruling does not rest on the other cases', () => {
    const { account, first, second } = bothAccepted()
    account.reserve(second, { follows: 1, ruling: true })
    account.settle({ ...second, caseRevision: 2 })
    account.reserve({ ...second, paying: true }, { follows: 2 })
    account.settle({ ...second, paying: true, caseRevision: 3 })
    account.settle({ ...second, caseRevision: 4 })
    account.settle(ended(first))
    expect(coverage(account.now(), second).covered).toBe(true)
  })

  it('is not taken from a case that is being paid, until the attempt has failed', () => {
    const { account, first, second } = bothAccepted()
    const paying = { ...second, paying: true }
    account.reserve(paying, { follows: 1 })
    account.settle(second)
    account.settle(ended(first))
    account.settle({ ...paying, caseRevision: 2 })
    expect(coverage(account.now(), second).covered).toBe(true)
    account.settle({ ...second, caseRevision: 3 })
    expect(coverage(account.now(), second).freight).toEqual({ of: 'freight', asked: 300, held: 0 })
  })

  it('that was paid although it had been released is spent wherever it is free', () => {
    const { account, first, second } = bothAccepted()
    account.settle(ended(first))
    account.settle({ ...second, caseRevision: 4, paid: { goods: 1000, freight: 300 } })
    expect(free(account.now()).freight).toBe(0)
  })
})
