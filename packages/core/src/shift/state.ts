import type { Instant } from '../calendar/index.js'
import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { Stored } from '../eventsourcing/decider.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import type { Sealed } from '../sealing/index.js'
import type { Attendance } from './attendance.js'
import { shiftEvents, type ShiftEvent, type ShiftEventOf } from './events.js'

/** Who signed the sheet, when, and the digest of the sheet they saw. */
export interface SheetSignature {
  readonly by: string
  readonly at: Instant
  readonly sheet: string
}

/** What was written down in one duty shift. */
export interface ShiftRecord {
  readonly attendance: Attendance | undefined
  /** 完成工作明细, in the order of its items. */
  readonly workNotes: ReadonlyArray<ShiftEventOf<'WorkNoted'>['data']>
  /** 需其他人员跟进交接明细, in the order of its items. */
  readonly followUps: ReadonlyArray<ShiftEventOf<'FollowUpNoted'>['data']>
  /** 卫生是否打扫. */
  readonly cleaned: boolean | undefined
  readonly signedOver: SheetSignature | undefined
  readonly accepted: (SheetSignature & { readonly remarks: Sealed | undefined }) | undefined
}

const nothingWritten: ShiftRecord = {
  attendance: undefined,
  workNotes: [],
  followUps: [],
  cleaned: undefined,
  signedOver: undefined,
  accepted: undefined,
}

const signed = ({ actor, occurredAt }: Stored<ShiftEvent>['meta'], sheet: string): SheetSignature => ({
  by: actor.id,
  at: occurredAt,
  sheet,
})

const evolve = (record: ShiftRecord, event: Stored<ShiftEvent>): ShiftRecord => {
  switch (event.type) {
    case 'AttendanceRecorded':
      return { ...record, attendance: event.data }
    case 'WorkNoted':
      return { ...record, workNotes: [...record.workNotes, event.data] }
    case 'FollowUpNoted':
      return { ...record, followUps: [...record.followUps, event.data] }
    case 'CleaningRecorded':
      return { ...record, cleaned: event.data.done }
    case 'SignedOver':
      return { ...record, signedOver: signed(event.meta, event.data.sheet) }
    case 'Accepted': {
      const { sheet, remarks } = event.data
      return { ...record, accepted: { ...signed(event.meta, sheet), remarks } }
    }
  }
}

/** `shift-{desk}-{yyyy-MM-dd}-{shift}` */
export const shiftKind: StreamKind<ShiftEvent, ShiftRecord> = {
  category: 'shift',
  registry: eventRegistry(shiftEvents),
  initial: nothingWritten,
  evolve,
}
