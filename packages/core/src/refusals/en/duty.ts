import type { Sentences } from '../catalogue.js'

/** Desks and their shifts. */
export const duty = {
  ALREADY_ACCEPTED: (f) =>
    `${f.text('by')} took this shift over already, at ${f.text('at')}. There is nothing more to sign.`,
  ALREADY_SIGNED_OVER: (f) =>
    `${f.text('by')} signed this sheet over already, at ${f.text('at')}. Write it on the sheet of the next shift, or have it remarked when the shift is taken over.`,
  ATTENDANCE_INCONSISTENT: (f) =>
    `The attendance does not fit together: ${f.text('person')}, under “${f.word('attendanceList', 'list')}”, ${f.word('attendanceProblem', 'problem')}. Correct the lists.`,
  DESK_PLAN_FIRST: (f) =>
    `The first plan of the desk ${f.text('desk')} holds from the beginning, and no further one does. Correct since when version ${f.text('version')} is in force.`,
  DESK_PLAN_NOT_LATER: (f) =>
    `Version ${f.text('version')} does not follow version ${f.text('newest')} of the plan of ${f.text('desk')}. Give it a higher version, in force from a shift that begins after ${f.text('from')}.`,
  DESK_PLAN_VERSION_REUSED: (f) =>
    `Version ${f.text('version')} of the plan of ${f.text('desk')} was published with other hours already. Give the changed one a new version.`,
  DESK_UNKNOWN: (f) =>
    f.has('desk')
      ? `The desk ${f.text('desk')} has no plan. Publish its roster first, or name another desk.`
      : 'No desk has a plan. Hand in a roster for each desk.',
  FOLLOW_UP_UNKNOWN: (f) =>
    `The shift ${f.text('shift')} of ${f.text('date')} left no item ${f.text('item')} to follow up. Look at its sheet.`,
  NOT_A_SHIFT_BOUNDARY: (f) =>
    `At that time the shift ${f.text('shift')} of version ${f.text('version')} is on duty, from ${f.text('from')} to ${f.text('to')}. Let the plan of ${f.text('desk')} change where a shift of both plans begins.`,
  NOT_SIGNED_OVER: () =>
    'The sheet has not been signed over yet. Have it signed by whoever hands over, then take it over.',
  ROSTER_INVALID: (f) => {
    const where = f.has('next')
      ? ` after ${f.text('shift')}, which ends at ${f.text('to')}: ${f.text('next')} begins at ${f.text('from')}`
      : f.has('shift')
        ? ` (${f.text('shift')})`
        : ''
    return `The roster does not cover the day: ${f.word('rosterProblem', 'problem')}${where}. Let each shift begin where another ends.`
  },
  SHEET_INCOMPLETE: (f) =>
    `The sheet lacks what every sheet must say: ${f.word('sheetPart', 'missing')}. Record it, then sign over.`,
  SHIFT_NOT_BEGUN: (f) =>
    `The shift begins at ${f.text('from')}, and it is ${f.text('now')}. Wait until then, or write on the sheet of the shift on duty.`,
  SHIFT_NOT_OVER: (f) =>
    `The shift lasts until ${f.text('to')}, and it is ${f.text('now')}. Take it over from then on.`,
  SHIFT_REPEATED: (f) =>
    `With this plan the desk ${f.text('desk')} would have two shifts ${f.text('shift')} of ${f.text('date')}. Give the new shift another name, or let the plan begin at another shift.`,
  SHIFT_UNKNOWN: (f) =>
    `The roster of ${f.text('desk')} has no shift ${f.text('shift')} on ${f.text('date')}. Check desk, date and name.`,
  ZONE_CHANGE_MOVES_MONTH: (f) =>
    `At ${f.text('from')} the two time zones show different months. Let the plan of ${f.text('desk')} begin at another shift.`,
} satisfies Partial<Sentences>
