import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import {
  emptyAccount,
  evolve,
  free,
  lapse,
  parentFor,
  payable,
  remaining,
  reserve,
  settle,
  type Holding,
} from './index.js'

const order = orderOf([[3, 3000]], { freight: 300 })

describe('a crash or a race between account and case', () => {
  it('an older revision of the case than the account has followed is refused', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 2))
    account.settle(returning('A', 1, 1, { caseRevision: 4 }))
    const stale = { code: 'STALE_CASE_REVISION', facts: { caseId: 'A', seen: 4, given: 3 } }
    expect(account.settle(returning('A', 1, 2, { caseRevision: 3 }))).toEqual(stale)
    expect(account.reserve(returning('A', 1, 2), { follows: 3 })).toEqual(stale)
    expect(account.reserve(returning('A', 1, 2), { follows: 4 })).toHaveLength(1)
  })

  it('what was reserved for an event that never came is given back by the next settle', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 1))
    account.reserve(returning('A', 1, 3), { follows: 2 })
    expect(account.settle(returning('A', 1, 1, { caseRevision: 2 }))).toMatchObject([
      { type: 'Released', data: { lines: [{ units: [{ from: 2, to: 3 }] }] } },
    ])
  })

  it('what was reserved for an event that did come is confirmed once, so that whoever read before must read again', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 1))
    expect(account.settle(returning('A', 1, 1))).toEqual([])
    account.reserve(returning('A', 1, 2), { follows: 2 })
    expect(account.settle(returning('A', 1, 2, { caseRevision: 3 }))).toMatchObject([
      { type: 'Reserved', data: { caseRevision: 3, lines: [], purse: {} } },
    ])
    expect(account.settle(returning('A', 1, 2, { caseRevision: 3 }))).toEqual([])
    expect(account.settle(returning('A', 1, 1, { caseRevision: 2 }))).toMatchObject({ code: 'STALE_CASE_REVISION' })
  })

  it('money that has gone out is the case’s wherever it is still free, though nothing was reserved for it', () => {
    const account = openAccount(order)
    account.reserve(keeping('A', 1, 500))
    account.settle({ ...keeping('A', 1, 500), ...nothing, caseRevision: 3 })
    account.settle({ ...keeping('A', 1, 500), ...nothing, caseRevision: 4, paid: { goods: 500 } })
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 3, money: 2500 }])
    expect(remaining(account.now()).refunded).toEqual({ goods: 500 })
  })

  it('a reservation whose case never came lapses, and is nobody’s parent', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 2))
    expect(account.lapse('A')).toMatchObject([
      { type: 'Released', data: { caseRevision: -1, open: false, lapsed: true } },
    ])
    expect(account.lapse('A')).toEqual([])
    expect(account.lapse('unheard-of')).toEqual([])
    expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 3, money: 3000 }])
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBeUndefined()
  })

  it('what is given back before the case came to be leaves no trace: it can be requested again', () => {
    const account = openAccount(order)
    account.reserve(returning('B', 1, 2))
    account.reserve(returning('A', 1, 1))
    account.settle({ ...returning('A', 1, 1), ...nothing, caseRevision: -1 })
    expect([...account.now().cases.keys()]).toEqual(['B'])
    expect(parentFor(account.now(), [{ lineNo: 1, quantity: 1 }])).toBeUndefined()
    account.reserve(returning('C', 1, 1))
    expect(account.reserve(returning('A', 1, 1))).toMatchObject({ code: 'DUPLICATE_OPEN_CASE', facts: { caseId: 'B' } })
  })

  it('a settle that says only that a case ended, or goes on again, is said once', () => {
    const account = openAccount(order)
    account.reserve(returning('A', 1, 1))
    const paid = returning('A', 1, 1, { caseRevision: 6, paid: { goods: 1000 } })
    account.settle(paid)
    expect(account.settle({ ...paid, caseRevision: 7, open: false })).toMatchObject([
      { type: 'Released', data: { open: false, lines: [], purse: {} } },
    ])
    expect(account.settle({ ...paid, caseRevision: 7, open: false })).toEqual([])
    expect(account.settle({ ...paid, caseRevision: 8 })).toMatchObject([{ type: 'Reserved', data: { open: true } }])
    expect(account.settle({ ...paid, caseRevision: 8 })).toEqual([])
  })

  it('two cases never hold the same unit, in whatever order they reserve, pay and end (rule 2)', () => {
    const step = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      act: fc.nat(4),
      many: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        let account = openAccount(order).now()
        const cases = new Map<string, Holding>()
        for (const { who, act, many } of steps) {
          const caseId = `C${who}`
          const asks = cases.get(caseId)
          const next =
            asks === undefined || act === 0
              ? returning(caseId, 1, many, asks === undefined ? {} : { paid: asks.paid })
              : act === 1
                ? { ...asks, paid: { goods: (asks.paid.goods ?? 0) + (payable(account, caseId).goods ?? 0) } }
                : act === 2
                  ? { ...asks, paid: {} }
                  : act === 3 && asks.paid.goods === undefined
                    ? { ...asks, ...nothing }
                    : asks
          const caseRevision = (asks?.caseRevision ?? -1) + 1
          const grown = reserve(account, next, { follows: caseRevision - 1 })
          if (isLeft(grown)) continue
          account = grown.right.reduce(evolve, account)
          cases.set(caseId, { ...next, caseRevision })
          const settled = settle(account, { ...next, caseRevision })
          if (isLeft(settled)) throw new Error('stale')
          account = settled.right.reduce(evolve, account)
          const paid = [...cases.values()].reduce((sum, of) => sum + (of.paid.goods ?? 0), 0)
          expect(paid).toBeLessThanOrEqual(3000)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('lapsing an account that knows nothing of the case writes nothing', () => {
    expect(lapse(emptyAccount, 'A')).toMatchObject({ right: [] })
    expect(settle(emptyAccount, keeping('A', 1, 5))).toMatchObject({ right: [] })
  })
})
