import { describe, expect, it } from 'vitest'
import { holdingOf, keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { coverage, free, freightDue, parentFor, remaining, unitValues, type Holding } from './index.js'

const merchant = { route: 'returnRefund', fault: 'merchant' } as const
const noReason = { route: 'returnRefund', fault: 'none' } as const
const unshipped = { route: 'unshippedRefund', fault: 'none' } as const

/** A case that is requested, accepted, paid what its units are worth, and closed. */
const paidReturn = (account: ReturnType<typeof openAccount>, asked: Holding): number => {
  account.reserve(asked)
  const goods = unitValues(account.now(), asked.caseId, asked.units).reduce((sum, { amount }) => sum + amount, 0)
  account.settle({
    ...asked,
    caseRevision: 5,
    paid: { goods, ...(asked.freight > 0 ? { freight: asked.freight } : {}) },
  })
  return goods
}

/** S1 once its first case is paid. */
const after = () => {
  const account = openAccount(orderOf([[3, 29700]], { freight: 1200 }))
  const first = paidReturn(account, returning('C1', 1, 2, { judged: merchant }))
  return { account, first }
}

const compensating = (caseId: string): Holding =>
  holdingOf(caseId, { route: 'freightCompensation', freightCompensation: { parent: 'C1', amount: 1500 } })

describe('S1: two of three units for a quality fault', () => {
  it('pays 198.00, and no outbound freight', () => {
    const account = openAccount(orderOf([[3, 29700]], { freight: 1200 }))
    account.reserve(returning('C1', 1, 2))
    expect(freightDue(account.now(), 'C1', merchant, 'merchantOrUnshippedOnly')).toBe(0)
    expect(after().first).toBe(19800)
  })

  it('then the third unit is 99.00 without a reason, and 111.00 for a quality fault', () => {
    const { account } = after()
    const third = returning('C2', 1, 1)
    account.reserve(third)
    expect(unitValues(account.now(), 'C2', third.units)).toMatchObject([{ amount: 9900, lowestSlot: 3 }])
    expect(freightDue(account.now(), 'C2', noReason, 'merchantOrUnshippedOnly')).toBe(0)
    expect(freightDue(account.now(), 'C2', noReason, 'always')).toBe(1200)
    expect(freightDue(account.now(), 'C2', merchant, 'merchantOrUnshippedOnly')).toBe(1200)
    expect(freightDue(account.now(), 'C2', merchant, 'never')).toBe(0)
  })

  it('compensates the freight of the return once', () => {
    const { account } = after()
    account.reserve(compensating('F1'))
    expect(account.reserve(compensating('F2'))).toEqual({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'F1' } })
    account.settle({ ...compensating('F1'), caseRevision: 5, open: false, paid: { freightCompensation: 1500 } })
    expect(account.reserve(compensating('F2'))).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { component: 'freightCompensation', asked: 1500, free: 0 },
    })
    expect(remaining(account.now()).refunded).toEqual({ goods: 19800, freightCompensation: 1500 })
  })
})

describe('S2: a coupon of 20.00 over two lines', () => {
  const order = orderOf(
    [
      [3, 10020],
      [1, 5940],
    ],
    { discount: 2000 },
  )
  const returned = (...quantities: ReadonlyArray<number>) => {
    const account = openAccount(order)
    return quantities.map((quantity, index) => paidReturn(account, returning(`C${index}`, 1, quantity)))
  }

  it('the shares leave 87.65 and 51.95', () => {
    expect(free(openAccount(order).now()).lines).toEqual([
      { lineNo: 1, units: 3, money: 8765 },
      { lineNo: 2, units: 1, money: 5195 },
    ])
  })

  it.each([
    [
      [1, 1, 1],
      [2921, 2922, 2922],
    ],
    [
      [2, 1],
      [5843, 2922],
    ],
    [
      [1, 2],
      [2921, 5844],
    ],
    [[3], [8765]],
  ])('returning %j of A pays %j', (quantities, amounts) => {
    expect(returned(...quantities)).toEqual(amounts)
  })

  it('a unit asked for again after a withdrawal takes the same slot, and its case is the parent', () => {
    const account = openAccount(order)
    paidReturn(account, returning('C1', 1, 1))
    account.reserve(returning('C2', 1, 1))
    account.settle({ ...returning('C2', 1, 1), ...nothing, caseRevision: 1 })
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBe('C2')
    expect(parentFor(account.now(), [{ lineNo: 2, quantity: 1 }])).toBeUndefined()
    account.reserve(returning('X', 1, 2))
    account.settle({ ...returning('X', 1, 2), ...nothing, caseRevision: 1 })
    account.reserve(returning('Y', 1, 1))
    account.settle({ ...returning('Y', 1, 1), ...nothing, caseRevision: 1 })
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 2 }])).toBe('Y')
    expect(paidReturn(account, returning('C3', 1, 1))).toBe(2922)
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBe('X')
  })
})

