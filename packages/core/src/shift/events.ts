import * as t from 'io-ts'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Sealed } from '../sealing/index.js'
import { Positive, Sha256Hex } from '../vocabulary/index.js'
import { Attendance } from './attendance.js'
import { followUp, workNote } from './items.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** 考勤. Recorded again, the last one counts. */
const AttendanceRecorded = storedEvent('AttendanceRecorded', 1, Attendance)

/** One item of 完成工作明细: the `item`th of the sheet (HS2). It may finish an item that was left for follow-up. */
const WorkNoted = storedEvent('WorkNoted', 1, workNote(Sealed, { item: Positive }))

/** One item of 需其他人员跟进交接明细: the `item`th of the sheet (HS3, HS4). */
const FollowUpNoted = storedEvent('FollowUpNoted', 1, followUp(Sealed, { item: Positive }))

/** 卫生是否打扫. Recorded again, the last one counts. */
const CleaningRecorded = storedEvent('CleaningRecorded', 1, { done: t.boolean })

/** 交接人 signs. `sheet` is the digest of the sheet as of this event's own place. */
const SignedOver = storedEvent('SignedOver', 1, { sheet: Sha256Hex })

/** 接交人 signs; what is dated in the shift and comes after this is on the next sheet. `sheet` as in SignedOver. */
const Accepted = storedEvent(
  'Accepted',
  1,
  t.exact(t.intersection([t.type({ sheet: Sha256Hex }), t.partial({ remarks: Sealed })])),
)

export const shiftEvents = [
  AttendanceRecorded,
  WorkNoted,
  FollowUpNoted,
  CleaningRecorded,
  SignedOver,
  Accepted,
] as const

export type ShiftEvent = t.TypeOf<(typeof shiftEvents)[number]>
/** One event by its name. */
export type ShiftEventOf<Type extends ShiftEvent['type']> = Extract<ShiftEvent, { readonly type: Type }>
