import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Refusal } from '../../eventsourcing/refusal.js'
import type { LineQuantity } from '../../order-account/holding.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Reference } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { evidence, InspectedLine, shape, type InspectionResult } from '../fields/index.js'
import { linesFit } from '../line-check.js'
import { refuse } from '../refuse.js'
import { accepted, allOf, beforeApproval, noOpenAttempt, routeAllows, goesOn } from '../standing.js'
import type { RefundCase } from '../state.js'

/** What the warehouse found (IS1–IS4), for every line of the case. */
export const Inspect = shape(
  { lines: t.readonlyArray(InspectedLine) },
  { reportNo: Reference, photos: t.readonlyArray(evidence(FreeText)), remarks: FreeText },
)
export type Inspect = t.TypeOf<typeof Inspect>

const quantitiesAgree = (lines: ReadonlyArray<InspectedLine>): Either<Refusal, true> => {
  const odd = lines.find(({ received, accepted: kept, rejected }) => kept + rejected !== received)
  return odd === undefined
    ? right(true)
    : refuse('INSPECTION_INCONSISTENT', 'IS1', {
        lineNo: odd.lineNo,
        received: odd.received,
        accepted: odd.accepted,
        rejected: odd.rejected,
      })
}

/** Only what the warehouse received can be looked at. */
const notBeyondReceived = (
  received: ReadonlyArray<LineQuantity>,
  lines: ReadonlyArray<InspectedLine>,
): Either<Refusal, true> => {
  for (const line of lines) {
    const there = received.find(({ lineNo }) => lineNo === line.lineNo)?.quantity ?? 0
    if (line.received > there)
      return refuse('QUANTITY_EXCEEDS', 'IS1', { lineNo: line.lineNo, asked: line.received, free: there })
  }
  return right(true)
}

/** Passed where all that was asked for is accepted, failed where nothing is. */
const resultOf = (state: RefundCase, lines: ReadonlyArray<InspectedLine>): InspectionResult => {
  const acceptedOf = (lineNo: number) => lines.find((line) => line.lineNo === lineNo)?.accepted ?? 0
  if (state.lines.every(({ lineNo, quantity }) => acceptedOf(lineNo) === quantity)) return 'passed'
  return lines.every((line) => line.accepted === 0) ? 'failed' : 'partlyPassed'
}

export const inspect: Act<Sealing<Inspect>> = (fields, state, { policy }) => {
  const refused = allOf(
    () => routeAllows(state, policy, 'Inspected'),
    () => goesOn(state),
    () => accepted(state),
    () => noOpenAttempt(state),
    () =>
      linesFit(
        state,
        fields.lines.map(({ lineNo, received }) => ({ lineNo, quantity: received })),
      ),
    () => quantitiesAgree(fields.lines),
  )
  if (isLeft(refused)) return left(refused.left)
  if (policy.routes[state.route].milestones.Shipped === 'required' && state.shipped === undefined)
    return refuse('OUT_OF_ORDER', '§3', { milestone: 'Inspected', missing: 'Shipped' })
  if (state.goodsReceived === undefined) return refuse('GOODS_NOT_RECEIVED', '§2', {})
  const there = notBeyondReceived(state.goodsReceived, fields.lines)
  if (isLeft(there)) return there
  const inOrder = beforeApproval(state, 'Inspected')
  if (isLeft(inOrder)) return inOrder
  return right([{ type: 'Inspected', data: { result: resultOf(state, fields.lines), ...fields } }])
}
