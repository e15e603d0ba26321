import type { Instant } from '../../calendar/index.js'
import type { FollowUpRef } from '../../shift/index.js'
import type { DutyDesk, WrittenShift } from './duty-book.js'
import type { NotedFollowUp, ShiftNote } from './handover-sheet.js'

/** 完成工作明细 that the shift wrote down by hand. */
export const notesOf = ({ id, events }: WrittenShift): ReadonlyArray<ShiftNote> =>
  events.flatMap((event) =>
    event.type === 'WorkNoted'
      ? [
          {
            date: id.date,
            shift: id.shift,
            itemNo: event.data.item,
            by: event.meta.actor.id,
            at: event.meta.occurredAt,
            caseId: event.data.caseId ?? null,
            text: { path: '/text', sealed: event.data.text },
            completes: event.data.completes ?? null,
          },
        ]
      : [],
  )

const nameOf = ({ date, shift, item }: FollowUpRef): string => `${date} ${shift} ${item}`

/** What was written down for follow-up by the end of a sheet, and no note of a sheet up to it completes. */
export const notedFollowUps = ({ written }: DutyDesk, sheet: Instant): ReadonlyArray<NotedFollowUp> => {
  const shifts = [...written.values()].filter(({ from }) => from <= sheet)
  const completed = new Set<string>()
  for (const { events } of shifts)
    for (const { type, data } of events)
      if (type === 'WorkNoted' && data.completes !== undefined) completed.add(nameOf(data.completes))
  return shifts
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((shift) => itemsOf(shift, shift.from < sheet))
    .filter(({ date, shift, itemNo }) => !completed.has(nameOf({ date, shift, item: itemNo })))
}

const itemsOf = ({ id, events }: WrittenShift, carriedOver: boolean): ReadonlyArray<NotedFollowUp> =>
  events.flatMap((event) =>
    event.type === 'FollowUpNoted'
      ? [
          {
            date: id.date,
            shift: id.shift,
            itemNo: event.data.item,
            by: event.meta.actor.id,
            at: event.meta.occurredAt,
            caseId: event.data.caseId ?? null,
            cause: { path: '/cause', sealed: event.data.cause },
            course: { path: '/course', sealed: event.data.course },
            step: { path: '/step', sealed: event.data.step },
            nextAction: { path: '/nextAction', sealed: event.data.nextAction },
            carriedOver,
          },
        ]
      : [],
  )
