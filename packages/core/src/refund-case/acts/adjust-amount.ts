import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import * as t from 'io-ts'
import { isZero, sameAmounts } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { MinorUnits } from '../../vocabulary/index.js'
import { CaseLine } from '../events/index.js'
import type { Act } from '../facts.js'
import { Deduction, shape } from '../fields/index.js'
import { linesOnce } from '../line-check.js'
import { quoteFor } from '../quote/index.js'
import { refuse } from '../refuse.js'
import { accepted, allOf, noOpenAttempt, goesOn } from '../standing.js'
import type { RefundCase } from '../state.js'
import { voidsOf } from '../voids.js'

/**
 * Another amount, or other quantities: the quote is made anew from `lines` (default: as they stand, after a partly
 * passed inspection what passed), `deductions`, or on the routes of one sum `amount`. Minor units.
 */
export const AdjustAmount = shape(
  { reason: FreeText },
  {
    lines: t.readonlyArray(CaseLine),
    deductions: t.readonlyArray(Deduction),
    amount: MinorUnits,
    priceDifference: MinorUnits,
  },
)
export type AdjustAmount = t.TypeOf<typeof AdjustAmount>

/** What passed, where not all did. */
const standingLines = (state: RefundCase): ReadonlyArray<CaseLine> => {
  const inspection = state.inspection
  if (inspection.result !== 'partlyPassed' || inspection.conceded) return state.lines
  return state.lines.flatMap((line) => {
    const passed = inspection.lines.find(({ lineNo }) => lineNo === line.lineNo)?.accepted ?? 0
    return passed === 0 ? [] : [{ ...line, quantity: Math.min(line.quantity, passed) }]
  })
}

/** Once the warehouse has looked, no more is refunded than it accepted (rule 5). */
const notBeyondWhatPassed = (state: RefundCase, lines: ReadonlyArray<CaseLine>): Either<Refusal, true> => {
  const inspection = state.inspection
  if (inspection.result === 'none' || inspection.conceded) return right(true)
  for (const { lineNo, quantity } of lines) {
    const kept = inspection.lines.find((line) => line.lineNo === lineNo)?.accepted ?? 0
    if (quantity > kept) return refuse('QUANTITY_EXCEEDS', '§7 rule 5', { lineNo, asked: quantity, free: kept })
  }
  return right(true)
}

export const adjustAmount: Act<Sealing<AdjustAmount>> = (fields, state, facts) => {
  const lines = fields.lines ?? standingLines(state)
  const refused = allOf(
    () => goesOn(state),
    () => noOpenAttempt(state),
    () => accepted(state),
    () => linesOnce(lines),
  )
  if (isLeft(refused)) return left(refused.left)
  if (state.ruling !== undefined) return refuse('RULED_ALREADY', '§3', { ruling: state.ruling.eventId })
  const passed = notBeyondWhatPassed(state, lines)
  if (isLeft(passed)) return passed
  if (!isZero(state.netPaid)) return refuse('ALREADY_PAID', '§7 rule 1', { paid: state.netPaid })
  if (state.funds.checked === 'notReceived') return refuse('FUNDS_ALREADY_CHECKED', 'PY8', { funds: 'notReceived' })
  const quote = quoteFor(
    {
      caseId: facts.caseId,
      lines,
      fault: state.fault ?? 'none',
      deductions: fields.deductions ?? [],
      amount: fields.amount,
      priceDifference: fields.priceDifference,
    },
    state,
    facts,
  )
  if (isLeft(quote)) return quote
  const unchanged =
    state.quote !== undefined && sameAmounts(quote.right.amounts, state.quote.amounts) && fields.lines === undefined
  if (unchanged && state.inspection.result !== 'partlyPassed' && !state.approval.reworkDue)
    return refuse('AMOUNT_UNCHANGED', '§2', { amounts: quote.right.amounts })
  return right([
    { type: 'AmountAdjusted', data: { quote: quote.right, lines, reason: fields.reason, ...voidsOf(state) } },
  ])
}
