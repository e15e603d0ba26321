import fc from 'fast-check'
import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { calendarAsKnownAt, calendarHistory, type PublishedCalendarYear } from './calendar-history.js'
import { china2026 } from './china-2026.js'
import { addMillis, nearestInstant } from './instant.js'
import { LocalDate, localDateOfDayNumber } from './local-date.js'
import { WorkCalendarYear } from './work-calendar-year.js'
import { calendarDay, noCalendar, workCalendar } from './work-calendar.js'

const given = <A>(either: Either<unknown, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const day = (date: string, name = '假日') => {
  if (!LocalDate.is(date)) throw new Error(`${date} is no date`)
  return { date, name }
}
const empty = ({ year, version }: { readonly year: number; readonly version: number }): WorkCalendarYear => ({
  region: 'CN',
  year,
  version,
  source: '通知',
  holidays: [],
  makeUpDays: [],
})
const year2026: WorkCalendarYear = {
  region: 'CN',
  year: 2026,
  version: 1,
  source: '通知',
  holidays: [day('2026-10-01'), day('2026-10-02')],
  makeUpDays: [day('2026-10-10')],
}

describe('a calendar that does not make sense', () => {
  it.each<[WorkCalendarYear, object]>([
    [
      { ...year2026, holidays: [day('2026-10-01'), day('2025-10-02')] },
      { code: 'DATE_IN_OTHER_YEAR', list: 'holidays', index: 1, date: '2025-10-02' },
    ],
    [
      { ...year2026, makeUpDays: [day('2027-10-10')] },
      { code: 'DATE_IN_OTHER_YEAR', list: 'makeUpDays', index: 0, date: '2027-10-10' },
    ],
    [
      { ...year2026, holidays: [day('2026-10-01'), day('2026-10-01', '国庆节')] },
      { code: 'DATE_TWICE', list: 'holidays', index: 1, date: '2026-10-01' },
    ],
    [
      { ...year2026, makeUpDays: [day('2026-10-10'), day('2026-10-10')] },
      { code: 'DATE_TWICE', list: 'makeUpDays', index: 1, date: '2026-10-10' },
    ],
    [
      { ...year2026, holidays: [day('2026-10-10')] },
      { code: 'HOLIDAY_AND_MAKE_UP_DAY', list: 'makeUpDays', index: 0, date: '2026-10-10' },
    ],
    ...['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'].map(
      (date): [WorkCalendarYear, object] => [
        { ...year2026, makeUpDays: [day(date)] },
        { code: 'MAKE_UP_DAY_ON_WEEKDAY', list: 'makeUpDays', index: 0, date },
      ],
    ),
  ])('is refused with the place: %#', (published, problem) => {
    expect(workCalendar([published])).toEqual(left({ calendar: 'CN 2026 v1', ...problem }))
  })

  it('is refused for a year or version that is none, for another region, and for a version with two contents', () => {
    for (const year of [0, 10_000, 2026.5, Number.NaN])
      expect(workCalendar([{ ...year2026, year }])).toMatchObject(left({ code: 'YEAR_OUT_OF_RANGE' }))
    for (const version of [0, -1, 1.5])
      expect(workCalendar([{ ...year2026, version }])).toMatchObject(left({ code: 'VERSION_OUT_OF_RANGE' }))
    expect(workCalendar([year2026, { ...year2026, region: 'HK' }])).toEqual(
      left({ code: 'OTHER_REGION', calendar: 'HK 2026 v1', expected: 'CN' }),
    )
    for (const other of [{ makeUpDays: [] }, { source: '另一通知' }, { makeUpDays: [day('2026-10-11')] }])
      expect(workCalendar([year2026, { ...year2026, ...other }])).toEqual(
        left({ code: 'VERSION_REUSED', calendar: 'CN 2026 v1' }),
      )
  })

  it('may be handed in twice, in any order of its days', () => {
    const again = { ...year2026, holidays: year2026.holidays.toReversed() }
    expect(workCalendar([year2026, again])).toEqual(workCalendar([year2026]))
    expect(isRight(workCalendar([again, year2026]))).toBe(true)
  })
})

describe('a calendar', () => {
  const date = fc.integer({ min: 19_000, max: 22_500 }).map(localDateOfDayNumber)

  it('without any year is Monday to Friday, all provisional', () => {
    fc.assert(
      fc.property(date, (when) => {
        const weekend = [0, 6].includes(new Date(when).getUTCDay())
        expect(calendarDay(noCalendar, when)).toEqual({
          workday: !weekend,
          kind: weekend ? 'weekend' : 'weekday',
          name: null,
          provisional: true,
          version: null,
        })
      }),
    )
  })

  it('answers by the newest version of each year, in whatever order they come', () => {
    const versions = fc.uniqueArray(
      fc.record({ year: fc.constantFrom(2025, 2026, 2027), version: fc.integer({ min: 1, max: 9 }) }),
      {
        selector: ({ year, version }) => `${year} ${version}`,
      },
    )
    fc.assert(
      fc.property(versions, date, (chosen, when) => {
        const newest = Math.max(
          0,
          ...chosen.filter(({ year }) => when.startsWith(`${year}`)).map(({ version }) => version),
        )
        const calendar = given(workCalendar(chosen.map(empty)))
        expect(calendarDay(calendar, when).version).toBe(newest === 0 ? null : `CN ${when.slice(0, 4)} v${newest}`)
        expect(calendarDay(calendar, when).provisional).toBe(newest === 0)
      }),
    )
  })

  it('goes through JSON and the codec unchanged', () => {
    expect(WorkCalendarYear.decode(JSON.parse(JSON.stringify(china2026)))).toEqual(right(china2026))
    expect(WorkCalendarYear.encode(china2026)).toEqual(china2026)
    expect(isLeft(WorkCalendarYear.decode({ ...china2026, holidays: [{ date: '2026-02-30', name: '' }] }))).toBe(true)
  })
})

describe('a calendar as known at an instant', () => {
  const instant = fc.integer({ min: 0, max: 30 }).map((days) => nearestInstant(days * 86_400_000))
  const published: fc.Arbitrary<ReadonlyArray<PublishedCalendarYear>> = fc.array(
    fc.record({
      calendar: fc.record({ year: fc.constantFrom(2026, 2027), version: fc.integer({ min: 1, max: 4 }) }).map(empty),
      knownFrom: fc.oneof(fc.constant('beginning' as const), instant),
    }),
    { maxLength: 8 },
  )

  it('is the calendar of what was published by then, and of nothing later', () => {
    fc.assert(
      fc.property(published, instant, fc.constantFrom(-1, 0, 1), (all, about, shift) => {
        const when = addMillis(about, shift)
        const history = given(calendarHistory(all))
        const byThen = all.filter(({ knownFrom }) => knownFrom === 'beginning' || knownFrom <= when)
        expect(right(calendarAsKnownAt(history, when))).toEqual(workCalendar(byThen.map(({ calendar }) => calendar)))
      }),
      { numRuns: 500 },
    )
  })

  it('is refused as a whole when one year of it is', () => {
    const bad = { ...year2026, makeUpDays: [day('2026-10-12')] }
    expect(calendarHistory([{ calendar: bad, knownFrom: 'beginning' }])).toMatchObject(
      left({ code: 'MAKE_UP_DAY_ON_WEEKDAY' }),
    )
  })

  it('is known from that very instant on', () => {
    const from = nearestInstant(Date.parse('2025-11-04T00:00:00Z'))
    const history = given(calendarHistory([{ calendar: year2026, knownFrom: from }]))
    const { date } = day('2026-10-01')
    expect(calendarDay(calendarAsKnownAt(history, from), date).kind).toBe('holiday')
    expect(calendarDay(calendarAsKnownAt(history, addMillis(from, -1)), date).provisional).toBe(true)
  })
})
