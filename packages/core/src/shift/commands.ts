import type * as t from 'io-ts'
import type { Sealing } from '../sealing/index.js'
import { accept, Accept } from './acts/accept.js'
import { attend, Attend } from './acts/attend.js'
import { followUp, FollowUp } from './acts/follow-up.js'
import { noteWork, NoteWork } from './acts/note-work.js'
import { recordCleaning, RecordCleaning } from './acts/record-cleaning.js'
import { signOver, SignOver } from './acts/sign-over.js'
import type { ShiftAct } from './facts.js'

/** Every command on a shift, in the order of its sheet. */
export const shiftCommandNames = ['attend', 'noteWork', 'followUp', 'recordCleaning', 'signOver', 'accept'] as const
export type ShiftCommandName = (typeof shiftCommandNames)[number]

const fields = {
  attend: Attend,
  noteWork: NoteWork,
  followUp: FollowUp,
  recordCleaning: RecordCleaning,
  signOver: SignOver,
  accept: Accept,
} as const satisfies { readonly [Name in ShiftCommandName]: t.Mixed }

/** A command as it was decoded: texts in plain. */
export type ShiftFieldsOf<Name extends ShiftCommandName> = t.TypeOf<(typeof fields)[Name]>

/** What each command says, without its key and its shift: the codec that decodes it at the edge. */
export const shiftFields: { readonly [Name in ShiftCommandName]: t.Type<ShiftFieldsOf<Name>, unknown> } = fields

/** The decision of each command, its texts sealed. */
export const shiftActs: { readonly [Name in ShiftCommandName]: ShiftAct<Sealing<ShiftFieldsOf<Name>>> } = {
  attend,
  noteWork,
  followUp,
  recordCleaning,
  signOver,
  accept,
}
