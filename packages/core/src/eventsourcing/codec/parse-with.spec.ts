import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { parseWith } from './parse-with.js'
import { problemText } from './problem.js'

const PositiveInteger = t.refinement(t.number, (n) => Number.isInteger(n) && n > 0, 'PositiveInteger')
const Ship = t.strict({ kind: t.literal('ship'), carrier: t.string })
const Keep = t.strict({ kind: t.literal('keep') })
const Command = t.readonly(
  t.exact(
    t.intersection([
      t.type({
        route: t.keyof({ return: null, keep: null }),
        lines: t.readonlyArray(t.strict({ lineNo: PositiveInteger, quantity: PositiveInteger })),
        way: t.union([Ship, Keep]),
      }),
      t.partial({
        note: t.union([t.string, t.null]),
        tags: t.record(t.string, t.boolean),
        at: t.tuple([t.number, t.number]),
      }),
    ]),
  ),
)
const parse = parseWith(Command)
const sound = { route: 'return', lines: [{ lineNo: 1, quantity: 2 }], way: { kind: 'ship', carrier: 'SF' } }

const problemsOf = (value: unknown): ReadonlyArray<string> => {
  const parsed = parse(value)
  return isLeft(parsed) ? parsed.left.problems.map(problemText) : []
}

describe('decoding untyped JSON', () => {
  it('answers with a frozen copy that the caller cannot reach', () => {
    const given = structuredClone(sound)
    const parsed = parse(given)
    given.lines[0] = { lineNo: 9, quantity: 9 }
    given.way.carrier = 'other'
    expect(parsed).toStrictEqual(right(sound))
    expect(isRight(parsed) && Object.isFrozen(parsed.right.lines)).toBe(true)
    expect(Object.isFrozen(given.lines)).toBe(false)
  })

  it('names each problem at its place, and never the value', () => {
    expect(
      problemsOf({
        route: 'secret-route',
        lines: [{ lineNo: 1, quantity: -5 }, { lineNo: '1' }, 'secret'],
        way: { kind: 'ship', carrier: 7, extra: 'secret' },
        note: 5,
        tags: { 'a/b': 'secret' },
        at: [1],
        actor: 'secret',
      }),
    ).toEqual([
      '/route: expected one of "return", "keep"',
      '/lines/0/quantity: expected a positive integer',
      '/lines/1/lineNo: expected a positive integer',
      '/lines/1/quantity: missing',
      '/lines/2: expected an object',
      '/way/carrier: expected a text',
      '/way/extra: unknown field',
      '/note: expected a text or null',
      '/tags/a~1b: expected true or false',
      '/at: expected a list of 2',
      '/actor: unknown field',
    ])
  })

  it.each([
    ['nothing', undefined, ['/: missing']],
    ['a text', 'text', ['/: expected an object']],
    ['an unknown word in a tag', { ...sound, way: { kind: 'swap' } }, ['/way/kind: expected one of "ship", "keep"']],
    ['a missing tag', { ...sound, way: {} }, ['/way/kind: expected one of "ship", "keep"']],
    [
      'what is wrong whichever word was meant',
      { ...sound, way: { kind: 'swap', at: 'noon' } },
      ['/way/kind: expected one of "ship", "keep"', '/way/at: unknown field'],
    ],
    ['NaN', { ...sound, note: Number.NaN }, ['/note: expected a finite number']],
    ['-0', { ...sound, at: [0, -0] }, ['/at/1: expected a number other than -0']],
    ['half a character', { ...sound, note: '\ud83d' }, ['/note: expected whole characters']],
    ['a Date', { ...sound, note: new Date() }, ['/note: expected plain JSON']],
    [
      '__proto__',
      JSON.parse(`{"__proto__":{"route":"keep"},${JSON.stringify(sound).slice(1)}`),
      ['/__proto__: unknown field'],
    ],
    ['constructor', { ...sound, constructor: {} }, ['/constructor: unknown field']],
    ['a field in the prototype only', Object.create(sound), ['/: expected plain JSON']],
  ])('refuses %s', (_, value, problems) => {
    expect(problemsOf(value)).toEqual(problems)
  })

  it('takes a field that is undefined for one that is not there', () => {
    expect(parse({ ...sound, note: undefined, more: undefined })).toStrictEqual(right(sound))
    expect(problemsOf({ ...sound, route: undefined })).toEqual(['/route: missing'])
  })

  it('reports no more than 20 problems, at places of bounded length', () => {
    const problems = problemsOf({ ...sound, lines: Array.from({ length: 1_000 }, () => 1), ['x'.repeat(1_000_000)]: 1 })
    expect(problems).toHaveLength(20)
    const long = problemsOf({ ...sound, ['x'.repeat(1_000_000)]: 1 })
    expect(long.join('').length).toBeLessThan(100)
    expect(problemsOf({ ...sound, ['x'.repeat(1_000_000)]: 1n }).join('').length).toBeLessThan(300)
  })

  it('accepts what the codec decodes unchanged, refuses all else, and throws for nothing', () => {
    const value = fc.oneof(
      fc.record({
        route: fc.constantFrom('return', 'keep', 'other'),
        lines: fc.array(fc.record({ lineNo: fc.integer({ min: 0, max: 9 }), quantity: fc.constant(1) }), {
          maxLength: 2,
        }),
        way: fc.constantFrom({ kind: 'ship', carrier: 'SF' }, { kind: 'keep' }, { kind: 'keep', carrier: 'SF' }),
      }),
      fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true, withSparseArray: true }),
    )
    fc.assert(
      fc.property(value, (given) => {
        const decoded = Command.decode(given)
        const unchanged = isRight(decoded) && isDeepStrictEqual(decoded.right, given)
        expect(parse(given)).toEqual(unchanged ? right(given) : left(expect.objectContaining({ kind: 'malformed' })))
      }),
      { numRuns: 1_000 },
    )
  })
})
