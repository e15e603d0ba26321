import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { checkStaff } from '../../staff/index.js'
import { Sha256Hex } from '../../vocabulary/index.js'
import type { LedgerAct } from '../facts.js'
import { nextStep } from '../next-step.js'
import { submitters } from '../who-may.js'

/** 提交行政人事部 (LG1): the ledger of this digest, as its head approved it. */
export const Submit = t.readonly(t.strict({ digest: Sha256Hex }))
export type Submit = t.TypeOf<typeof Submit>

export const submit: LedgerAct<Submit> = ({ digest }, facts) => {
  const may = checkStaff('submitLedger', facts.actor, submitters[facts.department])
  if (isLeft(may)) return may
  const next = nextStep('submitted', digest, facts)
  return isLeft(next) ? next : right([{ type: 'Submitted', data: { digest } }])
}
