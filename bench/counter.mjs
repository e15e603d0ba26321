// A stream as small as can be, so that what is measured is the loop around it: it counts, and that is all.
import { eventRegistry, storedEvent } from '@refund-case/core'
import * as t from 'io-ts'

const counted = storedEvent('Counted', 1, {
  amount: t.number,
  currency: t.string,
  lines: t.readonlyArray(t.strict({ lineNo: t.number, quantity: t.number })),
  reason: t.string,
})

export const counter = {
  category: 'refundCase',
  registry: eventRegistry([counted]),
  initial: { total: 0 },
  evolve: ({ total }, { data }) => ({ total: total + data.amount }),
}

/** The one decision: whatever was counted, one more. */
export const count = (total) => ({
  type: 'Counted',
  data: { amount: (total % 100) + 1, currency: 'CNY', lines: [{ lineNo: 1, quantity: 2 }], reason: 'noReason' },
})
