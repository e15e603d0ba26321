import { daysBetween, type LocalDate } from '../../calendar/index.js'

interface Dated {
  readonly date: LocalDate
}

const byDate = (a: Dated, b: Dated): number => (a.date < b.date ? -1 : Number(a.date > b.date))

/**
 * Payments and lines of one amount, fallen into groups within which each payment may be some line and each line some
 * payment: a line is dated from the day of its payment up to `latestAfter` days later.
 */
export const groupsByDate = <P extends Dated, L extends Dated>(
  payments: ReadonlyArray<P>,
  lines: ReadonlyArray<L>,
  latestAfter: number,
): ReadonlyArray<{ readonly payments: ReadonlyArray<P>; readonly lines: ReadonlyArray<L> }> => {
  const ordered = lines.toSorted(byDate)
  const groups: Array<{ payments: Array<P>; lines: Array<L> }> = []
  let first = 0
  let reached = 0
  for (const payment of payments.toSorted(byDate)) {
    // Both ends of what a payment can meet only move on, so a group grows as long as they overlap.
    while (first < ordered.length && (ordered[first]?.date ?? payment.date) < payment.date) first++
    const before = reached
    reached = Math.max(reached, first)
    for (;;) {
      const line = ordered[reached]
      if (line === undefined || daysBetween(payment.date, line.date) > latestAfter) break
      reached++
    }
    const last = groups.at(-1)
    if (last !== undefined && before > first) {
      last.payments.push(payment)
      last.lines.push(...ordered.slice(before, reached))
    } else groups.push({ payments: [payment], lines: ordered.slice(first, reached) })
  }
  const met = new Set(groups.flatMap((group) => group.lines))
  return [...groups, ...lines.filter((line) => !met.has(line)).map((line) => ({ payments: [], lines: [line] }))]
}
