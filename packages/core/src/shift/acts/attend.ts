import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { refuse } from '../../eventsourcing/refuse.js'
import { Attendance } from '../attendance.js'
import type { ShiftAct } from '../facts.js'
import { openSheet } from '../open-sheet.js'

/** The five lists, in the order of the form. */
const lists = ['expected', 'present', 'late', 'leftEarly', 'absent'] as const

export type AttendanceList = (typeof lists)[number]

export type AttendanceProblem = 'repeated' | 'notExpected' | 'unaccounted' | 'presentAndAbsent' | 'notPresent'

const inconsistent = (problem: AttendanceProblem, list: AttendanceList, person: string): Either<Refusal, never> =>
  refuse('ATTENDANCE_INCONSISTENT', 'HS1', { problem, list, person })

/**
 * Whether the five lists fit together: each person stands in a list once; whoever was expected came or did not come,
 * nobody else did; and only who came was late or left early. A stand-in is expected as soon as it is arranged.
 */
const consistent = (attendance: Attendance): Either<Refusal, true> => {
  const { expected, present, absent } = attendance
  for (const list of lists) {
    const repeated = attendance[list].find((person, index) => attendance[list].indexOf(person) !== index)
    if (repeated !== undefined) return inconsistent('repeated', list, repeated)
  }
  const both = present.find((person) => absent.includes(person))
  if (both !== undefined) return inconsistent('presentAndAbsent', 'absent', both)
  for (const [list, within, problem] of [
    ['present', expected, 'notExpected'],
    ['absent', expected, 'notExpected'],
    ['expected', [...present, ...absent], 'unaccounted'],
    ['late', present, 'notPresent'],
    ['leftEarly', present, 'notPresent'],
  ] as const) {
    const stranger = attendance[list].find((person) => !within.includes(person))
    if (stranger !== undefined) return inconsistent(problem, list, stranger)
  }
  return right(true)
}

const isSame = (a: Attendance, b: Attendance): boolean =>
  lists.every((list) => a[list].length === b[list].length && a[list].every((person, at) => person === b[list][at]))

/** Who was there (考勤). It may be recorded again until the sheet is signed over; the same again changes nothing. */
export const Attend = Attendance

export const attend: ShiftAct<Attendance> = (attendance, record, facts) => {
  const open = openSheet(record, facts)
  if (isLeft(open)) return open
  const sound = consistent(attendance)
  if (isLeft(sound)) return sound
  if (record.attendance !== undefined && isSame(record.attendance, attendance)) return right([])
  return right([{ type: 'AttendanceRecorded', data: attendance }])
}
