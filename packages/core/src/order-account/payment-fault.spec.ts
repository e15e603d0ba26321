import { describe, expect, it } from 'vitest'
import { holdingOf, keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { coverage, free, parentFor, payable, remaining, type Holding } from './index.js'

const fault = (caseId: string, funds: number, more: Partial<Holding> = {}): Holding =>
  holdingOf(caseId, {
    route: 'paymentFault',
    wholeOrder: true,
    funds,
    units: [{ lineNo: 1, quantity: 1 }],
    goods: { from: 'lines', amounts: [{ lineNo: 1, amount: funds }] },
    spendsUnits: false,
    ...more,
  })
const ended = (asks: Holding): Holding => ({ ...asks, ...nothing, caseRevision: 4 })

describe('a payment fault of a recorded order', () => {
  const order = orderOf(
    [
      [2, 4000],
      [1, 500],
    ],
    { freight: 300 },
  )

  it('holds the order whole: every other goods case is its duplicate', () => {
    const account = openAccount(order)
    account.reserve(fault('F', 4500))
    expect(free(account.now())).toEqual({
      lines: [
        { lineNo: 1, units: 0, money: 0 },
        { lineNo: 2, units: 0, money: 0 },
      ],
      freight: 0,
    })
    for (const other of [returning('A', 1, 1), keeping('A', 2, 1), fault('A', 1), holdingOf('A', { freight: 1 })])
      expect(account.reserve(other)).toMatchObject({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'F' } })
    expect(
      account.reserve(holdingOf('A', { route: 'compensation', compensation: 1 }), { compensationCap: 5 }),
    ).toHaveLength(1)
  })

  it('is refused UNITS_TAKEN where units are held or back, and claims no more than the free goods and freight', () => {
    const account = openAccount(order)
    expect(account.reserve(fault('F', 4801))).toEqual({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { component: 'funds', asked: 4801, held: 0, free: 4800 },
    })
    account.reserve(keeping('K', 1, 1000))
    expect(account.reserve(fault('F', 3801))).toMatchObject({ facts: { free: 3800 } })
    account.reserve(returning('A', 1, 1))
    expect(account.reserve(fault('F', 100))).toEqual({ code: 'UNITS_TAKEN', facts: { caseId: 'A', lineNo: 1 } })
    account.settle({ ...returning('A', 1, 1), caseRevision: 6, paid: { goods: 2000 } })
    expect(account.reserve(fault('F', 100))).toMatchObject({ code: 'UNITS_TAKEN' })
  })

  it('is spent whole when it is paid, and held again when that is reversed', () => {
    const account = openAccount(order)
    account.reserve(fault('F', 4600))
    const paid = fault('F', 4600, { caseRevision: 9, paid: { funds: 4600 } })
    account.settle(paid)
    expect(remaining(account.now())).toEqual({
      paid: { goods: 4500, freight: 300 },
      reserved: {},
      refunded: { goods: 4500, freight: 100, funds: 4600 },
      withheld: { freight: 200 },
      free: {},
    })
    expect(account.reserve(returning('A', 1, 1))).toMatchObject({ code: 'QUANTITY_EXCEEDS', facts: { free: 0 } })
    account.settle(fault('F', 4600, { caseRevision: 10 }))
    expect(remaining(account.now()).reserved).toEqual({ goods: 4500, freight: 300, funds: 4600 })
    account.settle({ ...ended(paid), paid: {}, caseRevision: 11 })
    expect(remaining(account.now()).free).toEqual({ goods: 4500, freight: 300 })
  })

  it('S8: a second request duplicates the first; after its decline, the first is the parent', () => {
    const account = openAccount(orderOf([[1, 4500]]))
    account.reserve(fault('C1', 4500))
    expect(account.reserve(fault('X', 4500))).toEqual({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'C1' } })
    account.settle(ended(fault('C1', 4500)))
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBe('C1')
    expect(parentFor(account.now(), [], 'paymentFault')).toBe('C1')
    expect(account.reserve(fault('C2', 4500))).toHaveLength(1)
  })
})

describe('a payment fault without an order', () => {
  it('claims what it likes until funds are confirmed, and is then bounded by them', () => {
    const account = openAccount()
    account.reserve(fault('F', 5600))
    expect(coverage(account.now(), fault('F', 5600)).covered).toBe(true)
    account.settle(fault('F', 5600, { caseRevision: 5, fundsConfirmed: 5000 }))
    expect(account.history.map(({ type }) => type)).toEqual(['Reserved', 'FundsConfirmed', 'Released'])
    expect(coverage(account.now(), fault('F', 5600)).short).toEqual([{ of: 'funds', asked: 5600, held: 5000 }])
    expect(payable(account.now(), 'F')).toEqual({ funds: 5000 })
  })

  it('is asked for once: a duplicate while open, and nothing is left of the funds once paid', () => {
    const account = openAccount()
    account.reserve(fault('F', 5600))
    expect(account.reserve(fault('G', 1))).toEqual({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'F' } })
    account.settle(fault('F', 5600, { caseRevision: 5, fundsConfirmed: 5600 }))
    account.settle(fault('F', 5600, { caseRevision: 9, open: false, fundsConfirmed: 5600, paid: { funds: 5600 } }))
    expect(account.reserve(fault('G', 1))).toMatchObject({ code: 'AMOUNT_EXCEEDS_REFUNDABLE', facts: { free: 0 } })
    expect(remaining(account.now())).toMatchObject({ paid: {}, refunded: { funds: 5600 } })
  })

  it('comes back after an unpaid end only where no other took its place', () => {
    const account = openAccount()
    account.reserve(fault('F', 5600))
    account.settle(ended(fault('F', 5600)))
    expect(parentFor(account.now(), [])).toBe('F')
    account.reserve(fault('G', 5600))
    expect(account.reserve(fault('F', 5600), { follows: 5 })).toEqual({ code: 'UNITS_TAKEN', facts: { caseId: 'G' } })
    account.settle(ended(fault('G', 5600)))
    expect(account.reserve(fault('F', 5600), { follows: 5 })).toHaveLength(1)
  })

  it('holds an order that is recorded later, as soon as it is settled', () => {
    const account = openAccount()
    account.reserve(fault('F', 5600))
    account.record(orderOf([[1, 5000]]))
    account.settle(fault('F', 5600, { caseRevision: 3 }))
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 0, money: 0 }])
    expect(coverage(account.now(), fault('F', 5600)).short).toEqual([{ of: 'funds', asked: 5600, held: 5000 }])
  })
})
