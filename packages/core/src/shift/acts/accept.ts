import { right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Sha256Hex } from '../../vocabulary/index.js'
import type { ShiftAct } from '../facts.js'

/** 接交人 signs what was signed over, by now another sheet perhaps: `sheet` is its digest as it stands. */
export const Accept = t.readonly(
  t.exact(t.intersection([t.type({ sheet: Sha256Hex }), t.partial({ remarks: FreeText })])),
)
export type Accept = t.TypeOf<typeof Accept>

/** Both sign, two people (相关责任人签字确认), and nobody takes over before the shift is over. */
export const accept: ShiftAct<Sealing<Accept>> = (fields, { signedOver, accepted }, { now, actor, shift }) => {
  if (accepted !== undefined) return refuse('ALREADY_ACCEPTED', '§8', { by: accepted.by, at: accepted.at })
  if (signedOver === undefined) return refuse('NOT_SIGNED_OVER', '§8', {})
  if (signedOver.by === actor.id)
    return refuse('SEPARATION_OF_DUTIES', '§8', { person: actor.id, conflict: 'handedOver' })
  if (now < shift.to) return refuse('SHIFT_NOT_OVER', '§8', { to: shift.to, now })
  return right([{ type: 'Accepted', data: fields }])
}
