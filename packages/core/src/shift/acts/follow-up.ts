import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { ShiftAct } from '../facts.js'
import { followUp as item } from '../items.js'
import { openSheet } from '../open-sheet.js'

/** Something is left to others: the next item of 需其他人员跟进交接明细 (HS3, HS4). */
export const FollowUp = item(FreeText, {})
export type FollowUp = t.TypeOf<typeof FollowUp>

export const followUp: ShiftAct<Sealing<FollowUp>> = (fields, record, facts) => {
  const open = openSheet(record, facts)
  return isLeft(open)
    ? open
    : right([{ type: 'FollowUpNoted', data: { ...fields, item: record.followUps.length + 1 } }])
}
