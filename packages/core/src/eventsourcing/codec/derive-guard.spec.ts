import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { codecWithValues } from '../../../test/codec-with-values.js'
import { deriveGuard } from './derive-guard.js'

describe('a guard derived from a codec', () => {
  it('accepts exactly what decoding gives back unchanged, whatever the codec and the value', () => {
    const seen = { unchanged: 0, changed: 0, refused: 0 }
    fc.assert(
      fc.property(codecWithValues, ({ codec, values }) => {
        const guard = deriveGuard(codec)
        for (const value of values) {
          const decoded = codec.decode(value)
          const unchanged = isRight(decoded) && isDeepStrictEqual(decoded.right, value)
          seen[unchanged ? 'unchanged' : isRight(decoded) ? 'changed' : 'refused']++
          const isSure = !JSON.stringify(value).includes('__proto__')
          expect([value, guard(value)]).toEqual([value, unchanged && (isSure || guard(value))])
        }
      }),
      { numRuns: 400 },
    )
    // It means something only where all three happen often.
    expect(Math.min(seen.unchanged, seen.changed, seen.refused)).toBeGreaterThan(500)
  }, 60_000)

  it('accepts nothing that is not plain, whatever it holds', () => {
    const guard = deriveGuard(t.exact(t.partial({ a: t.number })))
    class Holder {
      readonly a = 1
    }
    for (const odd of [new Date(), new Map(), new Holder(), [], () => 1, Object.assign(new Date(), { a: 1 })])
      expect(guard(odd)).toBe(false)
    expect(guard({ a: 1 })).toBe(true)
  })

  it('refuses a list with a hole where its items must be there', () => {
    // oxlint-disable-next-line no-sparse-arrays -- it is what is tested
    expect(deriveGuard(t.array(t.number))([1, , 2])).toBe(false)
  })
})
