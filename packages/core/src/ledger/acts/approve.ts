import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { checkStaff } from '../../staff/index.js'
import { Count, Sha256Hex } from '../../vocabulary/index.js'
import { LedgerTotal } from '../events.js'
import type { LedgerAct } from '../facts.js'
import { cutOf, isSameCut } from '../month.js'
import { otherDepartment } from '../name.js'
import { heads } from '../who-may.js'

/** 部门主管审核通过: so many rows up to the cut, what they come to, and the digest of the ledger that was looked at. */
export const Approve = t.readonly(t.strict({ rows: Count, totals: t.readonlyArray(LedgerTotal), digest: Sha256Hex }))
export type Approve = t.TypeOf<typeof Approve>

const written = (totals: Approve['totals']): string =>
  totals
    .filter(({ amount }) => amount !== 0)
    .map(({ currency, amount }) => `${currency} ${amount}`)
    .toSorted()
    .join(', ')

/**
 * The head of the department says yes to the ledger up to the cut; another person than the one who prepared it. Both
 * ledgers of a month list the same cases and amounts (rule 15).
 */
export const approve: LedgerAct<Approve> = ({ rows, totals, digest }, { actor, department, ledgers }) => {
  const may = checkStaff('approveLedger', actor, heads)
  if (isLeft(may)) return may
  const { prepared, approved, archived } = ledgers[department]
  if (archived !== undefined) return refuse('MONTH_CLOSED', '§7 rule 17', {})
  if (prepared === undefined) return refuse('LEDGER_OUT_OF_ORDER', '§8', { missing: 'Prepared' })
  if (prepared.by === actor.id) return refuse('SEPARATION_OF_DUTIES', '§8', { person: actor.id, conflict: 'preparer' })
  const cut = cutOf(ledgers)
  if (approved !== undefined && isSameCut(approved.cut, cut))
    return refuse('LEDGER_STEP_TAKEN', '§8', { step: 'HeadApproved', by: approved.by, at: approved.at })
  const other = ledgers[otherDepartment(department)].approved
  if (other !== undefined && isSameCut(other.cut, cut)) {
    if (other.rows !== rows || written(other.totals) !== written(totals))
      return refuse('LEDGERS_DIFFER', '§7 rule 15', {
        rows,
        otherRows: other.rows,
        totals: written(totals),
        otherTotals: written(other.totals),
      })
  }
  return right([{ type: 'HeadApproved', data: { rows, totals, digest, cut } }])
}
