import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdingOf, keeping, nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { remaining, type Holding, type OrderAccount } from './index.js'

const runsOf = (account: OrderAccount): number => account.lines.get(1)?.runs.length ?? 0
const million = 1_000_000

describe('a line of a million units', () => {
  it('is held, paid and given back in events as short as those of one unit', () => {
    const account = openAccount(orderOf([[million, 9_007_199_254]]))
    const asks = returning('A', 1, million)
    account.reserve(asks)
    account.settle({ ...asks, caseRevision: 5, paid: { goods: 9_000_000_000 } })
    account.settle({ ...asks, caseRevision: 6 })
    account.settle({ ...asks, ...nothing, caseRevision: 7 })
    for (const event of account.history) expect(JSON.stringify(event).length).toBeLessThan(600)
    expect(account.history.slice(1).map(({ type }) => type)).toEqual(['Reserved', 'Consumed', 'Restored', 'Released'])
    expect(remaining(account.now()).free).toEqual({ goods: 9_007_199_254 })
    expect(runsOf(account.now())).toBe(1)
  })

  it('costs what was done to it, not what it holds; and its money is all accounted for', () => {
    const claim = fc.record({
      kind: fc.constantFrom('units', 'money', 'ruled', 'end', 'pay'),
      who: fc.nat(5),
      many: fc.integer({ min: 1, max: million }),
      money: fc.integer({ min: 1, max: 5_000_000 }),
    })
    const line = fc.record({ quantity: fc.integer({ min: 1000, max: million }), gross: fc.nat(9_007_199_254) })
    fc.assert(
      fc.property(line, fc.array(claim, { maxLength: 25, size: 'max' }), ({ quantity, gross }, claims) => {
        const account = openAccount(orderOf([[quantity, gross]]))
        const cases = new Map<string, Holding>()
        claims.forEach(({ kind, who, many, money }) => {
          const caseId = `C${who}`
          const before = cases.get(caseId)
          const asks =
            kind === 'money'
              ? keeping(caseId, 1, money)
              : kind === 'ruled'
                ? holdingOf(caseId, { goods: { from: 'anyOf', lineNos: [1], amount: money }, spendsUnits: false })
                : kind === 'end' && before !== undefined
                  ? { ...before, ...nothing }
                  : kind === 'pay' && before !== undefined
                    ? { ...before, paid: { goods: Math.min(money, remaining(account.now()).reserved.goods ?? 0) } }
                    : returning(caseId, 1, many % quantity)
          const next = { ...asks, paid: asks.paid.goods === undefined ? (before?.paid ?? {}) : asks.paid }
          cases.set(caseId, { ...next, caseRevision: (before?.caseRevision ?? -1) + 1 })
          account.settle({ ...next, caseRevision: (before?.caseRevision ?? -1) + 1 })
          const { reserved, refunded, withheld, free } = remaining(account.now())
          const sum = [reserved, refunded, withheld, free].reduce((total, of) => total + (of.goods ?? 0), 0)
          expect(sum).toBe(gross)
        })
        expect(runsOf(account.now())).toBeLessThanOrEqual(4 * claims.length + 1)
        for (const event of account.history) expect(JSON.stringify(event).length).toBeLessThan(8_000)
      }),
      { numRuns: 80 },
    )
  })
})
