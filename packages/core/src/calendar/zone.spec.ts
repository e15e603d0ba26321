import fc from 'fast-check'
import { isLeft, isRight, left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addMillis, Instant, millisBetween, millisOf, nearestInstant } from './instant.js'
import { addDays, LocalDate, localDateOfDayNumber } from './local-date.js'
import { LocalTime, localTimeOfMinute } from './local-time.js'
import { atLocalTime, dayHolding, localDateOf, localDateTimeOf, startOfDay, timeZone, TimeZone } from './zone.js'

const ZONES = [
  'Asia/Shanghai', // summer time 1986 to 1991
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo', // clocks went forward at midnight: days without 00:00
  'America/St_Johns', // clocks went back at 00:01: a day that ends twice
  'Australia/Lord_Howe', // by half an hour
  'Asia/Kathmandu', // +05:45
  'Pacific/Apia', // no 2011-12-30
  'Africa/Casablanca', // back for Ramadan
]
const zone = fc.constantFrom(...ZONES.filter(TimeZone.is))
const HOUR = 3_600_000
const between = (from: string, to: string) => fc.integer({ min: Date.parse(from), max: Date.parse(to) })
const millis = fc.oneof(
  between('1970-01-01', '2050-01-01'),
  between('1850-01-01', '9998-01-01'),
  // around the changes of ten years, where mistakes live
  fc
    .tuple(
      fc.constantFrom('03-08', '03-29', '04-05', '10-04', '10-25', '11-01', '02-15', '10-18', '12-30'),
      fc.integer({ min: 1985, max: 2015 }),
      fc.integer({ min: -8 * 24 * HOUR, max: 8 * 24 * HOUR }),
    )
    .map(([day, year, shift]) => Date.parse(`${year}-${day}`) + shift),
)
const instant = millis.map(nearestInstant)
const date = fc.integer({ min: -43_000, max: 60_000 }).map(localDateOfDayNumber)
const time = fc.nat(1439).map(localTimeOfMinute)

const formats = new Map<string, Intl.DateTimeFormat>()
/** What the wall shows, by Intl alone: `YYYY-MM-DD HH:mm:ss`. */
const shownByIntl = (timeZoneName: string, at: Instant): string => {
  const format =
    formats.get(timeZoneName) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: timeZoneName, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(timeZoneName, format)
  return format.format(millisOf(at))
}

const given = (name: string): TimeZone => {
  const found = timeZone(name)
  if (isLeft(found)) throw new Error(found.left.message)
  return found.right
}
const at = (zoneName: string, day: string, clock: string) =>
  LocalDate.is(day) && LocalTime.is(clock) ? atLocalTime(given(zoneName), day, clock) : undefined

