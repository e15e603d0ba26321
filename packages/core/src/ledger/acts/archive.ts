import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { refuse } from '../../eventsourcing/refuse.js'
import { checkStaff } from '../../staff/index.js'
import { Count, Sha256Hex } from '../../vocabulary/index.js'
import type { LedgerAct } from '../facts.js'
import { otherDepartment } from '../name.js'
import { fromOutsideDepartment, nextStep } from '../next-step.js'
import { administration } from '../who-may.js'

/** 存档 (RC3): `merkleRoot` stands for the heads of all streams the ledger touches, `heads` of them. */
export const Archive = t.readonly(t.strict({ digest: Sha256Hex, merkleRoot: Sha256Hex, heads: Count }))
export type Archive = t.TypeOf<typeof Archive>

/**
 * Closes the month, for both departments: the other one must have prepared its ledger too, for afterwards nothing moves
 * the cut.
 */
export const archive: LedgerAct<Archive> = (fields, facts) => {
  const may = checkStaff('archiveLedger', facts.actor, administration)
  if (isLeft(may)) return may
  const next = nextStep('archived', fields.digest, facts)
  if (isLeft(next)) return next
  const another = fromOutsideDepartment(facts)
  if (isLeft(another)) return another
  const other = otherDepartment(facts.department)
  return facts.ledgers[other].prepared === undefined
    ? refuse('OTHER_LEDGER_MISSING', '§8', { department: other })
    : right([{ type: 'Archived', data: fields }])
}
