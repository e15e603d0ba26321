import type { DeskPlan, DeskPlans } from '../../desk-plan/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import type { Policy } from '../../policy/index.js'
import type { ShiftEvent } from '../../shift/index.js'
import type { Shift } from '../../desk-plan/index.js'
import { isEnded } from '../case-rows/step-reached.js'
import { deskTimes } from '../case-rows/desk-times.js'
import { policies } from '../case-rows/policies.js'
import { deskOf, lay, sheetIn, takeShift, type DutyBook } from './duty-book.js'
import type { DutyCase } from './duty-case.js'

/** One record of what the sheets remember, as JSON. */
export type DutyRecord =
  | { readonly kind: 'desk'; readonly desk: string; readonly plans: DeskPlans }
  | { readonly kind: 'policy'; readonly digest: string; readonly policy: Policy }
  | { readonly kind: 'case'; readonly stream: StreamName; readonly of: DutyCase }
  /** A sheet, with the numbers of the cases that were touched on it. */
  | { readonly kind: 'sheet'; readonly shift: Shift; readonly touched: ReadonlyArray<number> }
  | { readonly kind: 'written'; readonly stream: StreamName; readonly events: ReadonlyArray<Stored<ShiftEvent>> }

/** The book, record by record. */
export function* recordsOf(book: DutyBook): Iterable<DutyRecord> {
  for (const [desk, plans] of book.times.save()) yield { kind: 'desk', desk, plans }
  for (const [digest, policy] of book.policies.save()) yield { kind: 'policy', digest, policy }
  for (const [stream, of] of book.cases) yield { kind: 'case', stream, of }
  for (const { sheets, written } of book.desks.values()) {
    for (const { shift, touched } of sheets.values())
      yield { kind: 'sheet', shift, touched: touched.map(({ no }) => no) }
    for (const [stream, { events }] of written) yield { kind: 'written', stream, events }
  }
}

/** The book that these records are of; an empty one without any. */
export const bookFrom = (saved: Iterable<DutyRecord>, usualPlan?: (desk: string) => DeskPlan): DutyBook => {
  const records = [...saved]
  const book: DutyBook = {
    times: deskTimes(
      records.flatMap((record) => (record.kind === 'desk' ? [[record.desk, record.plans] as const] : [])),
      usualPlan,
    ),
    policies: policies(
      records.flatMap((record) => (record.kind === 'policy' ? [[record.digest, record.policy] as const] : [])),
    ),
    cases: new Map(),
    desks: new Map(),
  }
  const byNo = new Map<number, DutyCase>()
  for (const record of records) {
    if (record.kind === 'case') {
      const { of, stream } = record
      book.cases.set(stream, of)
      byNo.set(of.no, of)
      const desk = deskOf(book, of.card.desk)
      if (isEnded(of.progress)) lay(desk, of)
      else desk.live.add(of)
    } else if (record.kind === 'sheet') {
      const { touched } = sheetIn(deskOf(book, record.shift.desk), record.shift)
      for (const no of record.touched) {
        const known = byNo.get(no)
        if (known !== undefined) touched.push(known)
      }
    } else if (record.kind === 'written') for (const event of record.events) takeShift(book, event, record.stream)
  }
  return book
}
