import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { findShift, shiftAt, type Shift } from '../../desk-plan/index.js'
import { loadStream, type Stored, type StreamRevision } from '../../eventsourcing/index.js'
import { writeCanonical } from '../../eventsourcing/json/canonical-json.js'
import { hasFreeText, sealFields, type Sealer, type Sealing } from '../../sealing/index.js'
import {
  decideShift,
  shiftFields,
  shiftKind,
  shiftStream,
  type FollowUpRef,
  type ShiftCommandName,
  type ShiftEvent,
  type ShiftFieldsOf,
  type ShiftId,
  type ShiftRecord,
} from '../../shift/index.js'
import type { StaffActor } from '../../staff/index.js'
import type { Failure } from '../api.js'
import { loadCase } from '../settling.js'
import type { ShiftOutcome, ShiftView } from './api.js'
import type { DutyContext } from './context.js'
import type { DecodedDuty } from './decoding.js'
import { executeDuty } from './executing.js'
import { loadPlans, type LoadedPlans } from './plans.js'

type Answered<T> = Promise<Either<Failure, T>>

interface PlannedShift {
  readonly plans: LoadedPlans
  readonly shift: Shift
}

const plannedShift = async (context: DutyContext, id: ShiftId): Answered<PlannedShift> => {
  const plans = await loadPlans(context, id.desk)
  if (isLeft(plans)) return plans
  const shift = findShift(plans.right.state, id)
  return isLeft(shift) ? shift : right({ plans: plans.right, shift: shift.right })
}

/**
 * Whose key seals the texts: the customer's where they are about a case, so that erasing the customer erases them too;
 * else one of the shift's own.
 */
const subjectOf = async ({ service }: DutyContext, id: ShiftId, caseId: string | undefined): Answered<string> => {
  if (caseId === undefined) return right(shiftStream(id))
  const loaded = await loadCase(service, caseId)
  if (isLeft(loaded)) return loaded
  const { state } = loaded.right
  return state.kind === 'case'
    ? right(state.requested.customer.subject)
    : left({ kind: 'refusal', code: 'CASE_UNKNOWN', rule: '§1', facts: { caseId } })
}

const noTexts: Sealer = () => ({ subject: '', keyId: '', nonce: '', ciphertext: '', commitment: '' })

const sealTexts = async <Name extends ShiftCommandName>(
  context: DutyContext,
  name: Name,
  id: ShiftId,
  fields: ShiftFieldsOf<Name>,
): Answered<Sealing<ShiftFieldsOf<Name>>> => {
  const codec = shiftFields[name]
  // Without texts there is nobody whose key is needed.
  if (!hasFreeText(codec)) return right(sealFields(codec, fields, noTexts, shiftStream(id)))
  const subject = await subjectOf(context, id, 'caseId' in fields ? fields.caseId : undefined)
  if (isLeft(subject)) return subject
  const sealer = await context.service.options.vault.sealer(subject.right)()
  return isLeft(sealer) ? sealer : right(sealFields(codec, fields, sealer.right, shiftStream(id)))
}

/** How many items the shift left that the command says it finished one of, and the reading that says so. */
const itemsLeft = async (
  { service }: DutyContext,
  desk: string,
  completes: FollowUpRef | undefined,
  own: StreamRevision & { readonly state: ShiftRecord },
): Answered<{ readonly count: number | undefined; readonly restedOn: ReadonlyArray<StreamRevision> }> => {
  if (completes === undefined) return right({ count: undefined, restedOn: [] })
  const stream = shiftStream({ desk, date: completes.date, shift: completes.shift })
  if (stream === own.stream) return right({ count: own.state.followUps.length, restedOn: [] })
  const loaded = await loadStream(service.platform.store, shiftKind, stream)
  return isLeft(loaded) ? loaded : right({ count: loaded.right.state.followUps.length, restedOn: [loaded.right] })
}

/** Carries out one command on a shift. */
export const actOnShift = async <Name extends ShiftCommandName>(
  context: DutyContext,
  actor: StaffActor,
  name: Name,
  { about, key, correlationId, fields }: DecodedDuty<ShiftId, ShiftFieldsOf<Name>>,
): Answered<ShiftOutcome> => {
  const planned = await plannedShift(context, about)
  if (isLeft(planned)) return planned
  const sealed = await sealTexts(context, name, about, fields)
  if (isLeft(sealed)) return sealed
  const { plans, shift } = planned.right
  const written = await executeDuty<ShiftEvent, ShiftRecord>(context.service, {
    kind: shiftKind,
    stream: shiftStream(about),
    name,
    actor,
    key,
    correlationId,
    text: writeCanonical(fields),
    decide: async ({ loaded, now }) => {
      const found = await itemsLeft(context, about.desk, 'completes' in fields ? fields.completes : undefined, loaded)
      if (isLeft(found)) return found
      const { count, restedOn } = found.right
      const decided = decideShift(name, sealed.right, loaded.state, { now, actor, shift, itemsLeft: count })
      return isLeft(decided) ? decided : right({ events: decided.right, restedOn: [plans, ...restedOn] })
    },
  })
  if (isLeft(written)) return written
  const { loaded, events, repeated } = written.right
  return right({ shift, record: loaded.state, revision: loaded.revision, events, repeated, key })
}

export const readShift = async (
  context: DutyContext,
  id: ShiftId,
): Answered<ShiftView & { readonly events: ReadonlyArray<Stored<ShiftEvent>> }> => {
  const planned = await plannedShift(context, id)
  if (isLeft(planned)) return planned
  const loaded = await loadStream(context.service.platform.store, shiftKind, shiftStream(id))
  if (isLeft(loaded)) return loaded
  const { state, revision, events } = loaded.right
  return right({ shift: planned.right.shift, record: state, revision, events })
}

/** The shift on duty at the desk by the clock. */
export const readOnDuty = async (context: DutyContext, desk: string): Answered<ShiftView> => {
  const plans = await loadPlans(context, desk)
  if (isLeft(plans)) return plans
  const shift = shiftAt(plans.right.state, context.service.options.clock())
  if (shift === undefined) return left({ kind: 'refusal', code: 'DESK_UNKNOWN', rule: '§8', facts: { desk } })
  return readShift(context, shift)
}
