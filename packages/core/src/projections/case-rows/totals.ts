import type { Total } from './case-row.js'

/** The sums of some rows, one for each currency, in the order of its code. */
export const totalsOf = (rows: Iterable<Total>): ReadonlyArray<Total> => {
  const byCurrency = new Map<string, number>()
  for (const { currency, amount } of rows) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount)
  return [...byCurrency]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}
