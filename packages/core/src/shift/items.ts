import * as t from 'io-ts'
import { LocalDate } from '../calendar/index.js'
import { ShiftName } from '../desk-plan/index.js'
import { Positive, Uuid } from '../vocabulary/index.js'

// Part of a stored format. An optional field may be added; any other change is a new schema version with an upcast.
//
// What a command says in plain text, its event holds sealed: the fields of both are written once, over the codec of
// their texts.

/** An item that a shift of the same desk left for follow-up: the `item`th of its sheet. */
export const FollowUpRef = t.readonly(t.strict({ date: LocalDate, shift: ShiftName, item: Positive }), 'FollowUpRef')
export type FollowUpRef = t.TypeOf<typeof FollowUpRef>

/** What was done (HS2). `caseId` where it was about a case; `completes` where it finished an item left for follow-up. */
export const workNote = <T extends t.Mixed, More extends t.Props>(text: T, more: More) =>
  t.readonly(t.exact(t.intersection([t.type({ text, ...more }), t.partial({ caseId: Uuid, completes: FollowUpRef })])))

/**
 * 事件原因、经过、现在处理到哪个步骤、下个交接人需要做什么 (HS4). `caseId` where it is about a case, whose number, contact, amount
 * and bank (HS5) are then the case's own.
 */
export const followUp = <T extends t.Mixed, More extends t.Props>(text: T, more: More) =>
  t.readonly(
    t.exact(
      t.intersection([
        t.type({ cause: text, course: text, step: text, nextAction: text, ...more }),
        t.partial({ caseId: Uuid }),
      ]),
    ),
  )
