import * as t from 'io-ts'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Amounts } from '../../money/amounts.js'
import { Sealed } from '../../sealing/sealed.js'
import { Fault, words } from '../../vocabulary/index.js'
import { Alternative, declineFields, Quote, shape, SignOff } from '../fields/index.js'
import { CaseLine } from './intake.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

export const ReviewStage = words('ReviewStage', 'intake', 'technical', 'afterInspection')
export type ReviewStage = t.TypeOf<typeof ReviewStage>

const opinion = { opinion: Sealed, signOff: SignOff, voids: Amounts }

const Accepted = shape(
  { stage: ReviewStage, outcome: t.literal('accepted'), fault: Fault, quote: t.union([Quote, t.null]) },
  { ...opinion, returnInstructions: Sealed, ground: Sealed },
)
const Declined = shape(
  { stage: ReviewStage, outcome: t.literal('declined'), fault: Fault, ...declineFields },
  { ...opinion, statement: Sealed },
)
const MoreEvidence = shape({ stage: ReviewStage, outcome: t.literal('moreEvidence'), fault: Fault }, opinion)

/**
 * Somebody judged it (RV1–RV7). A technical review quotes nothing (`quote: null`), and neither
 * does one under a ruling. A concession is an acceptance after
 * a failed inspection, with its ground.
 */
export const Reviewed = storedEvent('Reviewed', 1, t.union([Accepted, Declined, MoreEvidence]))

/** 提交: handed to the technical department or to finance (RV6). */
export const Submitted = storedEvent(
  'Submitted',
  1,
  shape({ to: words('SubmittedTo', 'technical', 'finance') }, { opinion: Sealed }),
)

/** 退回: sent back to customer service with 退回原因 (HS8). */
export const SentBack = storedEvent(
  'SentBack',
  1,
  shape({ by: words('SentBackBy', 'technical', 'finance'), reason: Sealed }, { voids: Amounts }),
)

/** Another amount, or other quantities, than before: `quote` is what the case is to pay in all, `lines` what it asks. */
export const AmountAdjusted = storedEvent(
  'AmountAdjusted',
  1,
  shape({ quote: Quote, lines: t.readonlyArray(CaseLine) }, { reason: Sealed, voids: Amounts }),
)

/** The customer took what was offered instead: the case ends unpaid. */
export const AlternativeAccepted = storedEvent(
  'AlternativeAccepted',
  1,
  shape({ alternative: Alternative }, { voids: Amounts }),
)
