import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { CalendarPublished, type WorkCalendarEvent } from './events.js'

/** Every year and version published for one region. */
export interface PublishedCalendars {
  readonly years: ReadonlyArray<WorkCalendarEvent['data']>
}

/** `workCalendar-{region}` */
export const workCalendarKind: StreamKind<WorkCalendarEvent, PublishedCalendars> = {
  category: 'workCalendar',
  registry: eventRegistry([CalendarPublished]),
  initial: { years: [] },
  evolve: (calendars, event) => ({ years: [...calendars.years, event.data] }),
}
