import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { calendarVersionName, workCalendar, type KnownFrom, type WorkCalendarYear } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { WorkCalendarEvent } from './events.js'
import type { PublishedCalendars } from './state.js'

export interface PublishCalendar {
  readonly calendar: WorkCalendarYear
  readonly digest: string
  readonly knownFrom: KnownFrom
}

export type PublishCalendarRefusal =
  | Refusal<'CALENDAR_VERSION_REUSED', { readonly calendar: string }>
  | Refusal<'CALENDAR_INVALID', { readonly calendar: string; readonly problem: unknown }>

/** A version of a year is published once and never changed: the same version with another digest is refused. */
export const publishCalendar = (
  { calendar, digest, knownFrom }: PublishCalendar,
  { years }: PublishedCalendars,
): Either<PublishCalendarRefusal, ReadonlyArray<WorkCalendarEvent>> => {
  const name = calendarVersionName(calendar)
  const known = years.find((year) => calendarVersionName(year.calendar) === name)
  if (known?.digest === digest) return right([])
  if (known !== undefined)
    return left({ kind: 'refusal', code: 'CALENDAR_VERSION_REUSED', rule: '§1', facts: { calendar: name } })
  const sound = workCalendar([calendar])
  return isLeft(sound)
    ? left({ kind: 'refusal', code: 'CALENDAR_INVALID', rule: '§5', facts: { calendar: name, problem: sound.left } })
    : right([{ type: 'CalendarPublished', data: { calendar, digest, knownFrom } }])
}
