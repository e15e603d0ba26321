import type { Total } from '@refund-case/core'
import { blank, money, nothing, says, text, type Label, type Row, type Value } from '../document/index.js'
import { fieldLabels } from './words/fields.js'

/** A row of sums for each currency: the label in the first column, the sum in its own; 无 where nothing was summed. */
export const totalRows = (
  totals: ReadonlyArray<Total>,
  columns: number,
  amountAt: number,
  label: Label = fieldLabels.total,
): ReadonlyArray<Row> => {
  const row = (currency: Value, sum: Value): Row =>
    Array.from({ length: columns }, (_, index): Value => {
      if (index === 0) return says(label)
      if (index === amountAt) return sum
      return index === amountAt - 1 ? currency : blank
    })
  return totals.length === 0
    ? [row(blank, nothing)]
    : totals.map(({ currency, amount }) => row(text(currency), money(amount, currency)))
}