describe('S9: a refund above what was paid', () => {
  it('is refused with what is free', () => {
    const account = openAccount(orderOf([[1, 12000]]))
    account.reserve(keeping('C1', 1, 8000))
    account.settle(keeping('C1', 1, 8000, { caseRevision: 6, paid: { goods: 8000 } }))
    expect(account.reserve(keeping('C2', 1, 5000))).toEqual({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { component: 'goods', lineNos: [1], asked: 5000, held: 0, free: 4000 },
    })
    account.reserve(keeping('C3', 1, 4000))
    account.settle(keeping('C3', 1, 4000, { caseRevision: 6, paid: { goods: 4000 } }))
    expect(account.reserve(keeping('C4', 1, 1))).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { free: 0 },
    })
    const goodwill = holdingOf('C5', { route: 'compensation', parent: 'C3', compensation: 2000 })
    expect(account.reserve(goodwill, { compensationCap: 12000 })).toHaveLength(1)
    expect(remaining(account.now())).toEqual({
      paid: { goods: 12000 },
      reserved: { compensation: 2000 },
      refunded: { goods: 12000 },
      withheld: {},
      free: {},
    })
  })

  it('a ruling for fraud pays the price and 500.00 in two components', () => {
    const account = openAccount(orderOf([[1, 9900]]))
    account.reserve(returning('C1', 1, 1, { route: 'enforcedRefund' }))
    const ruled = returning('C1', 1, 1, { route: 'enforcedRefund', statutory: 50000 })
    account.reserve(ruled, { follows: 2, ruling: true })
    account.settle({ ...ruled, caseRevision: 3 })
    expect(coverage(account.now(), ruled, { amounts: { goods: 9900, statutory: 50000 } }).covered).toBe(true)
    account.settle({ ...ruled, caseRevision: 8, paid: { goods: 9900, statutory: 50000 } })
    expect(remaining(account.now()).refunded).toEqual({ goods: 9900, statutory: 50000 })
  })
})

describe('S10: two cases that ask for 70.00 of 100.00', () => {
  it('the second gets what is left, and more once the first is withdrawn', () => {
    const account = openAccount(orderOf([[1, 10000]]))
    account.reserve(keeping('M', 1, 7000))
    expect(account.reserve(keeping('N', 1, 7000))).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { free: 3000 },
    })
    account.reserve(keeping('N', 1, 3000))
    expect(account.reserve(keeping('N', 1, 7000), { follows: 3 })).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { asked: 7000, held: 3000, free: 0 },
    })
    account.settle({ ...keeping('M', 1, 7000), ...nothing, caseRevision: 1 })
    expect(account.reserve(keeping('N', 1, 7000), { follows: 3 })).toMatchObject([
      { type: 'Reserved', data: { lines: [{ lineNo: 1, money: [{ from: 1, to: 1, amount: 4000 }] }] } },
    ])
  })
})

describe('S11: one unit of two, unshipped, and then the other', () => {
  it('pays 134.00, then 144.00 with the freight, and the freight once', () => {
    const account = openAccount(orderOf([[2, 26800]], { freight: 1000 }))
    const first = returning('C1', 1, 1, { route: 'unshippedRefund', judged: unshipped })
    account.reserve(first)
    expect(freightDue(account.now(), 'C1', unshipped, 'merchantOrUnshippedOnly')).toBe(0)
    expect(paidReturn(account, first)).toBe(13400)
    const second = returning('C2', 1, 1, { route: 'unshippedRefund', judged: unshipped })
    account.reserve(second)
    expect(freightDue(account.now(), 'C2', unshipped, 'merchantOrUnshippedOnly')).toBe(1000)
    account.reserve({ ...second, freight: 1000 }, { follows: 0 })
    account.settle({ ...second, freight: 1000, caseRevision: 6, paid: { goods: 13400, freight: 1000 } })
    expect(remaining(account.now())).toEqual({
      paid: { goods: 26800, freight: 1000 },
      reserved: {},
      refunded: { goods: 26800, freight: 1000 },
      withheld: {},
      free: {},
    })
    expect(freightDue(account.now(), 'C3', undefined, 'merchantOrUnshippedOnly')).toBe(0)
  })
})
