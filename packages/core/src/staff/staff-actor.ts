import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from '../eventsourcing/refuse.js'
import type { Role } from '../vocabulary/index.js'

/** Who acts where no case is acted on: always somebody of the house, or its software. */
export interface StaffActor {
  readonly id: string
  readonly role: Role
  readonly onBehalfOf?: { readonly id: string; readonly role: Role }
}

/** Whether somebody of these roles acts, and for themselves: no paper is signed for somebody else. */
export const checkStaff = (
  command: string,
  { role, onBehalfOf }: StaffActor,
  may: ReadonlyArray<Role>,
): Either<Refusal, true> => {
  if (onBehalfOf !== undefined) return refuse('RECORDING_FOR_OTHERS', '§4', { role, onBehalfOf: onBehalfOf.role })
  return may.includes(role) ? right(true) : refuse('ROLE_NOT_ALLOWED', '§4', { command, role, may })
}
