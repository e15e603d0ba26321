import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { ShiftAct } from '../facts.js'
import { workNote } from '../items.js'
import { openSheet } from '../open-sheet.js'

/** Something was done: the next item of 完成工作明细 (HS2). */
export const NoteWork = workNote(FreeText, {})
export type NoteWork = t.TypeOf<typeof NoteWork>

export const noteWork: ShiftAct<Sealing<NoteWork>> = (fields, record, facts) => {
  const open = openSheet(record, facts)
  if (isLeft(open)) return open
  const { completes } = fields
  if (completes !== undefined && completes.item > (facts.itemsLeft ?? 0))
    return refuse('FOLLOW_UP_UNKNOWN', '§8', completes)
  return right([{ type: 'WorkNoted', data: { ...fields, item: record.workNotes.length + 1 } }])
}
