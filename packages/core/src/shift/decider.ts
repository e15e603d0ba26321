import { isLeft } from 'fp-ts/lib/Either.js'
import type { Sealing } from '../sealing/index.js'
import { checkStaff } from '../staff/index.js'
import type { Role } from '../vocabulary/index.js'
import { shiftActs, type ShiftCommandName, type ShiftFieldsOf } from './commands.js'
import type { ShiftDecision, ShiftFacts } from './facts.js'
import type { ShiftRecord } from './state.js'

/** 客服部值班交接单: who keeps it and signs it. */
const onDuty: ReadonlyArray<Role> = ['customerService', 'csLead']

/** Decides one command on a shift: the role first, then the act. */
export const decideShift = <Name extends ShiftCommandName>(
  name: Name,
  fields: Sealing<ShiftFieldsOf<Name>>,
  record: ShiftRecord,
  facts: ShiftFacts,
): ShiftDecision => {
  const may = checkStaff(name, facts.actor, onDuty)
  return isLeft(may) ? may : shiftActs[name](fields, record, facts)
}
