import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addAmount, countOf, emptyMedian, medianOf } from './running-median.js'

describe('a running median', () => {
  it('is after each amount what sorting all of them gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 60 }), (amounts) => {
        const median = emptyMedian()
        expect(medianOf(median)).toBeUndefined()
        for (const [index, amount] of amounts.entries()) {
          addAmount(median, amount)
          const sorted = amounts.slice(0, index + 1).toSorted((a, b) => a - b)
          expect([countOf(median), medianOf(median)]).toEqual([index + 1, sorted[Math.ceil(sorted.length / 2) - 1]])
        }
      }),
      { numRuns: 300 },
    )
  })
})
