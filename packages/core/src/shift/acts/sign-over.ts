import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { Sha256Hex } from '../../vocabulary/index.js'
import type { ShiftAct } from '../facts.js'
import { openSheet } from '../open-sheet.js'

/** 交接人 signs the sheet; `sheet` is the digest of the sheet as it stands. */
export const SignOver = t.readonly(t.strict({ sheet: Sha256Hex }))
export type SignOver = t.TypeOf<typeof SignOver>

/** What a sheet cannot do without. */
export type SheetPart = 'attendance' | 'cleaning'

/** What cannot be 无 must be written down before anybody signs (HS1). */
export const signOver: ShiftAct<SignOver> = ({ sheet }, record, facts) => {
  const open = openSheet(record, facts)
  if (isLeft(open)) return open
  const missing: ReadonlyArray<SheetPart> = [
    ...(record.attendance === undefined ? (['attendance'] as const) : []),
    ...(record.cleaned === undefined ? (['cleaning'] as const) : []),
  ]
  return missing.length > 0
    ? refuse('SHEET_INCOMPLETE', 'HS1', { missing })
    : right([{ type: 'SignedOver', data: { sheet } }])
}
