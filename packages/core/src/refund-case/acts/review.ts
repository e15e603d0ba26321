import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { isZero, type Amounts } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Fault, MinorUnits } from '../../vocabulary/index.js'
import { ReviewStage } from '../events/review.js'
import type { Act, CaseFacts, Decision } from '../facts.js'
import { declineFields, Deduction, shape, SignOff } from '../fields/index.js'
import { quoteFor } from '../quote/index.js'
import { refuse } from '../refuse.js'
import { signedByAnother } from '../sign-off.js'
import { allOf, noOpenAttempt, routeAllows, stillOpen } from '../standing.js'
import type { RefundCase } from '../state.js'
import { voidsOf } from '../voids.js'
import { actingRole } from '../who-may.js'

const said = { opinion: FreeText, signOff: SignOff }

const Accept = shape(
  { stage: ReviewStage, outcome: t.literal('accepted'), fault: Fault },
  {
    ...said,
    returnInstructions: FreeText,
    /** Why it is accepted although a return condition or the inspection failed; by the csLead. */
    ground: FreeText,
    deductions: t.readonlyArray(Deduction),
    amount: MinorUnits,
    priceDifference: MinorUnits,
  },
)
const Decline = shape(
  { stage: ReviewStage, outcome: t.literal('declined'), fault: Fault, ...declineFields },
  { ...said, statement: FreeText },
)
const AskForMore = shape({ stage: ReviewStage, outcome: t.literal('moreEvidence'), fault: Fault }, said)

/** Somebody judges the request (RV1–RV7). Amounts are minor units. */
export const Review = t.union([Accept, Decline, AskForMore])
export type Review = t.TypeOf<typeof Review>
type Accept = Sealing<t.TypeOf<typeof Accept>>

/** Which stage may be judged now, and by whom. */
const stageAllows = (
  { stage }: Pick<Review, 'stage'>,
  state: RefundCase,
  { actor }: CaseFacts,
): Either<Refusal, true> => {
  const role = actingRole(actor)
  if ((stage === 'technical') !== (role === 'technical'))
    return refuse('ROLE_NOT_ALLOWED', '§4', {
      command: 'review',
      role,
      stage,
      may: stage === 'technical' ? ['technical'] : ['customerService', 'csLead'],
    })
  if (stage === 'technical' && state.route !== 'paymentFault')
    return refuse('FORBIDDEN_BY_ROUTE', '§3', { route: state.route, milestone: 'Reviewed', stage })
  if (stage === 'technical' && state.submission !== 'technical')
    return refuse('NOT_SUBMITTED', 'RV6', { to: 'technical', submission: state.submission })
  if (stage === 'afterInspection' && state.inspection.result === 'none')
    return refuse('OUT_OF_ORDER', '§3', { milestone: 'Reviewed', stage, missing: 'Inspected' })
  return right(true)
}

/** Outside the return conditions, or after an inspection that did not pass: the csLead alone, with a ground. */
const leadDecides = (fields: Accept, state: RefundCase, facts: CaseFacts): Either<Refusal, true> => {
  const concession = fields.stage === 'afterInspection' && state.inspection.result !== 'passed'
  const failed = state.failedConditions
  if (fields.stage === 'technical' || state.ruling !== undefined || (!concession && failed.length === 0))
    return right(true)
  if (actingRole(facts.actor) === 'csLead' && fields.ground !== undefined) return right(true)
  return concession
    ? refuse('CONCESSION_BY_LEAD', '§3', { inspection: state.inspection.result, may: ['csLead'], needs: 'ground' })
    : refuse('CONDITION_NOT_MET', 'IN16', { conditions: failed, may: ['csLead'], needs: 'ground' })
}

const accept = (fields: Accept, state: RefundCase, facts: CaseFacts, voids: { readonly voids?: Amounts }): Decision => {
  const lead = leadDecides(fields, state, facts)
  if (isLeft(lead)) return lead
  const { deductions, amount, priceDifference, ...rest } = fields
  const unused = { deductions, amount, priceDifference }
  const notTaken = Object.entries(unused).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  if ((fields.stage === 'technical' || state.ruling !== undefined) && notTaken.length > 0)
    return refuse('FIELD_NOT_TAKEN', '§6-4', { fields: notTaken, route: state.route })
  if (fields.stage === 'technical') return right([{ type: 'Reviewed', data: { ...rest, quote: null } }])
  if (state.ruling !== undefined) return right([{ type: 'Reviewed', data: { ...rest, quote: null, ...voids } }])
  const quote = quoteFor(
    {
      caseId: facts.caseId,
      lines: state.lines,
      fault: fields.fault,
      deductions: deductions ?? [],
      amount,
      priceDifference,
    },
    state,
    facts,
  )
  return isLeft(quote) ? quote : right([{ type: 'Reviewed', data: { ...rest, quote: quote.right, ...voids } }])
}

/** Nothing is judged again once it is paid, but an open dispute may be answered: there is no more. */
const answeringDispute = (fields: Sealing<Review>, state: RefundCase): Decision =>
  fields.outcome === 'declined' && state.dispute?.open === true
    ? right([{ type: 'Reviewed', data: fields }])
    : refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })

export const review: Act<Sealing<Review>> = (fields, state, facts) => {
  const refused = allOf(
    () => routeAllows(state, facts.policy, 'Reviewed'),
    () => stillOpen(state),
    () => noOpenAttempt(state),
    () => stageAllows(fields, state, facts),
    () => signedByAnother(fields.signOff, facts.actor),
  )
  if (isLeft(refused)) return refused
  // A ruling is not the shop's to judge again; a review under it only starts the approvals anew.
  if (state.ruling !== undefined && fields.outcome !== 'accepted')
    return refuse('RULED_ALREADY', '§3', { ruling: state.ruling.eventId })
  if (!isZero(state.netPaid)) return answeringDispute(fields, state)
  if (state.funds.checked === 'notReceived') return refuse('FUNDS_ALREADY_CHECKED', 'PY8', { funds: 'notReceived' })
  const voids = voidsOf(state)
  switch (fields.outcome) {
    case 'accepted':
      return accept(fields, state, facts, voids)
    case 'declined':
      return right([{ type: 'Reviewed', data: { ...fields, ...voids } }])
    case 'moreEvidence':
      return right([{ type: 'Reviewed', data: fields }])
  }
}
