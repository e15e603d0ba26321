import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { ShiftAct } from '../facts.js'
import { openSheet } from '../open-sheet.js'

/** 卫生是否打扫. It may be recorded again until the sheet is signed over; the same again changes nothing. */
export const RecordCleaning = t.readonly(t.strict({ done: t.boolean }))
export type RecordCleaning = t.TypeOf<typeof RecordCleaning>

export const recordCleaning: ShiftAct<RecordCleaning> = ({ done }, record, facts) => {
  const open = openSheet(record, facts)
  if (isLeft(open)) return open
  return right(record.cleaned === done ? [] : [{ type: 'CleaningRecorded', data: { done } }])
}
