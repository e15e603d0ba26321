import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { checkStaff } from '../../staff/index.js'
import { Sha256Hex } from '../../vocabulary/index.js'
import type { LedgerAct } from '../facts.js'
import { fromOutsideDepartment, nextStep } from '../next-step.js'
import { administration } from '../who-may.js'

/** 核实 (RC3): administration found the ledger to be the one of this digest. */
export const Verify = t.readonly(t.strict({ digest: Sha256Hex }))
export type Verify = t.TypeOf<typeof Verify>

export const verify: LedgerAct<Verify> = ({ digest }, facts) => {
  const may = checkStaff('verifyLedger', facts.actor, administration)
  if (isLeft(may)) return may
  const next = nextStep('verified', digest, facts)
  if (isLeft(next)) return next
  const another = fromOutsideDepartment(facts)
  return isLeft(another) ? another : right([{ type: 'Verified', data: { digest } }])
}