describe('what the wall shows', () => {
  it('is what Intl says, in every zone at any instant', () => {
    fc.assert(
      fc.property(zone, instant, (where, when) => {
        const { date: day, time: clock, second, millisecond } = localDateTimeOf(where, when)
        expect(`${day} ${clock}:${String(second).padStart(2, '0')}`).toBe(shownByIntl(where, when))
        expect(millisecond).toBe(((millisOf(when) % 1000) + 1000) % 1000)
        expect(localDateOf(where, when)).toBe(day)
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not depend on what was asked before', () => {
    const where = given('Europe/Berlin')
    const when = nearestInstant(Date.parse('2026-03-29T00:59:59.999Z'))
    const first = localDateTimeOf(where, when)
    for (let day = 0; day < 5_000; day++) localDateOf(where, addMillis(when, day * 24 * HOUR))
    expect(localDateTimeOf(where, when)).toEqual(first)
    expect(first.time).toBe('01:59')
    expect(localDateTimeOf(where, addMillis(when, 1)).time).toBe('03:00')
  })
})

describe('the instant of a time on the wall', () => {
  it('is the first at which the wall shows that time or a later one', () => {
    fc.assert(
      fc.property(zone, date, time, (where, day, clock) => {
        const first = atLocalTime(where, day, clock)
        expect(shownByIntl(where, first) >= `${day} ${clock}:00`).toBe(true)
        // Nothing shows it in the 30 hours before: Intl is asked every quarter of an hour, and just before.
        for (const back of [1, ...Array.from({ length: 120 }, (_, quarter) => (quarter + 1) * (HOUR / 4))])
          if (shownByIntl(where, addMillis(first, -back)) >= `${day} ${clock}:00`)
            expect.fail(`${where} ${day} ${clock}: shown ${back} ms before ${first}`)
      }),
      { numRuns: 80 },
    )
  })

  it('is shown at that instant, unless clocks jump over it', () => {
    fc.assert(
      fc.property(zone, date, time, (where, day, clock) => {
        const first = atLocalTime(where, day, clock)
        if (shownByIntl(where, first) === `${day} ${clock}:00`) return
        const [before, after] = [addMillis(first, -1), first].map((when) => shownByIntl(where, when))
        expect(`${before}` < `${day} ${clock}:00` && `${day} ${clock}:00` < `${after}`).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never goes back when the day or the time goes on', () => {
    fc.assert(
      fc.property(zone, date, fc.nat(3), time, time, (where, day, days, a, b) => {
        const [one, other] = [a, b].toSorted()
        if (one === undefined || other === undefined) return
        expect(atLocalTime(where, day, one) <= atLocalTime(where, day, other)).toBe(true)
        expect(atLocalTime(where, day, one) <= atLocalTime(where, addDays(day, days), one)).toBe(true)
      }),
    )
  })

  it.each([
    ['Asia/Shanghai', '2026-03-09', '10:05', '2026-03-09T02:05:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'], // skipped: the jump itself
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // twice: the first
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00.000Z'], // skipped midnight
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'], // a day that was not
  ])('in %s on %s at %s is %s', (where, day, clock, expected) => {
    expect(at(where, day, clock)).toBe(expected)
  })
})

describe('a day in a zone', () => {
  it('rule 16: holds every instant exactly once, from its start up to the start of the next', () => {
    fc.assert(
      fc.property(zone, instant, (where, when) => {
        const day = dayHolding(where, when)
        expect(startOfDay(where, day) <= when).toBe(true)
        expect(when < startOfDay(where, addDays(day, 1))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the date on the wall, except after clocks went back over midnight', () => {
    fc.assert(
      fc.property(zone, instant, (where, when) => {
        const [holding, shown] = [dayHolding(where, when), localDateOf(where, when)]
        if (holding === shown) return
        expect(addDays(shown, 1)).toBe(holding)
        expect(millisBetween(startOfDay(where, holding), when)).toBeLessThanOrEqual(HOUR)
      }),
      { numRuns: 1_000 },
    )
    const stJohns = given('America/St_Johns')
    const again = nearestInstant(Date.parse('2010-11-07T03:00:00Z')) // 23:30 of the 6th, for the second time
    expect([localDateOf(stJohns, again), dayHolding(stJohns, again)]).toEqual(['2010-11-06', '2010-11-07'])
  })

  it('S7: a payment one second before midnight in Shanghai is of June, the next second of July', () => {
    const shanghai = given('Asia/Shanghai')
    const [last, first] = ['2026-06-30T15:59:59.000Z', '2026-06-30T16:00:00.000Z'].filter(Instant.is)
    expect(last && localDateOf(shanghai, last)).toBe('2026-06-30')
    expect(first && localDateOf(shanghai, first)).toBe('2026-07-01')
    expect(first).toBe(at('Asia/Shanghai', '2026-07-01', '00:00'))
  })

  it('stays within the years 1 to 9999', () => {
    for (const where of ZONES.filter(TimeZone.is))
      for (const edge of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'].filter(Instant.is)) {
        expect(LocalDate.is(localDateOf(where, edge))).toBe(true)
        expect(LocalDate.is(dayHolding(where, edge))).toBe(true)
        expect(Instant.is(startOfDay(where, dayHolding(where, edge)))).toBe(true)
      }
  })
})

describe('a time zone', () => {
  it.each(['Asia/Shanghai', 'UTC', 'Etc/GMT+8', 'America/Argentina/Buenos_Aires'])('is %s', (name) => {
    expect(isRight(timeZone(name))).toBe(true)
  })

  it.each(['', 'Asia/Nowhere', '+08:00', 'GMT+8:00', 'Asia/', ' UTC', 'constructor'])('is not %j', (name) => {
    expect(timeZone(name)).toMatchObject(left({ code: 'UNKNOWN_ZONE', input: name }))
    expect(TimeZone.is(name)).toBe(false)
  })
})
