import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  addMillis,
  earlier,
  Instant,
  instantFromMillis,
  later,
  millisBetween,
  millisOf,
  nearestInstant,
} from './instant.js'

const FIRST = '0001-01-01T00:00:00.000Z'
const LAST = '9999-12-31T23:59:59.999Z'
const millis = fc.integer({ min: Date.parse(FIRST), max: Date.parse(LAST) })
const instant = millis.map(nearestInstant)

/** ECMAScript reads and writes the same format; it reads much else too, so what it writes again must be the same. */
const isInstantByDate = (text: string) => {
  const parsed = Date.parse(text)
  return text >= FIRST && text <= LAST && !Number.isNaN(parsed) && new Date(parsed).toISOString() === text
}

/** Texts near to instants: one character put in, taken out or changed. */
const damaged = fc
  .tuple(
    instant,
    fc.nat(24),
    fc.nat(1),
    fc.constantFrom('', '0', '1', '2', '3', '6', '9', 'T', 'Z', '-', ':', ' ', 'x'),
  )
  .map(([text, at, taken, put]) => text.slice(0, at) + put + text.slice(at + taken))

describe('an instant', () => {
  it('is written as ECMAScript writes it, and read back to the same millisecond', () => {
    fc.assert(
      fc.property(millis, (ms) => {
        const written = instantFromMillis(ms)
        expect(written).toEqual(right(new Date(ms).toISOString()))
        if (isRight(written)) expect(millisOf(written.right)).toBe(ms)
      }),
      { numRuns: 2_000 },
    )
  })

  it('has exactly one text: the codec takes what ECMAScript would write, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, instant, fc.string({ minLength: 20, maxLength: 26 })), (text) => {
        expect(Instant.is(text)).toBe(isInstantByDate(text))
        expect(isRight(Instant.decode(text))).toBe(isInstantByDate(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('is changed by the codec neither way', () => {
    fc.assert(
      fc.property(instant, (text) => {
        expect(Instant.decode(text)).toEqual(right(text))
        expect(Instant.encode(text)).toBe(text)
      }),
    )
  })

  it.each([
    '2026-02-29T00:00:00.000Z',
    '2025-04-31T00:00:00.000Z',
    '1900-02-29T00:00:00.000Z',
    '0000-12-31T00:00:00.000Z',
    '2026-03-09T24:00:00.000Z',
    '2026-03-09T10:05:60.000Z',
    '2026-03-09T10:05:00Z',
    '2026-03-09T10:05:00.000+00:00',
    '2026-03-09T10:05:00.000Z\n',
    '+012026-03-09T10:05:00.000Z',
  ])('is not %j', (text) => {
    expect(Instant.is(text)).toBe(false)
  })

  it.each(['2024-02-29T00:00:00.000Z', '2000-02-29T12:30:59.999Z', FIRST, LAST])('is %j', (text) => {
    expect(Instant.is(text)).toBe(true)
  })

  it('comes before another just when its text does', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(a < b).toBe(millisOf(a) < millisOf(b))
        expect([earlier(a, b), later(a, b)]).toEqual([a, b].toSorted())
        expect(millisBetween(a, b)).toBe(millisOf(b) - millisOf(a))
      }),
    )
  })

  it('moves by milliseconds and back, and stops at the first and the last there is', () => {
    fc.assert(
      fc.property(instant, fc.maxSafeInteger(), (from, ms) => {
        const to = addMillis(from, ms)
        if (to === FIRST || to === LAST)
          expect(Math.sign(millisBetween(from, to))).toBe(from === to ? 0 : Math.sign(ms))
        else expect(addMillis(to, -ms)).toBe(from)
      }),
    )
  })

  it('drops a part of a millisecond', () => {
    fc.assert(
      fc.property(millis, fc.double({ min: 0, max: 0.9, noNaN: true }), (ms, part) => {
        expect(nearestInstant(ms + Math.sign(ms) * part)).toBe(nearestInstant(Math.trunc(ms + Math.sign(ms) * part)))
      }),
    )
  })

  it('is the first there is where there is no number, which nobody takes for a day that was meant', () => {
    expect([
      nearestInstant(Number.NaN),
      nearestInstant(Date.parse('soon')),
      addMillis(nearestInstant(0), Number.NaN),
    ]).toEqual([FIRST, FIRST, FIRST])
  })

  it('is refused as a value when the number is none', () => {
    expect(instantFromMillis(Date.parse(LAST) + 1)).toMatchObject(left({ code: 'YEAR_OUT_OF_RANGE' }))
    expect(instantFromMillis(Date.parse(FIRST) - 1)).toMatchObject(left({ code: 'YEAR_OUT_OF_RANGE' }))
    for (const ms of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(instantFromMillis(ms)).toMatchObject(left({ code: 'NOT_AN_INSTANT' }))
  })

  it('never fails to be one, whatever is added', () => {
    fc.assert(
      fc.property(instant, fc.double(), (from, ms) => {
        expect(Instant.is(addMillis(from, ms))).toBe(true)
      }),
    )
  })
})
