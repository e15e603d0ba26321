import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import type { ShiftFacts } from './facts.js'
import type { ShiftRecord } from './state.js'

/** Whether the sheet can still be written on: the shift has begun, and nobody has signed it over. */
export const openSheet = ({ signedOver }: ShiftRecord, { now, shift }: ShiftFacts): Either<Refusal, true> => {
  if (now < shift.from) return refuse('SHIFT_NOT_BEGUN', '§8', { from: shift.from, now })
  return signedOver === undefined
    ? right(true)
    : refuse('ALREADY_SIGNED_OVER', '§8', { by: signedOver.by, at: signedOver.at })
}
