import { describe, expect, it } from 'vitest'
import { holdingOf, keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { coverage, free, parentFor, payable, remaining, unitValues, type Holding } from './index.js'

const coat = () => openAccount(orderOf([[1, 45900]]))
const toCustomer = (caseId: string, amount: number, more: Partial<Holding> = {}): Holding =>
  holdingOf(caseId, { goods: { from: 'anyOf', lineNos: [1], amount }, spendsUnits: false, ...more })

const exchange = (more: Partial<Holding> = {}): Holding =>
  returning('X', 1, 1, { route: 'exchangeOrRepair', spendsUnits: false, ...more })

describe('what a deduction or a ruling withholds (§6-2)', () => {
  it('S3: 60 % of 459.00 spends the unit whole', () => {
    const account = coat()
    account.reserve(returning('A', 1, 1))
    account.settle({ ...returning('A', 1, 1), ...nothing, caseRevision: 5 })
    account.reserve(returning('A', 1, 1), { follows: 5 })
    account.settle(returning('A', 1, 1, { caseRevision: 8 }))
    const paid = returning('A', 1, 1, { caseRevision: 12, paid: { goods: 27540 } })
    expect(account.settle(paid)).toEqual([
      {
        type: 'Consumed',
        data: {
          caseId: 'A',
          caseRevision: 12,
          open: true,
          lines: [
            {
              lineNo: 1,
              units: [{ from: 1, to: 1 }],
              refunded: [{ from: 1, to: 1, amount: 27540 }],
              withheld: [{ from: 1, to: 1, amount: 18360 }],
            },
          ],
          purse: {},
        },
      },
    ])
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 0, money: 0 }])
    expect(account.reserve(keeping('B', 1, 1))).toMatchObject({ code: 'AMOUNT_EXCEEDS_REFUNDABLE', facts: { free: 0 } })
  })

  it('is refundable again by a ruling only', () => {
    const account = coat()
    const paid = returning('A', 1, 1, { caseRevision: 5, paid: { goods: 40000 } })
    account.reserve(returning('A', 1, 1))
    account.settle(paid)
    const all = { amounts: { goods: 45900 } }
    expect(unitValues(account.now(), 'A', paid.units)).toMatchObject([{ amount: 40000, worth: 45900 }])
    expect(payable(account.now(), 'A')).toEqual({})
    expect(payable(account.now(), 'A', true)).toEqual({ goods: 5900 })
    expect(coverage(account.now(), paid, all).covered).toBe(false)
    expect(coverage(account.now(), paid, { ...all, ruling: true }).covered).toBe(true)
    expect(account.settle({ ...paid, caseRevision: 9, paid: { goods: 45900 } })).toMatchObject([
      { type: 'Consumed', data: { lines: [{ lineNo: 1, regained: [{ from: 1, to: 1, amount: 5900 }] }] } },
    ])
    expect(remaining(account.now())).toMatchObject({ refunded: { goods: 45900 }, withheld: {} })
  })

  it('comes back with the unit when the payment is reversed', () => {
    const account = coat()
    account.reserve(returning('A', 1, 1))
    account.settle(returning('A', 1, 1, { caseRevision: 5, paid: { goods: 40000 } }))
    account.settle(returning('A', 1, 1, { caseRevision: 6 }))
    expect(payable(account.now(), 'A')).toEqual({ goods: 45900 })
    expect(unitValues(account.now(), 'A', [{ lineNo: 1, quantity: 1 }])).toMatchObject([{ amount: 45900 }])
  })
})

describe('a ruling (§6-2)', () => {
  it('that leaves the goods with the customer keeps money alone, and frees the units', () => {
    const account = openAccount(orderOf([[3, 30000]]))
    account.reserve(returning('A', 1, 2))
    expect(account.reserve(toCustomer('A', 12000), { follows: 3, ruling: true })).toEqual([])
    expect(account.settle(toCustomer('A', 12000, { caseRevision: 4 }))).toMatchObject([
      {
        type: 'Released',
        data: { lines: [{ lineNo: 1, units: [{ from: 1, to: 2 }], money: [{ from: 2, to: 2, amount: 8000 }] }] },
      },
    ])
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 3, money: 18000 }])
    account.settle(toCustomer('A', 12000, { caseRevision: 8, paid: { goods: 12000 } }))
    expect(remaining(account.now())).toMatchObject({ refunded: { goods: 12000 }, withheld: {}, free: { goods: 18000 } })
  })

  it('counts what an earlier payment withheld into what it pays', () => {
    const account = openAccount(orderOf([[2, 91800]]))
    account.reserve(returning('A', 1, 1))
    account.settle(returning('A', 1, 1, { caseRevision: 5, paid: { goods: 40000 } }))
    account.settle(returning('A', 1, 1, { caseRevision: 6, paid: { goods: 30000 } }))
    account.reserve(toCustomer('A', 43000, { paid: { goods: 30000 } }), { follows: 7, ruling: true })
    account.settle(toCustomer('A', 43000, { caseRevision: 8, paid: { goods: 30000 } }))
    expect(remaining(account.now())).toMatchObject({ reserved: { goods: 7100 }, withheld: { goods: 5900 } })
    expect(payable(account.now(), 'A', true)).toEqual({ goods: 13000 })
  })

  it('is recorded whatever is free: it takes that, and is not covered for the rest', () => {
    const account = coat()
    account.reserve(keeping('B', 1, 40000))
    account.reserve(returning('A', 1, 1))
    account.settle({ ...returning('A', 1, 1), ...nothing, caseRevision: 2 })
    account.reserve(toCustomer('A', 10000), { follows: 3, ruling: true })
    account.settle(toCustomer('A', 10000, { caseRevision: 4 }))
    expect(coverage(account.now(), toCustomer('A', 10000))).toEqual({
      covered: false,
      short: [{ of: 'goods', asked: 10000, held: 5900 }],
      freight: undefined,
    })
    account.settle({ ...keeping('B', 1, 40000), ...nothing, caseRevision: 3 })
    account.settle(toCustomer('A', 10000, { caseRevision: 4 }))
    expect(coverage(account.now(), toCustomer('A', 10000)).covered).toBe(true)
  })
})

describe('an exchange (§3)', () => {
  it('pays a difference from its slots, and frees the unit for the replacement', () => {
    const account = openAccount(orderOf([[2, 20000]]))
    account.reserve(exchange())
    account.settle(exchange({ caseRevision: 6, paid: { goods: 1500 } }))
    expect(remaining(account.now())).toMatchObject({ reserved: { goods: 8500 }, refunded: { goods: 1500 } })
    account.settle({ ...exchange({ paid: { goods: 1500 } }), ...nothing, caseRevision: 7 })
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 2, money: 18500 }])
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBe('X')
    expect(unitValues(account.now(), 'B', [{ lineNo: 1, quantity: 1 }])).toMatchObject([{ amount: 8500, worth: 10000 }])
  })

  it('that becomes a return is paid what is left, and only that spends the unit', () => {
    const account = openAccount(orderOf([[1, 10000]]))
    account.reserve(exchange())
    account.settle(exchange({ caseRevision: 6, paid: { goods: 1500 } }))
    const now = returning('X', 1, 1, { paid: { goods: 1500 } })
    expect(account.settle({ ...now, caseRevision: 8 })).toEqual([])
    expect(payable(account.now(), 'X')).toEqual({ goods: 8500 })
    account.settle({ ...now, caseRevision: 12, paid: { goods: 10000 } })
    expect(remaining(account.now())).toMatchObject({ refunded: { goods: 10000 }, free: {} })
  })
})
