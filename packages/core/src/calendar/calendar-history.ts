import { map, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Instant } from './instant.js'
import { calendarVersionName, type CalendarProblem, type WorkCalendarYear } from './work-calendar-year.js'
import { inAgreement, newestOfEachYear, type WorkCalendar } from './work-calendar.js'

/** Since when something published is known: `beginning` when it was there before the first event. */
export const KnownFrom = t.union([t.literal('beginning'), Instant], 'KnownFrom')
export type KnownFrom = t.TypeOf<typeof KnownFrom>

/** One version of one year, and since when it is known. */
export interface PublishedCalendarYear {
  readonly calendar: WorkCalendarYear
  readonly knownFrom: KnownFrom
}

/** Everything ever published for one region, ready to be asked what was known when. */
export interface CalendarHistory {
  /** What is known before anything of `learned`. */
  readonly atFirst: WorkCalendar
  /** What is known from each instant on, until the next; in order. */
  readonly learned: ReadonlyArray<{ readonly from: Instant; readonly calendar: WorkCalendar }>
}

const isKnownAt = (knownFrom: KnownFrom, instant: Instant): boolean => knownFrom === 'beginning' || knownFrom <= instant

/**
 * The history of what was published, in any order; refused as `workCalendar` refuses. Work is done here once, so that
 * `calendarAsKnownAt` can be asked for every event of a replay.
 */
export const calendarHistory = (
  published: ReadonlyArray<PublishedCalendarYear>,
): Either<CalendarProblem, CalendarHistory> =>
  map((covered: Parameters<typeof newestOfEachYear>[0]): CalendarHistory => {
    const knownWhen = (isKnown: (knownFrom: KnownFrom) => boolean): WorkCalendar => {
      const names = new Set(
        published.filter(({ knownFrom }) => isKnown(knownFrom)).map(({ calendar }) => calendarVersionName(calendar)),
      )
      return newestOfEachYear(covered.filter(({ name }) => names.has(name)))
    }
    const instants = new Set(published.flatMap(({ knownFrom }) => (knownFrom === 'beginning' ? [] : [knownFrom])))
    return {
      atFirst: knownWhen((knownFrom) => knownFrom === 'beginning'),
      learned: [...instants].toSorted().map((from) => ({
        from,
        calendar: knownWhen((knownFrom) => isKnownAt(knownFrom, from)),
      })),
    }
  })(inAgreement(published.map(({ calendar }) => calendar)))

/** The newest version of each year that was published by `instant` (from that instant on, inclusive). */
export const calendarAsKnownAt = ({ atFirst, learned }: CalendarHistory, instant: Instant): WorkCalendar =>
  learned.findLast(({ from }) => from <= instant)?.calendar ?? atFirst
