import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Reference } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { returnFreight, shape, ShippingMethod } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { accepted, allOf, beforeApproval, routeAllows, goesOn } from '../standing.js'

/** The goods are on their way back (SH2–SH4); `intercepted` is the outbound parcel turned round. */
export const Ship = shape(
  { method: ShippingMethod },
  { carrier: Reference, trackingNo: Reference, freight: returnFreight(FreeText) },
)
export type Ship = t.TypeOf<typeof Ship>

export const ship: Act<Sealing<Ship>> = (fields, state, { policy }) => {
  const refused = allOf(
    () => routeAllows(state, policy, 'Shipped'),
    () => goesOn(state),
    () => accepted(state),
  )
  if (isLeft(refused)) return left(refused.left)
  const inOrder = beforeApproval(state, 'Shipped')
  if (isLeft(inOrder)) return inOrder
  if (state.inspection.result !== 'none')
    return refuse('OUT_OF_ORDER', '§3', { milestone: 'Shipped', after: 'Inspected' })
  if ((fields.method === 'intercepted') !== (state.route === 'interceptRefund'))
    return refuse('FORBIDDEN_BY_ROUTE', '§3', { route: state.route, milestone: 'Shipped', method: fields.method })
  return right([{ type: 'Shipped', data: fields }])
}
