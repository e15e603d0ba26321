import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Count, Positive } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { linesFit } from '../line-check.js'
import { refuse } from '../refuse.js'
import { accepted, allOf, beforeApproval, routeAllows, goesOn } from '../standing.js'

/** The parcel is there, with so much of each line. */
export const ReceiveGoods = shape(
  { lines: t.readonlyArray(t.readonly(t.strict({ lineNo: Positive, quantity: Count }))) },
  { remarks: FreeText },
)
export type ReceiveGoods = t.TypeOf<typeof ReceiveGoods>

export const receiveGoods: Act<Sealing<ReceiveGoods>> = (fields, state, { policy }) => {
  const refused = allOf(
    () => routeAllows(state, policy, 'Inspected'),
    () => goesOn(state),
    () => accepted(state),
    () => linesFit(state, fields.lines),
  )
  if (isLeft(refused)) return left(refused.left)
  const inOrder = beforeApproval(state, 'GoodsReceived')
  if (isLeft(inOrder)) return inOrder
  if (state.inspection.result !== 'none')
    return refuse('OUT_OF_ORDER', '§3', { milestone: 'GoodsReceived', after: 'Inspected' })
  return right([{ type: 'GoodsReceived', data: fields }])
}
