import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { words } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { oneTkPerSheet } from '../fault-sheet.js'
import { evidence, faultSheet, shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { actingRole } from '../who-may.js'

/**
 * Further evidence (IN5, DP6), and on a payment fault the fault sheet (IN10). `side` is whose evidence it is: the
 * customer's own always theirs, what anybody else files the merchant's unless they say that it is the customer's.
 */
export const AddEvidence = shape(
  { evidence: t.readonlyArray(evidence(FreeText)) },
  { faultSheet: faultSheet(FreeText), note: FreeText, side: words('EvidenceOf', 'customer', 'merchant') },
)
export type AddEvidence = t.TypeOf<typeof AddEvidence>

export const addEvidence: Act<Sealing<AddEvidence>> = (fields, state, { actor }) => {
  if (fields.evidence.length === 0 && fields.faultSheet === undefined)
    return refuse('EVIDENCE_REQUIRED', 'IN5', { route: state.route })
  if (fields.faultSheet !== undefined) {
    const fits = oneTkPerSheet(state, fields.faultSheet)
    if (isLeft(fits)) return fits
  }
  const role = actingRole(actor)
  const side = role === 'customer' ? 'customer' : (fields.side ?? 'merchant')
  return right([{ type: 'EvidenceAdded', data: { ...fields, side } }])
}
