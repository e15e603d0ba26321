import fc from 'fast-check'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { comparePositions, isPosition, parsePosition, positionAt } from './position.js'
import type { Position } from './envelope.js'

const numbers = fc.array(fc.oneof(fc.bigInt({ min: 0n, max: 30n }), fc.bigInt({ min: 0n, max: 1n << 64n })), {
  minLength: 1,
  maxLength: 3,
})
const written = (parts: ReadonlyArray<bigint>): Position => {
  const text = parts.join('/')
  if (!isPosition(text)) throw new Error(text)
  return text
}
const inNumbers = (a: ReadonlyArray<bigint>, b: ReadonlyArray<bigint>): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x = 0n, y = 0n] = [a[at], b[at]]
    if (x !== y) return x < y ? -1 : 1
  }
  return Math.sign(a.length - b.length)
}

describe('positions', () => {
  it('come in the order of their numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(comparePositions(written(a), written(b))).toBe(inNumbers(a, b))
      }),
      { numRuns: 2_000 },
    )
  })

  it('9 comes before 10, and 12810/0 after 12809/12809', () => {
    expect(comparePositions(positionAt(9), positionAt(10))).toBe(-1)
    expect(comparePositions(written([12810n, 0n]), written([12809n, 12809n]))).toBe(1)
  })

  it('are kept as they came', () => {
    fc.assert(
      fc.property(numbers, (parts) => {
        expect(parsePosition(parts.join('/'))).toEqual(right(parts.join('/')))
      }),
    )
  })

  it('are refused when two texts could mean one place, or the text means none', () => {
    for (const text of ['', '-1', '01', '1.5', '1/', '/1', '1/02', '1e3', ' 1', '1\n', 'start'])
      expect(isLeft(parsePosition(text)), text).toBe(true)
  })

  it('at a number that counts nothing are before every event', () => {
    for (const place of [-1, 1.5, Number.NaN, Infinity, 1e30, 0]) expect(positionAt(place)).toBe('0')
    expect(positionAt(2n ** 70n)).toBe('1180591620717411303424')
  })

  it('are refused whatever else is handed in, without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parsePosition(value)
        if (isLeft(parsed)) expect(parsed.left).toMatchObject({ code: 'BAD_POSITION', written: 'no' })
        else expect(parsed.right).toBe(value)
      }),
    )
  })
})
