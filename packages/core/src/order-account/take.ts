import { firstSlotWithin, lastSlotWithin } from '../money/proration.js'
import type { SlotRange, Stretch } from './events.js'
import { inPot, worthOf, type LineSlots, type Pot, type Run } from './slots.js'

// Which slots a quantity or an amount means. Asking takes the lowest slots, giving back the highest ones (§6-2).

type End = 'lowest' | 'highest'
type Such = (run: Run) => boolean
const any: Such = () => true

const from = <T>(end: End, list: ReadonlyArray<T>): ReadonlyArray<T> => (end === 'lowest' ? list : list.toReversed())

/** How many slots are such. */
export const countUnits = (line: LineSlots, such: Such): number =>
  line.runs.reduce((count, run) => (such(run) ? count + run.to - run.from + 1 : count), 0)

/** `count` slots that are such, from one end of the line, in ascending order; fewer where there are fewer. */
const units = (line: LineSlots, count: number, such: Such, end: End): ReadonlyArray<SlotRange> => {
  const ranges: Array<SlotRange> = []
  let left = count
  for (const run of from(end, line.runs)) {
    if (left <= 0) break
    if (!such(run)) continue
    const taken = Math.min(left, run.to - run.from + 1)
    ranges.push(
      end === 'lowest' ? { from: run.from, to: run.from + taken - 1 } : { from: run.to - taken + 1, to: run.to },
    )
    left -= taken
  }
  return joinRanges(from(end, ranges))
}

const joinRanges = (ranges: ReadonlyArray<SlotRange>): ReadonlyArray<SlotRange> => {
  const joined: Array<SlotRange> = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && last.to + 1 === range.from) joined[joined.length - 1] = { from: last.from, to: range.to }
    else joined.push(range)
  }
  return joined
}

export const lowestUnits = (line: LineSlots, count: number, such: Such): ReadonlyArray<SlotRange> =>
  units(line, count, such, 'lowest')
export const highestUnits = (line: LineSlots, count: number, such: Such): ReadonlyArray<SlotRange> =>
  units(line, count, such, 'highest')

/** All the money of a pot in the slots that are such, or in all of them. */
export const moneyIn = (line: LineSlots, pot: Pot, such: Such = any): number =>
  line.runs.reduce((sum, run) => (such(run) ? sum + inPot(line, run, pot) : sum), 0)

/** `amount` of a run that has more: its slots from one end whole, and the rest from the next slot. */
const partOf = (line: LineSlots, run: Run, amount: number, end: End): ReadonlyArray<Stretch> => {
  if (run.from === run.to) return [{ from: run.from, to: run.to, amount }]
  const { net, quantity } = line
  const bounds =
    end === 'lowest'
      ? { from: run.from, to: lastSlotWithin(net, quantity, run.from, run.to, amount) }
      : { from: firstSlotWithin(net, quantity, run.from, run.to, amount), to: run.to }
  const whole = worthOf(line, bounds)
  const next = end === 'lowest' ? bounds.to + 1 : bounds.from - 1
  return [
    ...(whole > 0 ? [{ ...bounds, amount: whole }] : []),
    ...(amount > whole ? [{ from: next, to: next, amount: amount - whole }] : []),
  ]
}

/** `amount` of a pot from one end of the slots that are such, in ascending order; less where there is less. */
const money = (line: LineSlots, pot: Pot, amount: number, such: Such, end: End): ReadonlyArray<Stretch> => {
  const stretches: Array<Stretch> = []
  let left = amount
  for (const run of from(end, line.runs)) {
    if (left <= 0) break
    const there = such(run) ? inPot(line, run, pot) : 0
    if (there === 0) continue
    if (there <= left) stretches.push({ from: run.from, to: run.to, amount: there })
    else stretches.push(...partOf(line, run, left, end))
    left -= Math.min(there, left)
  }
  return joinStretches(line, from(end, stretches))
}

/** Neighbours that are whole become one stretch. */
const joinStretches = (line: LineSlots, stretches: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> => {
  const joined: Array<Stretch> = []
  let lastWhole = false
  for (const stretch of stretches) {
    const last = joined.at(-1)
    const whole = stretch.amount === worthOf(line, stretch)
    if (last !== undefined && lastWhole && whole && last.to + 1 === stretch.from)
      joined[joined.length - 1] = { from: last.from, to: stretch.to, amount: last.amount + stretch.amount }
    else joined.push(stretch)
    lastWhole = whole
  }
  return joined
}

export const lowestMoney = (line: LineSlots, pot: Pot, amount: number, such: Such = any): ReadonlyArray<Stretch> =>
  money(line, pot, amount, such, 'lowest')
export const highestMoney = (line: LineSlots, pot: Pot, amount: number, such: Such = any): ReadonlyArray<Stretch> =>
  money(line, pot, amount, such, 'highest')

/** All the money of a pot in the slots that are such, or in all of them, as stretches. */
export const allMoney = (line: LineSlots, pot: Pot, such: Such = any): ReadonlyArray<Stretch> =>
  lowestMoney(line, pot, Number.MAX_SAFE_INTEGER, such)

export const sumOf = (stretches: ReadonlyArray<Stretch>): number =>
  stretches.reduce((sum, stretch) => sum + stretch.amount, 0)
