import type { LineQuantity } from './holding.js'
import { inPot, unitIs, worthOf, type LineSlots, type Run } from './slots.js'
import type { OrderAccount } from './state.js'

/** What some units of a line are worth to a case, and the numbers that it follows from (§6-2). Minor units. */
export interface UnitValue {
  readonly lineNo: number
  readonly quantity: number
  /** What the case can be paid for them: free money, and what it has reserved or was paid; not what was withheld. */
  readonly amount: number
  /** What was paid for these units, whoever has it now. */
  readonly worth: number
  /** What was paid for the whole line. */
  readonly paid: number
  /** How many units the line has: as many slots. */
  readonly bought: number
  readonly lowestSlot: number
  readonly highestSlot: number
}

/** The money of slots `from` to `to` of a run that is free, reserved by this case or paid to it. */
const payableOf = (line: LineSlots, run: Run, caseId: string, from: number, to: number): number => {
  const sum = run.shares
    .filter(({ by, as }) => by === caseId && as !== 'withheld')
    .reduce((money, { amount }) => money + amount, inPot(line, run, 'free'))
  // A run of several slots is wholly one owner's or free, so a part of it is worth its slots.
  return (from === run.from && to === run.to) || sum === 0 ? sum : worthOf(line, { from, to })
}

/** The lowest of its own units first, then the lowest free ones: just as a reservation takes them. */
const unitsFor = (line: LineSlots, caseId: string, quantity: number): UnitValue => {
  const own = line.runs.filter((run) => unitIs(run, 'held', caseId) || unitIs(run, 'back', caseId))
  const free = line.runs.filter((run) => unitIs(run, 'free'))
  let left = quantity
  let amount = 0
  let worth = 0
  let lowestSlot = 0
  let highestSlot = 0
  for (const run of [...own, ...free]) {
    if (left === 0) break
    const to = Math.min(run.to, run.from + left - 1)
    amount += payableOf(line, run, caseId, run.from, to)
    worth += worthOf(line, { from: run.from, to })
    left -= to - run.from + 1
    lowestSlot = lowestSlot === 0 ? run.from : Math.min(lowestSlot, run.from)
    highestSlot = Math.max(highestSlot, to)
  }
  const { lineNo, net, quantity: bought } = line
  return { lineNo, quantity: quantity - left, amount, worth, paid: net, bought, lowestSlot, highestSlot }
}

/**
 * What these quantities are worth to the case: of the units it has, and beyond them of those it could still take. Where
 * there are fewer, `quantity` says how many. A line that the order does not have is left out.
 */
export const unitValues = (
  account: OrderAccount,
  caseId: string,
  lines: ReadonlyArray<LineQuantity>,
): ReadonlyArray<UnitValue> =>
  lines.flatMap(({ lineNo, quantity }) => {
    const line = account.lines.get(lineNo)
    return line === undefined ? [] : [unitsFor(line, caseId, quantity)]
  })
