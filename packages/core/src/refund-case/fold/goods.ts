import type { LineQuantity } from '../../order-account/holding.js'
import type { RefundCase } from '../state.js'
import type { StoredOf } from './stored-of.js'

/** What the warehouse has so far, with what came now. */
export const received = (
  before: ReadonlyArray<LineQuantity>,
  lines: ReadonlyArray<LineQuantity>,
): ReadonlyArray<LineQuantity> => {
  const quantities = new Map(before.map(({ lineNo, quantity }) => [lineNo, quantity]))
  for (const { lineNo, quantity } of lines) quantities.set(lineNo, (quantities.get(lineNo) ?? 0) + quantity)
  return [...quantities].map(([lineNo, quantity]) => ({ lineNo, quantity }))
}

/** What the warehouse found stands alone: whatever a review or an adjustment made of an earlier look is gone. */
export const inspected = (state: RefundCase, { data, meta }: StoredOf<'Inspected'>): RefundCase => ({
  ...state,
  inspection: {
    result: data.result,
    lines: data.lines,
    reference: data.reportNo ?? meta.id,
    conceded: false,
    adjusted: false,
  },
})
