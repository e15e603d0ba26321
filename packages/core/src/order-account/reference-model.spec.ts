import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { order, step } from '../../test/account-steps.js'
import { world } from '../../test/account-world.js'
import { emptyAccount, evolve } from './index.js'

describe('the order account', () => {
  it('is what a plain account of every slot is, whatever the cases do, and never has more than was paid', () => {
    fc.assert(
      fc.property(order, fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), (facts, steps) => {
        const both = world(facts)
        for (const so of steps) both.act(so)
        expect(both.history.reduce(evolve, emptyAccount)).toEqual(both.now())
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
