import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discountShares, firstSlotWithin, floorOfProduct, lastSlotWithin, slotsWorth } from './proration.js'

const sum = (amounts: ReadonlyArray<number>) => amounts.reduce((total, amount) => total + amount, 0)
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const amount = fc.oneof(fc.nat(30), fc.nat(2_000_000), fc.nat(9_007_199_254))
const gross = fc.array(amount, { minLength: 1, maxLength: 12 })
const discounted = gross.chain((lines) => fc.record({ lines: fc.constant(lines), discount: fc.nat(sum(lines)) }))
const line = fc.record({
  net: fc.oneof(fc.nat(60), amount),
  quantity: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1_000_000 })),
})
const stretch = line.chain(({ net, quantity }) =>
  fc
    .tuple(fc.integer({ min: 1, max: quantity }), fc.integer({ min: 1, max: quantity }))
    .map(([a, b]) => ({ net, quantity, from: Math.min(a, b), to: Math.max(a, b) })),
)

describe('discount shares (§6-1)', () => {
  it('sum to the discount, and each is 0 or more and no more than its line (rule 4)', () => {
    fc.assert(
      fc.property(discounted, ({ lines, discount }) => {
        const shares = discountShares(discount, lines)
        expect(sum(shares)).toBe(sum(lines) === 0 ? 0 : discount)
        shares.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(lines[index] ?? -1)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('are the cumulative floor of exact arithmetic', () => {
    fc.assert(
      fc.property(discounted, ({ lines, discount }) => {
        fc.pre(sum(lines) > 0)
        const upTo = (count: number) => (BigInt(discount) * BigInt(sum(lines.slice(0, count)))) / BigInt(sum(lines))
        expect(discountShares(discount, lines)).toEqual(lines.map((_, index) => Number(upTo(index + 1) - upTo(index))))
      }),
      { numRuns: 1_000 },
    )
  })

  it('S2: a coupon of 20.00 over 100.20 and 59.40 is 12.55 and 7.45', () => {
    expect(discountShares(2000, [10020, 5940])).toEqual([1255, 745])
  })
})

describe('slots of a line (§6-2)', () => {
  it('any partition into stretches sums to what the line was paid', () => {
    fc.assert(
      fc.property(line, fc.array(fc.nat(1_000_000), { maxLength: 6 }), ({ net, quantity }, cuts) => {
        const ends = [...new Set([...cuts.map((cut) => 1 + (cut % quantity)), quantity])].toSorted((a, b) => a - b)
        const parts = ends.map((to, index) => slotsWorth(net, quantity, (ends[index - 1] ?? 0) + 1, to))
        expect(sum(parts)).toBe(net)
      }),
      { numRuns: 2_000 },
    )
  })

  it('differ by one minor unit at most', () => {
    fc.assert(
      fc.property(stretch, ({ net, quantity, from, to }) => {
        const [a, b] = [slotsWorth(net, quantity, from, from), slotsWorth(net, quantity, to, to)]
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('the last slot within an amount, and the first, are as far as the amount reaches', () => {
    fc.assert(
      fc.property(stretch, fc.nat(), ({ net, quantity, from, to }, draw) => {
        const limit = draw % (slotsWorth(net, quantity, from, to) + 2)
        const last = lastSlotWithin(net, quantity, from, to, limit)
        const first = firstSlotWithin(net, quantity, from, to, limit)
        expect(slotsWorth(net, quantity, from, last)).toBeLessThanOrEqual(limit)
        expect(slotsWorth(net, quantity, first, to)).toBeLessThanOrEqual(limit)
        if (last < to) expect(slotsWorth(net, quantity, from, last + 1)).toBeGreaterThan(limit)
        if (first > from) expect(slotsWorth(net, quantity, first - 1, to)).toBeGreaterThan(limit)
      }),
      { numRuns: 3_000 },
    )
  })

  it('S2: 87.65 for three is 29.21, 29.22 and 29.22', () => {
    expect(range(1, 3).map((slot) => slotsWorth(8765, 3, slot, slot))).toEqual([2921, 2922, 2922])
    expect(slotsWorth(8765, 3, 2, 3)).toBe(5844)
  })
})

it('a floor is exact where the product is beyond safe integers', () => {
  fc.assert(
    fc.property(amount, fc.maxSafeNat(), fc.integer({ min: 1, max: 1_000_000 }), (a, b, c) => {
      const exact = (BigInt(a) * BigInt(b)) / BigInt(c)
      fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER))
      expect(floorOfProduct(a, b, c)).toBe(Number(exact))
    }),
  )
})
