import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { checkStaff } from '../../staff/index.js'
import { PersonId } from '../../vocabulary/index.js'
import type { LedgerAct } from '../facts.js'
import { isClosed } from '../month.js'
import { preparers } from '../who-may.js'

/** 制表 for customer service. */
const PrepareCustomerService = t.readonly(t.strict({ department: t.literal('customerService') }))

/**
 * 制表 for finance. `cashiers` are the staff who paid in the month, or took the cashier's check, as its rows say: an empty
 * list where nobody did.
 */
const PrepareFinance = t.readonly(t.strict({ department: t.literal('finance'), cashiers: t.readonlyArray(PersonId) }))

/** A month's ledger is made up as things stand now (LG1): this is where both ledgers of the month are cut. */
export const Prepare = t.union([PrepareCustomerService, PrepareFinance])
export type Prepare = t.TypeOf<typeof Prepare>

/** Once more is allowed until the month is closed. Who pays keeps no accounts of it (会计法, separation of duties). */
export const prepare: LedgerAct<Prepare> = (fields, { now, actor, ledgers, monthEnd }) => {
  const may = checkStaff('prepareLedger', actor, preparers[fields.department])
  if (isLeft(may)) return may
  if (isClosed(ledgers)) return refuse('MONTH_CLOSED', '§7 rule 17', {})
  if (now < monthEnd) return refuse('MONTH_NOT_OVER', 'LG1', { to: monthEnd, now })
  if (fields.department === 'customerService') return right([{ type: 'Prepared', data: {} }])
  const { cashiers } = fields
  return cashiers.includes(actor.id)
    ? refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict: 'paidInMonth' })
    : right([{ type: 'Prepared', data: { cashiers } }])
}
