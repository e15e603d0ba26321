import { isDeepStrictEqual } from 'node:util'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.js'

// Names that engines reorder or treat specially, beside ordinary ones.
const name = fc.oneof(
  fc.string({ maxLength: 3, unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '\u0000',
    '"',
    '\\',
    '😀',
    '\ufb33',
    'ö',
  ),
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.constantFrom('-1', '01', '4294967294', '4294967295', '1.5'),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

const comesBack = (value: unknown): boolean => {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
  } catch {
    return false
  }
}

const refused = (path: string, reason: string) => left({ kind: 'notJson', code: 'NOT_JSON', path, reason })

describe('canonical JSON', () => {
  it('is what another implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toEqual(right(canonicalize(value)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('comes back unchanged from JSON.parse', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(isRight(text) && isDeepStrictEqual(JSON.parse(text.right), value)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('does not depend on the order in which names were set', () => {
    const shuffledTwice = fc
      .uniqueArray(fc.tuple(name, json), { selector: ([key]) => key, maxLength: 8 })
      .chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })))
    fc.assert(
      fc.property(shuffledTwice, ([entries, again]) => {
        expect(canonicalJson(Object.fromEntries(again))).toEqual(canonicalJson(Object.fromEntries(entries)))
      }),
    )
  })

  it('stays right when it has seen more shapes than it remembers', () => {
    for (let shape = 0; shape < 12_000; shape++) canonicalJson({ [`b${shape}`]: 1, [`a${shape}`]: 2 })
    expect(canonicalJson({ b7: 1, a7: 2, 10: 3, 9: 4 })).toEqual(right('{"10":3,"9":4,"a7":2,"b7":1}'))
  })

  it('orders names by UTF-16 code units, as the example of RFC 8785 §3.2.3', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonicalJson(value)).toEqual(right('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'))
  })
})

describe('what JSON cannot carry back unchanged', () => {
  const cyclic: { self?: object } = {}
  cyclic.self = { again: [cyclic] }
  const hidden = Object.defineProperty({}, 'secret', { value: 1, enumerable: false })
  const listWithName = Object.assign([1], { extra: 2 })
  class Money {
    readonly amount = 1
  }
  class List extends Array<number> {}

  const traps: ReadonlyArray<readonly [string, unknown, string, string]> = [
    ['undefined', undefined, '', 'undefined'],
    ['a field that is undefined', { a: { b: undefined } }, '/a/b', 'undefined'],
    ['a function', [() => 1], '/0', 'function'],
    ['a symbol', { a: Symbol('a') }, '/a', 'symbol'],
    ['a bigint', 1n, '', 'bigint'],
    ['NaN', [1, Number.NaN], '/1', 'notFinite'],
    ['an infinity', { 'a/b': { '~': -Infinity } }, '/a~1b/~0', 'notFinite'],
    ['minus zero', { a: -0 }, '/a', 'negativeZero'],
    ['half of a surrogate pair', { a: 'x\ud83d' }, '/a', 'loneSurrogate'],
    ['a name with half of a surrogate pair', { '\ude00': 1 }, '/\ude00', 'loneSurrogate'],
    // oxlint-disable-next-line no-sparse-arrays -- it is what is tested
    ['a hole', [1, , 2], '/1', 'hole'],
    ['a Date', { at: new Date(0) }, '/at', 'notPlain'],
    ['a Map', new Map(), '', 'notPlain'],
    ['an instance of a class', { money: new Money() }, '/money', 'notPlain'],
    ['an instance of a class of lists', new List(), '', 'notPlain'],
    ['a boxed number', Object(1), '', 'notPlain'],
    ['a name that is a symbol', { a: { [Symbol('b')]: 1 } }, '/a', 'hidden'],
    ['a property that is not enumerable', { a: hidden }, '/a/secret', 'hidden'],
    ['a named property of a list', { a: listWithName }, '/a/extra', 'hidden'],
    [
      'a property that computes its value',
      {
        get a() {
          return 1
        },
      },
      '/a',
      'accessor',
    ],
    ['a cycle', { a: cyclic }, '/a/self/again/0', 'cycle'],
    ['more than 100 levels', nested(101), '/0'.repeat(100), 'tooDeep'],
  ]
  it.each(traps)('refuses %s', (_, value, path, reason) => {
    expect(canonicalJson(value)).toEqual(refused(path, reason))
  })

  it('takes 100 levels, and one object in two places', () => {
    const shared = { a: 1 }
    expect(isRight(canonicalJson(nested(100)))).toBe(true)
    expect(canonicalJson([shared, shared])).toEqual(right('[{"a":1},{"a":1}]'))
  })

  it('survives objects that throw when they are read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(canonicalJson({ a: proxy })).toEqual(refused('', 'unreadable'))
  })

  it('is refused, and all else is not, whatever the value', () => {
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withBigInt: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
      withObjectString: true,
      maxDepth: 4,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(isRight(canonicalJson(value))).toBe(comesBack(value))
      }),
      { numRuns: 3_000 },
    )
  })
})
