import * as t from 'io-ts'
import { MinorUnits, words } from '../../vocabulary/index.js'
import { shape } from './shape.js'

/** Why a refund is declined (RJ1). */
export const DeclineReason = words(
  'DeclineReason',
  'outsideWindow',
  'excludedGoods',
  'inspectionFailed',
  'notSubstantiated',
  'reasonNotCovered',
  'faultNotConfirmed',
  'duplicate',
  'abusive',
  'other',
)

export const AlternativeKind = words(
  'AlternativeKind',
  'coupon',
  'discountCoupon',
  'points',
  'exchange',
  'repair',
  'goodsBack',
  'other',
)

/** What is offered instead (RJ2). It has no money effect: `value` is the face value of a coupon, minor units. */
export const Alternative = shape({ kind: AlternativeKind }, { value: MinorUnits })
export type Alternative = t.TypeOf<typeof Alternative>

/** RJ1, rule 23: a decline carries its reason and its alternatives, or an explicit none (an empty list). */
export const declineFields = { reason: DeclineReason, alternatives: t.readonlyArray(Alternative) }
