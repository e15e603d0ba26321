import fc from 'fast-check'
import { expect, it, describe } from 'vitest'
import { nothing, openAccount, orderOf, returning } from '../../test/order-account.js'
import { free, remaining, unitValues, type Holding } from './index.js'

const line = fc.record({
  quantity: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
  gross: fc.oneof(fc.nat(50), fc.nat(9_007_199_254)),
})
const step = fc.record({
  act: fc.constantFrom('ask', 'pay', 'withdraw', 'fewer', 'reverse'),
  who: fc.nat(9),
  part: fc.nat(),
})

describe('returns of a line (rule 3)', () => {
  it('in any partition and order, with any withdrawals, sum to exactly what was paid once all units are back', () => {
    fc.assert(
      fc.property(line, fc.nat(100), fc.array(step, { maxLength: 20 }), ({ quantity, gross }, off, steps) => {
        const discount = Math.min(off, gross)
        const account = openAccount(orderOf([[quantity, gross]], { discount }))
        const cases: Array<Holding> = []
        const worth = (asks: Holding): number => unitValues(account.now(), asks.caseId, asks.units)[0]?.amount ?? 0
        const goOn = (index: number, asks: Holding): void => {
          cases[index] = { ...asks, caseRevision: asks.caseRevision + 1 }
          account.settle(cases[index])
        }
        const ask = (wanted: number): void => {
          const asks = returning(`C${cases.length}`, 1, wanted)
          if (!('code' in account.reserve(asks))) cases.push(asks)
        }
        const pay = (index: number, asks: Holding): void =>
          goOn(index, { ...asks, paid: asks.units.length === 0 ? {} : { goods: worth(asks) } })

        for (const { act, who, part } of steps) {
          const index = who % Math.max(1, cases.length)
          const asks = cases[index]
          if (act === 'ask') ask(1 + (part % quantity))
          else if (asks === undefined) continue
          else if (act === 'pay') pay(index, asks)
          else if (act === 'reverse') goOn(index, { ...asks, paid: {} })
          else if (asks.paid.goods !== undefined) continue
          else if (act === 'withdraw') goOn(index, { ...asks, ...nothing })
          else if (asks.units[0] !== undefined)
            goOn(index, { ...asks, units: [{ lineNo: 1, quantity: 1 + (part % asks.units[0].quantity) }] })
        }
        const left = free(account.now()).lines[0]?.units ?? 0
        if (left > 0) ask(left)
        cases.forEach((asks, index) => asks.paid.goods === undefined && pay(index, asks))

        expect(free(account.now()).lines).toEqual([{ lineNo: 1, units: 0, money: 0 }])
        expect(remaining(account.now()).refunded.goods ?? 0).toBe(gross - discount)
        expect(cases.reduce((sum, { paid }) => sum + (paid.goods ?? 0), 0)).toBe(gross - discount)
        expect(cases.reduce((sum, { units }) => sum + (units[0]?.quantity ?? 0), 0)).toBe(quantity)
      }),
      { numRuns: 250 },
    )
  })
})
