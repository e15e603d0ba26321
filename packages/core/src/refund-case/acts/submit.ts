import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { words } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { missingInSheet } from '../fault-sheet.js'
import { refuse } from '../refuse.js'
import { goesOn } from '../standing.js'
import type { RefundCase } from '../state.js'

/** To the technical department, then to finance (RV6); on paymentFault only. */
export const Submit = shape({ to: words('SubmitTo', 'technical', 'finance') }, { opinion: FreeText })
export type Submit = t.TypeOf<typeof Submit>

const sheetComplete = (state: RefundCase): Either<Refusal, true> => {
  const sheet = state.faultSheet?.sheet
  const missing = sheet === undefined ? ['faultSheet'] : missingInSheet(sheet)
  return missing.length === 0 ? right(true) : refuse('FAULT_SHEET_INCOMPLETE', 'IN10', { missing })
}

const toTechnical = (state: RefundCase): Either<Refusal, true> => {
  const complete = sheetComplete(state)
  if (isLeft(complete)) return complete
  if (state.judgement.outcome !== 'accepted' || state.acceptedByLead === undefined)
    return refuse('LEAD_REVIEW_MISSING', 'IN12', {})
  if (state.acceptedByLead === state.faultSheet?.by)
    return refuse('SEPARATION_OF_DUTIES', 'IN12', { person: state.acceptedByLead, conflict: 'faultSheet' })
  return right(true)
}

const toFinance = (state: RefundCase): Either<Refusal, true> =>
  state.submission === 'technicalAccepted' || state.submission === 'financeSentBack' || state.ruling !== undefined
    ? right(true)
    : refuse('TECHNICAL_REVIEW_MISSING', 'RV6', { submission: state.submission })

export const submit: Act<Sealing<Submit>> = (fields, state) => {
  if (state.route !== 'paymentFault')
    return refuse('FORBIDDEN_BY_ROUTE', '§4', { route: state.route, milestone: 'Submitted' })
  const open = goesOn(state)
  if (isLeft(open)) return open
  if (state.submission === fields.to) return refuse('ALREADY_SUBMITTED', 'RV6', { to: fields.to })
  if (fields.to === 'technical' && (state.submission === 'technicalAccepted' || state.submission === 'finance'))
    return refuse('ALREADY_SUBMITTED', 'RV6', { to: fields.to })
  if (state.funds.checked === 'notReceived') return refuse('FUNDS_ALREADY_CHECKED', 'PY8', { funds: 'notReceived' })
  const ready = fields.to === 'technical' ? toTechnical(state) : toFinance(state)
  return isLeft(ready) ? left(ready.left) : right([{ type: 'Submitted', data: fields }])
}
