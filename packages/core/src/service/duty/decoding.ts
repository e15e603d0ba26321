import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { LocalDate, YearMonth } from '../../calendar/index.js'
import { DeskPlan, ShiftName } from '../../desk-plan/index.js'
import { parseWith, type Malformed, type Refusal } from '../../eventsourcing/index.js'
import {
  LedgerDepartment,
  ledgerFields,
  type LedgerCommandName,
  type LedgerFieldsOf,
  type LedgerId,
} from '../../ledger/index.js'
import { shiftFields, type ShiftCommandName, type ShiftFieldsOf, type ShiftId } from '../../shift/index.js'
import { Id } from '../../vocabulary/index.js'
import { fieldsOf, frame, parsedAt } from '../decoding.js'

/** A command as it was decoded: what it is about, and its fields. */
export interface DecodedDuty<About, Fields> {
  readonly about: About
  readonly key: string | undefined
  readonly correlationId: string | undefined
  readonly fields: Fields
}

const shiftId = t.type({ desk: Id, date: LocalDate, shift: ShiftName })
const ledgerId = t.type({ department: LedgerDepartment, month: YearMonth })

const parseShiftId = parseWith(t.readonly(t.exact(shiftId)))
const parseLedgerId = parseWith(t.readonly(t.exact(ledgerId)))
const parseShiftFrame = parseWith(t.exact(t.intersection([shiftId, t.partial(frame)])))
const parseLedgerFrame = parseWith(t.exact(t.intersection([ledgerId, t.partial(frame)])))

const parserOfShift = <Name extends ShiftCommandName>(
  name: Name,
): ((value: unknown) => Either<Malformed, ShiftFieldsOf<Name>>) => parseWith(shiftFields[name])
const parserOfLedger = <Name extends LedgerCommandName>(
  name: Name,
): ((value: unknown) => Either<Malformed, LedgerFieldsOf<Name>>) => parseWith(ledgerFields[name])

export const decodeShiftId = (id: unknown): Either<Refusal, ShiftId> => parsedAt(parseShiftId(id))

export const decodeLedgerId = (id: unknown): Either<Refusal, LedgerId> => parsedAt(parseLedgerId(id))

const parseDesk = parseWith(Id)
export const decodeDesk = (desk: unknown): Either<Refusal, string> => parsedAt(parseDesk(desk), '/desk')

const parsePlan = parseWith(DeskPlan)
export const decodePlan = (plan: unknown): Either<Refusal, DeskPlan> => parsedAt(parsePlan(plan), '/plan')

/** A command on a shift, or what is wrong with it by path. */
export const decodeShiftCommand = <Name extends ShiftCommandName>(
  name: Name,
  body: unknown,
): Either<Refusal, DecodedDuty<ShiftId, ShiftFieldsOf<Name>>> => {
  const object = fieldsOf(body)
  if (isLeft(object)) return object
  const { key, correlationId, desk, date, shift, ...rest } = object.right
  const framed = parsedAt(parseShiftFrame({ key, correlationId, desk, date, shift }))
  if (isLeft(framed)) return framed
  const fields = parsedAt(parserOfShift(name)(rest))
  if (isLeft(fields)) return fields
  const { right: of } = framed
  return right({
    about: { desk: of.desk, date: of.date, shift: of.shift },
    key: of.key,
    correlationId: of.correlationId,
    fields: fields.right,
  })
}

/** A command on a ledger, or what is wrong with it by path. Who prepares one says more for one department than the other. */
export const decodeLedgerCommand = <Name extends LedgerCommandName>(
  name: Name,
  body: unknown,
): Either<Refusal, DecodedDuty<LedgerId, LedgerFieldsOf<Name>>> => {
  const object = fieldsOf(body)
  if (isLeft(object)) return object
  const { key, correlationId, department, month, ...rest } = object.right
  const framed = parsedAt(parseLedgerFrame({ key, correlationId, department, month }))
  if (isLeft(framed)) return framed
  const fields = parsedAt(parserOfLedger(name)(name === 'prepareLedger' ? { ...rest, department } : rest))
  if (isLeft(fields)) return fields
  const { right: of } = framed
  return right({
    about: { department: of.department, month: of.month },
    key: of.key,
    correlationId: of.correlationId,
    fields: fields.right,
  })
}
