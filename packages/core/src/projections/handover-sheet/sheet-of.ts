import { localDateOf } from '../../calendar/index.js'
import type { Shift } from '../../desk-plan/index.js'
import { shiftKind, shiftStream, type ShiftRecord } from '../../shift/index.js'
import { fold } from '../../eventsourcing/index.js'
import { rowOf } from '../case-rows/case-card.js'
import { classesOf } from './classes.js'
import { deskOf, type DutyBook, type DutySheet } from './duty-book.js'
import { standingAt } from './duty-case.js'
import { followUpsOf, leftOpenAt, stepsOf } from './follow-ups.js'
import type { CompletedWork, HandoverSheet } from './handover-sheet.js'
import { notedFollowUps, notesOf } from './noted-items.js'

const nobody = { expected: [], present: [], late: [], leftEarly: [], absent: [] }

/** The sheet of a shift, by all that has been taken so far. */
export const sheetOf = (book: DutyBook, shift: Shift): HandoverSheet => {
  const desk = deskOf(book, shift.desk)
  const sheet = desk.sheets.get(shift.from) ?? { shift, touched: [] }
  const { timeZone } = book.times.planAt(shift.desk, shift.from)
  const written = desk.written.get(shiftStream(shift))
  const record = fold(shiftKind.evolve, shiftKind.initial, written?.events ?? [])
  const before = book.times.shiftBefore(shift)
  const left = before === undefined ? [] : leftOpenAt(book, desk, before.from)
  const leftTo = new Set(left.map(({ known }) => known.no))
  const openedWith = before === undefined ? [] : followUpsOf(left, () => true)
  return {
    desk: shift.desk,
    date: shift.date,
    shift: shift.shift,
    from: shift.from,
    until: shift.to,
    timeZone,
    ...signedOn(record, timeZone),
    attendance: record.attendance ?? nobody,
    openedWith,
    workCompleted: workOf(book, sheet),
    followUps: followUpsOf(leftOpenAt(book, desk, shift.from), (no) => leftTo.has(no)),
    ...classesOf(sheet, book.policies),
    notes: written === undefined ? [] : notesOf(written),
    otherFollowUps: notedFollowUps(desk, shift.from),
    cleaningDone: record.cleaned ?? null,
  }
}

type Signed = Pick<HandoverSheet, 'filledOn' | 'handedOverBy' | 'takenOverBy' | 'signOff'>

const signedOn = ({ signedOver, accepted }: ShiftRecord, timeZone: HandoverSheet['timeZone']): Signed => ({
  filledOn: signedOver === undefined ? null : localDateOf(timeZone, signedOver.at),
  handedOverBy: signedOver?.by ?? null,
  takenOverBy: accepted?.by ?? null,
  signOff: {
    handedOver: signedOver === undefined ? null : { by: signedOver.by, at: signedOver.at },
    takenOver:
      accepted === undefined
        ? null
        : {
            by: accepted.by,
            at: accepted.at,
            remarks: accepted.remarks === undefined ? null : { path: '/remarks', sealed: accepted.remarks },
          },
  },
})

const workOf = ({ policies }: DutyBook, { shift, touched }: DutySheet): ReadonlyArray<CompletedWork> => {
  const work: Array<CompletedWork> = []
  for (const known of touched) {
    const standing = standingAt(known, shift.from, policies)
    const before = known.past.findLast(({ sheet }) => sheet < shift.from)
    if (standing === undefined) continue
    const row = rowOf(known.card, standing.amount, standing.details)
    work.push({ itemNo: work.length + 1, ...row, steps: stepsOf(known, standing, before) })
  }
  return work
}
