import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitAfter } from './backoff.js'

const backoff = { firstMs: 50, mostMs: 2_000 }

describe('the waits between attempts', () => {
  it('grow to a limit, and are never less than half of what they may be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failed, chance) => {
          const most = Math.min(2_000, 50 * 2 ** (failed - 1))
          const wait = waitAfter(backoff, failed, chance)
          expect(wait).toBeGreaterThanOrEqual(most / 2)
          expect(wait).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('outlast an election within the time of a call', () => {
    let waited = 0
    let attempts = 1
    for (; waited < 30_000; attempts++) waited += waitAfter(backoff, attempts, 0.999)
    expect(attempts).toBeGreaterThan(15)
    expect(attempts).toBeLessThan(40)
  })
})
