export { CalendarPublished, type WorkCalendarEvent } from './events.js'
export { publishCalendar, type PublishCalendar, type PublishCalendarRefusal } from './publish-calendar.js'
export { workCalendarKind, type PublishedCalendars } from './state.js'
