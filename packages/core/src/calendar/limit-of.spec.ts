import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { calendarAsKnownAt, calendarHistory } from './calendar-history.js'
import { china2025 } from './china-2025.js'
import { china2026 } from './china-2026.js'
import type { Instant } from './instant.js'
import { firstInstantAfter, limitOf } from './limit-of.js'
import type { Limit, Move } from './limit.js'
import { parseInstantIn } from './parse-instant.js'
import type { WorkCalendarYear } from './work-calendar-year.js'
import { noCalendar, workCalendar } from './work-calendar.js'
import { moved } from './working-days.js'
import { addMonths, firstDayOf, YearMonth } from './year-month.js'

const given = <A>(either: Either<unknown, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const china = given(workCalendar([china2025, china2026]))

/** A time on the wall in Shanghai. */
const at = (text: string): Instant => given(parseInstantIn('Asia/Shanghai', text))
const due = (limit: Limit, start: string, calendar = china) => limitOf(limit, 'Asia/Shanghai', calendar, at(start))

const hours = (n: number): Limit => ({ kind: 'elapsed', minutes: n * 60 })
const threeWorkingDays: Limit = { kind: 'endOfWorkingDay', days: 3 }
const statutory: Limit = { kind: 'calendarDays', days: 7, move: 'offRestDays' }
const thirtyDays: Limit = { kind: 'calendarDays', days: 30, move: 'none' }
const nextDayAtTen: Limit = { kind: 'timeOfDay', time: '10:00', day: 'nextCalendarDay' }

describe('S1: the limits of a return in March 2026', () => {
  it('review within 24 hours, the 24th included', () => {
    expect(due(hours(24), '2026-03-09 10:05')).toEqual({
      limit: at('2026-03-10 10:05'),
      inclusive: true,
      lastDay: '2026-03-10',
      provisional: false,
      calendarVersions: [],
    })
  })

  it('all within 30 calendar days from the next', () => {
    expect(due(thirtyDays, '2026-03-09 10:05')).toMatchObject({ lastDay: '2026-04-08', limit: at('2026-04-09 00:00') })
  })

  it('paid by the end of the third working day, midnight excluded', () => {
    const answer = due(threeWorkingDays, '2026-03-13 11:00')
    expect(answer).toEqual({
      limit: at('2026-03-19 00:00'),
      inclusive: false,
      lastDay: '2026-03-18',
      provisional: false,
      calendarVersions: ['CN 2026 v1'],
    })
    expect(firstInstantAfter(answer)).toBe(at('2026-03-19 00:00:00.000'))
    expect(due(statutory, '2026-03-13 10:30').lastDay).toBe('2026-03-20')
  })
})

describe('S5: weekend, holiday and 调休', () => {
  it.each([
    ['2026-09-29 15:00', '2026-10-09', '2026-10-08', '2026-10-02'],
    ['2026-02-12 15:00', '2026-02-24', '2026-02-24', '2026-02-17'],
  ])('passed %s: paid by %s, by law %s; weekdays alone would say %s', (start, paid, law, weekdaysOnly) => {
    expect(due(threeWorkingDays, start)).toMatchObject({ lastDay: paid, provisional: false })
    expect(due(statutory, start)).toMatchObject({ lastDay: law, provisional: false })
    expect(due(threeWorkingDays, start, noCalendar)).toMatchObject({ lastDay: weekdaysOnly, provisional: true })
  })

  it('passed 2026-12-30: a provisional answer until 2027 is published, and the first one stays known', () => {
    const china2027: WorkCalendarYear = {
      ...china2026,
      year: 2027,
      source: 'an invented notice',
      holidays: [firstDayOf(month('2027-01'))].map((date) => ({ date, name: '元旦' })),
      makeUpDays: [],
    }
    const publishedAt = at('2026-12-31 09:00')
    const history = given(
      calendarHistory([
        { calendar: china2026, knownFrom: 'beginning' },
        { calendar: china2027, knownFrom: publishedAt },
      ]),
    )
    const asKnown = (when: string) => due(threeWorkingDays, '2026-12-30 15:00', calendarAsKnownAt(history, at(when)))

    expect(asKnown('2026-12-30 15:00')).toMatchObject({
      lastDay: '2027-01-04',
      provisional: true,
      calendarVersions: ['CN 2026 v1'],
    })
    expect(asKnown('2026-12-31 09:00')).toMatchObject({
      lastDay: '2027-01-05',
      provisional: false,
      calendarVersions: ['CN 2026 v1', 'CN 2027 v1'],
    })
  })

  it('is not provisional where no calendar is asked', () => {
    expect(due(thirtyDays, '2026-12-30 15:00')).toMatchObject({ lastDay: '2027-01-29', provisional: false })
  })
})

describe('S3, S4 and S12: other limits', () => {
  it.each<[Limit, string, string]>([
    [{ kind: 'calendarDays', days: 7, move: 'none' }, '2026-05-20 10:00', '2026-05-28 00:00'], // evidence due 05-27
    [threeWorkingDays, '2026-05-25 16:00', '2026-05-29 00:00'], // ruled: due end of 05-28
    [nextDayAtTen, '2026-04-08 16:45', '2026-04-09 10:00'],
    [{ kind: 'elapsed', minutes: 10 }, '2026-08-03 09:00', '2026-08-03 09:10'],
    [hours(1), '2026-08-03 09:40', '2026-08-03 10:40'],
    [hours(12), '2026-08-03 10:41', '2026-08-03 22:41'],
    [threeWorkingDays, '2026-08-03 11:10', '2026-08-07 00:00'],
  ])('%j from %s is %s', (limit, start, expected) => {
    expect(due(limit, start).limit).toBe(at(expected))
  })

  it('a clock-time limit includes its instant: in time at 10:00, too late one millisecond after', () => {
    const answer = due(nextDayAtTen, '2026-04-08 16:45')
    expect(answer).toMatchObject({ inclusive: true, lastDay: '2026-04-09' })
    expect(firstInstantAfter(answer)).toBe(at('2026-04-09 10:00:00.001'))
  })

  it('the next working day is that after a holiday', () => {
    const limit: Limit = { kind: 'timeOfDay', time: '10:00', day: 'nextWorkingDay' }
    expect(due(limit, '2026-09-30 16:45')).toMatchObject({ limit: at('2026-10-08 10:00'), lastDay: '2026-10-08' })
    expect(due(limit, '2026-02-13 16:45').limit).toBe(at('2026-02-14 10:00'))
  })

  it('the same day is that of the start, even when its time has passed', () => {
    const limit: Limit = { kind: 'timeOfDay', time: '18:00', day: 'same' }
    expect(due(limit, '2026-04-08 11:00').limit).toBe(at('2026-04-08 18:00'))
    expect(due(limit, '2026-04-08 19:00').limit).toBe(at('2026-04-08 18:00'))
  })

  it('a start in the last millisecond of a day belongs to that day', () => {
    expect(due(threeWorkingDays, '2026-03-12 23:59:59.999').lastDay).toBe('2026-03-17')
    expect(due(threeWorkingDays, '2026-03-13 00:00').lastDay).toBe('2026-03-18')
  })
})

const month = (text: string): YearMonth => {
  if (!YearMonth.is(text)) throw new Error(`${text} is no month`)
  return text
}

describe('S7, LG1: the ledger of a month is due on the 1st of the next', () => {
  it.each([
    ['2026-06', '2026-07-01', '2026-07-01'],
    ['2026-07', '2026-08-03', '2026-08-03'],
    ['2026-01', '2026-02-02', '2026-02-02'],
    ['2026-04', '2026-05-01', '2026-05-06'],
    ['2026-09', '2026-10-01', '2026-10-08'],
    ['2025-12', '2026-01-01', '2026-01-04'], // a Sunday that is worked
  ])('that of %s on %s by the letter, on %s off rest days', (of, byTheLetter, offRestDays) => {
    const dueOn = (move: Move) => moved(china, firstDayOf(addMonths(month(of), 1)), move).date
    expect(dueOn('offWeekend')).toBe(byTheLetter)
    expect(dueOn('offRestDays')).toBe(offRestDays)
  })
})
