import fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { nearestInstant } from './instant.js'
import { parseInstant, parseInstantIn } from './parse-instant.js'
import { localDateTimeOf, TimeZone } from './zone.js'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'].filter(TimeZone.is)
const millis = fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2100-01-01') })
const two = (n: number) => String(n).padStart(2, '0')

describe('reading an instant', () => {
  it('agrees with ECMAScript on every date and time with an offset', () => {
    const offset = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59))
        .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
    )
    fc.assert(
      fc.property(millis, fc.constantFrom(16, 19, 21, 22, 23), offset, (ms, length, zone) => {
        const text = new Date(ms).toISOString().slice(0, length) + zone
        const expected = new Date(text).toISOString()
        expect(parseInstant(text)).toEqual(right(expected))
        expect(parseInstant(text.replace('T', ' '))).toEqual(right(expected))
        for (const where of zones) expect(parseInstantIn(where, text)).toEqual(right(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('in a zone reads what the wall shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), millis, fc.constantFrom('T', ' '), (where, ms, between) => {
        const when = nearestInstant(ms)
        const { date, time, second, millisecond } = localDateTimeOf(where, when)
        const text = `${date}${between}${time}:${two(second)}.${String(millisecond).padStart(3, '0')}`
        const read = parseInstantIn(where, text)
        // What comes twice is read as the first.
        expect([right(when), right(nearestInstant(ms - 3_600_000))]).toContainEqual(read)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['2026-03-09T10:05:00+08:00', '2026-03-09T02:05:00.000Z'],
    ['2026-03-09T10:05+08:00', '2026-03-09T02:05:00.000Z'],
    ['2026-03-09T02:05:00.5Z', '2026-03-09T02:05:00.500Z'],
    ['2026-03-09 10:05:00.123-05:30', '2026-03-09T15:35:00.123Z'],
  ])('takes %s', (text, expected) => {
    expect(parseInstant(text)).toEqual(right(expected))
  })

  it.each([
    ['2026-03-09T10:05', 'OFFSET_MISSING'],
    ['2026-03-09', 'NOT_AN_INSTANT'],
    ['2026-3-9 10:05', 'NOT_AN_INSTANT'],
    ['09.03.2026 10:05', 'NOT_AN_INSTANT'],
    ['2026-03-09T10:05:00.1234Z', 'NOT_AN_INSTANT'],
    ['', 'NOT_AN_INSTANT'],
    ['2026-02-29T10:05Z', 'NO_SUCH_DATE'],
    ['2026-03-09T24:00Z', 'NO_SUCH_TIME'],
    ['2026-03-09T10:05:60Z', 'NO_SUCH_TIME'],
    ['2026-03-09T10:05+24:00', 'NO_SUCH_OFFSET'],
    ['0001-01-01T00:00+08:00', 'YEAR_OUT_OF_RANGE'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseInstant(text)).toMatchObject(left({ code, input: expect.any(String) }))
  })

  it('in Shanghai needs no offset', () => {
    for (const where of zones.slice(0, 1))
      for (const text of ['2026-03-09 10:05', '2026-03-09T10:05', '2026-03-09T10:05:00', '2026-03-09T10:05:00.000'])
        expect(parseInstantIn(where, text)).toEqual(right('2026-03-09T02:05:00.000Z'))
  })
})
