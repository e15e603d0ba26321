import { isDeepStrictEqual } from 'node:util'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { codecWithValues } from '../../../test/codec-with-values.js'
import { deriveCopy } from './derive-copy.js'
import { deriveGuard } from './derive-guard.js'

const isFrozenDeep = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenDeep))

describe('a copier derived from a codec', () => {
  it('copies what decoding gives back unchanged, frozen, with its canonical JSON, and nothing else', () => {
    const seen = { copied: 0, left: 0, refused: 0 }
    fc.assert(
      fc.property(codecWithValues, ({ codec, values }) => {
        const copyOf = deriveCopy(codec)
        const accepts = deriveGuard(codec)
        for (const value of values) {
          const before = JSON.stringify(value)
          const copy = copyOf(value)
          seen[copy !== undefined ? 'copied' : accepts(value) ? 'left' : 'refused']++
          if (copy === undefined) continue
          expect(accepts(value)).toBe(true)
          expect(isDeepStrictEqual(copy.value, value)).toBe(true)
          expect(copy.text).toBe(canonicalize(value))
          expect(isFrozenDeep(copy.value)).toBe(true)
          expect(JSON.stringify(value)).toBe(before)
          if (typeof value === 'object' && value !== null) expect(copy.value !== value).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
    // It may leave what is odd to others, but not what is ordinary.
    expect(seen.left).toBeLessThan(seen.copied / 20)
    expect(seen.refused).toBeGreaterThan(200)
  }, 60_000)

  it.each<[string, t.Mixed, unknown]>([
    ['an undefined field', t.exact(t.partial({ a: t.string })), { a: undefined }],
    ['a field that it does not name', t.strict({}), { a: 1 }],
    ['a number that JSON has not', t.strict({ a: t.number }), { a: Number.NaN }],
    ['minus zero', t.strict({ a: t.number }), { a: -0 }],
    ['minus zero for the word 0', t.strict({ a: t.literal(0) }), { a: -0 }],
    ['half a character', t.strict({ a: t.string }), { a: '\ud800' }],
    // oxlint-disable-next-line no-sparse-arrays -- it is what is tested
    ['a list with a hole', t.array(t.number), [1, , 2]],
    ['an instance of a class', t.strict({}), new Date(0)],
    [
      'what throws when it is read',
      t.strict({ a: t.string }),
      {
        get a() {
          throw new Error('no')
        },
      },
    ],
  ])('leaves %s to others', (_, codec, value) => {
    expect(deriveCopy(codec)(value)).toBeUndefined()
  })

  it('counts the fields that its caller has read from beside those of the codec', () => {
    const copyOf = deriveCopy(t.strict({ a: t.number }))
    expect(copyOf({ a: 1, key: 'k' }, 1)).toEqual({ value: { a: 1 }, text: '{"a":1}' })
    expect([copyOf({ a: 1 }, 1), copyOf({ a: 1, key: 'k' }), copyOf({ a: 1, key: 'k', more: 1 }, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
