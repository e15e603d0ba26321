import fc from 'fast-check'
import { isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { jsonCopy } from './json-copy.js'

const isFrozenDeep = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenDeep))

const holders = (value: unknown): ReadonlyArray<object> =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(holders)] : []

describe('a JSON copy', () => {
  it('equals what was copied, is frozen deep, and shares nothing with it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
        (value) => {
          const copy = jsonCopy(value)
          expect(copy).toStrictEqual(right(value))
          expect(isRight(copy) && isFrozenDeep(copy.right)).toBe(true)
          const originals = new Set(holders(value))
          expect(isRight(copy) && holders(copy.right).some((holder) => originals.has(holder))).toBe(false)
          expect([...originals].some((holder) => Object.isFrozen(holder))).toBe(false)
        },
      ),
    )
  })

  it('keeps the names in their order', () => {
    expect(isRight(jsonCopy({ b: 1, a: 2 })) && JSON.stringify(jsonCopy({ b: 1, a: 2 }))).toContain('{"b":1,"a":2}')
  })

  it('reads a property once, so that what was looked at is what is kept', () => {
    let reads = 0
    const shifty = {
      get amount() {
        return ++reads
      },
    }
    expect(jsonCopy(shifty)).toEqual(right({ amount: 1 }))
  })

  it('takes undefined for absent where it is told to', () => {
    expect(jsonCopy({ a: undefined, b: { c: undefined } }, { undefinedIsAbsent: true })).toEqual(right({ b: {} }))
    expect(isRight(jsonCopy([undefined], { undefinedIsAbsent: true }))).toBe(false)
  })

  it('sets no prototype by a property called __proto__', () => {
    const copy = jsonCopy(JSON.parse('{"__proto__":{"admin":true}}'))
    expect(isRight(copy) && Object.getPrototypeOf(copy.right)).toBe(Object.prototype)
    expect(isRight(copy) && JSON.stringify(copy.right)).toBe('{"__proto__":{"admin":true}}')
  })
})
