import { describe, expect, it } from 'vitest'
import { holdingOf, keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import type { Holding } from './index.js'

const twoUnits = () =>
  openAccount(
    orderOf([
      [2, 2000],
      [1, 500],
    ]),
  )
const paid = (asks: Holding, goods: number): Holding => ({ ...asks, caseRevision: 7, paid: { goods } })
const ended = (asks: Holding): Holding => ({ ...asks, ...nothing, caseRevision: 3 })

const goodwill = (caseId: string, compensation: number, parent?: string): Holding =>
  holdingOf(caseId, { route: 'compensation', compensation, parent })

describe('asking for what another case already asks for (§1 "Duplicates")', () => {
  it('is a duplicate where no unit is free and an open case has some of it reserved', () => {
    const account = twoUnits()
    account.reserve(returning('A', 1, 2))
    expect(account.reserve(returning('B', 1, 1))).toEqual({
      code: 'DUPLICATE_OPEN_CASE',
      facts: { caseId: 'A', lineNo: 1 },
    })
    expect(account.reserve(returning('B', 2, 1))).toHaveLength(1)
  })

  it('is too much where some unit is free, or nobody has any of it open', () => {
    const account = twoUnits()
    account.reserve(returning('A', 1, 1))
    expect(account.reserve(returning('B', 1, 2))).toEqual({
      code: 'QUANTITY_EXCEEDS',
      facts: { lineNo: 1, asked: 2, held: 0, free: 1 },
    })
    account.reserve(returning('B', 1, 1))
    account.settle(paid(returning('A', 1, 1), 1000))
    account.settle(paid(returning('B', 1, 1), 1000))
    expect(account.reserve(returning('C', 1, 1))).toMatchObject({ code: 'QUANTITY_EXCEEDS', facts: { free: 0 } })
  })

  it('of goods kept goes by money: a duplicate only where none is free', () => {
    const account = twoUnits()
    account.reserve(keeping('A', 1, 1500))
    expect(account.reserve(keeping('B', 1, 600))).toMatchObject({
      code: 'AMOUNT_EXCEEDS_REFUNDABLE',
      facts: { free: 500 },
    })
    account.reserve(keeping('B', 1, 500))
    expect(account.reserve(keeping('C', 1, 1))).toEqual({
      code: 'DUPLICATE_OPEN_CASE',
      facts: { caseId: 'A', lineNo: 1 },
    })
    account.settle(paid(keeping('A', 1, 1500), 1500))
    account.settle(paid(keeping('B', 1, 500), 500))
    expect(account.reserve(keeping('C', 1, 1))).toMatchObject({ code: 'AMOUNT_EXCEEDS_REFUNDABLE', facts: { free: 0 } })
  })

  it('by one case that grows is never a duplicate', () => {
    const account = twoUnits()
    account.reserve(returning('A', 1, 1))
    account.reserve(returning('B', 1, 1))
    expect(account.reserve(returning('B', 1, 2), { follows: 2 })).toEqual({
      code: 'UNITS_TAKEN',
      facts: { caseId: 'A', lineNo: 1 },
    })
    expect(account.reserve(returning('B', 1, 3), { follows: 2 })).toMatchObject({ code: 'QUANTITY_EXCEEDS' })
  })

  it('by a case that comes back after an unpaid end is refused UNITS_TAKEN, whether held or back', () => {
    const account = twoUnits()
    account.reserve(returning('A', 2, 1))
    account.settle(ended(returning('A', 2, 1)))
    account.reserve(returning('B', 2, 1))
    expect(account.reserve(returning('A', 2, 1), { follows: 4 })).toEqual({
      code: 'UNITS_TAKEN',
      facts: { caseId: 'B', lineNo: 2 },
    })
    account.settle(paid(returning('B', 2, 1), 500))
    expect(account.reserve(returning('A', 2, 1), { follows: 4 })).toMatchObject({ code: 'UNITS_TAKEN' })
  })

  it('repeated by the same case takes nothing more', () => {
    const account = twoUnits()
    account.reserve(returning('A', 1, 2))
    expect(account.reserve(returning('A', 1, 2))).toEqual([])
  })

  it('names a line that the order does not have, and an order that nobody has recorded', () => {
    expect(twoUnits().reserve(returning('A', 9, 1))).toEqual({ code: 'LINE_UNKNOWN', facts: { lineNo: 9 } })
    expect(twoUnits().reserve(keeping('A', 9, 1))).toEqual({ code: 'LINE_UNKNOWN', facts: { lineNo: 9 } })
    for (const route of ['returnRefund', 'keepGoodsRefund', 'compensation', 'enforcedRefund'] as const)
      expect(openAccount().reserve(holdingOf('A', { route, compensation: 1 }))).toEqual({
        code: 'ORDER_UNKNOWN',
        facts: { caseId: 'A' },
      })
  })
})

describe('goodwill (§6-5)', () => {
  it('stays under its cap over all cases of the order, and never touches the goods', () => {
    const account = twoUnits()
    account.reserve(returning('A', 1, 2))
    account.reserve(goodwill('G1', 900, 'A'), { compensationCap: 1000 })
    expect(account.reserve(goodwill('G2', 200, 'B'), { compensationCap: 1000 })).toEqual({
      code: 'COMPENSATION_CAP',
      facts: { asked: 200, held: 0, free: 100, cap: 1000 },
    })
    account.settle({ ...goodwill('G1', 900, 'A'), caseRevision: 5, paid: { compensation: 900 } })
    expect(account.reserve(goodwill('G2', 101, 'B'), { compensationCap: 1000 })).toMatchObject({ facts: { free: 100 } })
    expect(account.reserve(goodwill('G2', 100, 'B'), { compensationCap: 1000 })).toHaveLength(1)
    expect(account.reserve(goodwill('G3', 1, 'C'))).toMatchObject({ code: 'COMPENSATION_CAP', facts: { cap: 0 } })
  })

  it('duplicates only an open case of the same parent', () => {
    const account = twoUnits()
    const most = { compensationCap: 1000 }
    account.reserve(goodwill('G1', 100, 'A'), most)
    expect(account.reserve(goodwill('G2', 100, 'A'), most)).toEqual({
      code: 'DUPLICATE_OPEN_CASE',
      facts: { caseId: 'G1' },
    })
    expect(account.reserve(goodwill('G2', 100, 'B'), most)).toHaveLength(1)
    account.settle({ ...goodwill('G1', 100, 'A'), open: false, caseRevision: 6, paid: { compensation: 100 } })
    expect(account.reserve(goodwill('G3', 100, 'A'), most)).toHaveLength(1)
  })

  it('is taken by no settle that is not told the cap', () => {
    const account = twoUnits()
    account.reserve(goodwill('G1', 100), { compensationCap: 1000 })
    expect(account.settle({ ...goodwill('G1', 150), caseRevision: 2 })).toEqual([])
    expect(account.settle({ ...goodwill('G1', 150), caseRevision: 2 }, { compensationCap: 120 })).toMatchObject([
      { type: 'Reserved', data: { purse: { compensation: 20 } } },
    ])
  })
})
