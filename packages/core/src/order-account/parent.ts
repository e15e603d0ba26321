import type { Route } from '../vocabulary/index.js'
import type { LineAmount, LineQuantity } from './holding.js'
import { inPot, unitIs, type LineSlots, type Run } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'

/** Lines a request names; with an amount where it asks for money of goods that are kept. */
export type AskedLine = LineQuantity & Partial<Pick<LineAmount, 'amount'>>

/** Who asked last for the lowest `count` slots that are such. */
const askers = (line: LineSlots, count: number, such: (run: Run) => boolean): ReadonlyArray<string> => {
  const found: Array<string> = []
  let left = count
  for (const run of line.runs) {
    if (left <= 0) break
    if (!such(run)) continue
    if (run.askedBy !== undefined) found.push(run.askedBy)
    left -= run.to - run.from + 1
  }
  return found
}

const latest = (entries: ReadonlyArray<CaseEntry>): string | undefined => {
  const ended = entries.filter((entry) => !entry.open && !entry.lapsed)
  return ended.toSorted((a, b) => b.lastEvent - a.lastEvent)[0]?.caseId
}

/**
 * The earlier case, now ended, that asked for the units these lines would get, or for their money: the one a request for
 * them gets as its parent (§1 "Duplicates"). Of several, the one that the account heard of last. A payment fault asks for
 * the whole order, or where none is recorded for what another one asked for.
 */
export const parentFor = (
  account: OrderAccount,
  lines: ReadonlyArray<AskedLine>,
  route?: Route,
): string | undefined => {
  if (route === 'compensation' || route === 'freightCompensation') return undefined
  const faults = [...account.cases.values()].filter((entry) => entry.wholeOrder)
  if (account.order === undefined) return latest(faults)
  const asked = route === 'paymentFault' ? [...account.lines.values()] : lines
  const before = asked.flatMap((named): ReadonlyArray<string> => {
    const line = account.lines.get(named.lineNo)
    if (line === undefined) return []
    return askers(line, named.quantity, (run) =>
      'amount' in named && named.amount !== undefined ? inPot(line, run, 'free') > 0 : unitIs(run, 'free'),
    )
  })
  return latest(before.flatMap((caseId) => account.cases.get(caseId) ?? []))
}
