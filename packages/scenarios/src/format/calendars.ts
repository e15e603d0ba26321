import {
  addDays,
  china2024,
  china2025,
  china2026,
  daysBetween,
  type LocalDate,
  type NamedDay,
  type WorkCalendarYear,
} from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { either } from '../form/choices.js'
import { fields, must } from '../form/fields.js'
import { meaningProblem, reading, turned, type Form } from '../form/form.js'
import { list } from '../form/lists.js'
import { day, text, whole, words } from '../form/scalars.js'

const published: { readonly [name: string]: WorkCalendarYear } = { china2024, china2025, china2026 }

/** The calendars that go by a name. */
const calendarNames = Object.keys(published)

const byName: Form<WorkCalendarYear> = reading(words(calendarNames), (name, path) => {
  const calendar = published[name]
  return calendar === undefined ? meaningProblem(path, `there is no calendar ${name}`) : right(calendar)
})

const aText = text('a text', undefined, 200)
const oneDay: Form<ReadonlyArray<NamedDay>> = turned(fields({ date: must(day), name: must(aText) }), (named) => [named])
const longestStretch = 366

const stretch: Form<ReadonlyArray<NamedDay>> = reading(
  fields({ from: must(day), to: must(day), name: must(aText) }),
  ({ from, to, name }, path) => {
    const days = daysBetween(from, to)
    if (days < 0 || days > longestStretch) return meaningProblem(path, 'expected from to come before to, in one year')
    return right(
      Array.from({ length: days + 1 }, (_, at): { date: LocalDate; name: string } => ({
        date: addDays(from, at),
        name,
      })),
    )
  },
)

const days = turned(list(either([oneDay, stretch])), (lists) => lists.flat())

const year: Form<WorkCalendarYear> = fields({
  region: must(text('a region such as CN', /^[A-Za-z]{2,10}$/)),
  year: must(whole(1, 9999)),
  version: must(whole(1, 1_000_000)),
  source: must(aText),
  holidays: must(days),
  makeUpDays: must(days),
})

/** One year of working days: a name, or the year whole. */
export const calendar: Form<WorkCalendarYear> = either([byName, year])

export const calendars: Form<ReadonlyArray<WorkCalendarYear>> = either([
  turned(words(['none']), (): ReadonlyArray<WorkCalendarYear> => []),
  list(calendar),
])

/** What is known where a file names none. */
export const usualCalendars: ReadonlyArray<WorkCalendarYear> = Object.values(published)
