import type { Instant, LocalDate } from '../../calendar/index.js'
import { shiftAfter, shiftOn, type Shift } from '../../desk-plan/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import { shiftOfStream, type ShiftEvent, type ShiftId } from '../../shift/index.js'
import { caseIdOf } from '../case-rows/case-card.js'
import { isEnded } from '../case-rows/step-reached.js'
import type { DeskTimes } from '../case-rows/desk-times.js'
import type { Policies } from '../case-rows/policies.js'
import { dutyCase, takeOnto, type DutyCase } from './duty-case.js'

/** What was written down in one shift. */
export interface WrittenShift {
  readonly id: ShiftId
  readonly from: Instant
  readonly events: Array<Stored<ShiftEvent>>
}

/** One sheet: a shift and the cases that were touched on it. */
export interface DutySheet {
  readonly shift: Shift
  readonly touched: Array<DutyCase>
}

/** One desk, changed in place. */
export interface DutyDesk {
  /** By the start of their shifts. */
  readonly sheets: Map<Instant, DutySheet>
  readonly written: Map<StreamName, WrittenShift>
  /** The latest shift that was accepted: nothing more comes onto its sheet, nor onto any before it. */
  accepted: Shift | null
  /** Cases that may have to be followed up. */
  readonly live: Set<DutyCase>
  /** Cases that have ended, by the sheet they were on last: open at most before it. */
  readonly ended: Map<Instant, Set<DutyCase>>
  /** The shift that the event before lay in, and the sheet it went onto. */
  current: { readonly from: Instant; readonly to: Instant; readonly sheet: DutySheet } | null
}

/** Everything the sheets remember, changed in place. */
export interface DutyBook {
  readonly times: DeskTimes
  readonly policies: Policies
  readonly cases: Map<StreamName, DutyCase>
  readonly desks: Map<string, DutyDesk>
}

export const deskOf = ({ desks }: DutyBook, name: string): DutyDesk => {
  const known = desks.get(name)
  if (known !== undefined) return known
  const desk: DutyDesk = {
    sheets: new Map(),
    written: new Map(),
    accepted: null,
    live: new Set(),
    ended: new Map(),
    current: null,
  }
  desks.set(name, desk)
  return desk
}

export const sheetIn = (desk: DutyDesk, shift: Shift): DutySheet => {
  const known = desk.sheets.get(shift.from)
  if (known !== undefined) return known
  const sheet = { shift, touched: [] }
  desk.sheets.set(shift.from, sheet)
  return sheet
}

/** The shift of that date and name at a desk; none where the roster of that day does not have it. */
export const shiftNamed = ({ times }: DutyBook, desk: string, date: LocalDate, name: string): Shift | undefined =>
  shiftOn(times.plansOf(desk), date, name)

// Its own shift, else the first that comes after whatever was accepted before.
const currentAt = (book: DutyBook, desk: DutyDesk, name: string, at: Instant): NonNullable<DutyDesk['current']> => {
  const { current, accepted } = desk
  if (current !== null && current.from <= at && at < current.to) return current
  const own = book.times.shiftAt(name, at)
  const isPast = accepted !== null && own.from <= accepted.from
  const shift = isPast ? (shiftAfter(book.times.plansOf(name), accepted) ?? own) : own
  desk.current = { from: own.from, to: own.to, sheet: sheetIn(desk, shift) }
  return desk.current
}

export const takeCase = (book: DutyBook, event: Stored<CaseEvent>, stream: StreamName): void => {
  const known = book.cases.get(stream)
  if (known === undefined) {
    if (event.type === 'Requested') openCase(book, event, stream)
    return
  }
  if (event.type === 'Requested') return
  const name = known.card.desk
  const desk = deskOf(book, name)
  const { from, sheet } = currentAt(book, desk, name, event.meta.occurredAt)
  const standsOn = sheet.shift.from
  if (known.sheet !== standsOn) sheet.touched.push(known)
  if (isEnded(known.progress)) wake(desk, known)
  takeOnto(known, event, standsOn, from !== standsOn, book.policies)
  if (isEnded(known.progress)) lay(desk, known)
}

const openCase = (book: DutyBook, event: Stored<CaseEventOf<'Requested'>>, stream: StreamName): void => {
  const name = event.data.desk
  const desk = deskOf(book, name)
  const { from, sheet } = currentAt(book, desk, name, event.meta.occurredAt)
  const standsOn = sheet.shift.from
  const known = dutyCase(book.cases.size + 1, caseIdOf(stream), event, standsOn)
  book.cases.set(stream, known)
  sheet.touched.push(known)
  desk.live.add(known)
  takeOnto(known, event, standsOn, from !== standsOn, book.policies)
}

const wake = (desk: DutyDesk, known: DutyCase): void => {
  desk.ended.get(known.sheet)?.delete(known)
  desk.live.add(known)
}

/** Lays an ended case aside, under the sheet it was on last. */
export const lay = (desk: DutyDesk, known: DutyCase): void => {
  desk.live.delete(known)
  const aside = desk.ended.get(known.sheet)
  if (aside === undefined) desk.ended.set(known.sheet, new Set([known]))
  else aside.add(known)
}

export const takeShift = (book: DutyBook, event: Stored<ShiftEvent>, stream: StreamName): void => {
  const id = shiftOfStream(stream)
  const shift = id === undefined ? undefined : shiftNamed(book, id.desk, id.date, id.shift)
  if (id === undefined || shift === undefined) return
  const desk = deskOf(book, id.desk)
  sheetIn(desk, shift)
  const written = desk.written.get(stream)
  if (written === undefined) desk.written.set(stream, { id, from: shift.from, events: [event] })
  else written.events.push(event)
  if (event.type !== 'Accepted' || (desk.accepted !== null && shift.from <= desk.accepted.from)) return
  desk.accepted = shift
  desk.current = null
}
