import { slotsWorth } from '../money/proration.js'
import type { SlotRange, Stretch } from './events.js'

/** Where the unit of a slot is: nobody's, held by a case, or back (spent) by a case. */
export type Unit = { readonly state: 'free' } | { readonly state: 'held' | 'back'; readonly by: string }

/** Who has part of a slot's money, and how. Withheld money was spent with its unit, and not paid out. */
export interface Owner {
  readonly by: string
  readonly as: 'reserved' | 'refunded' | 'withheld'
}
export type Share = Owner & { readonly amount: number }

/** Money of one kind: free, or one owner's. */
export type Pot = 'free' | Owner

/**
 * Slots that are alike. In a run of more than one slot the money is wholly free or wholly one owner's; only a single slot
 * is ever shared. So what a line costs to keep and to change grows with the stretches that differ, not with its quantity.
 */
export interface Run extends SlotRange {
  readonly unit: Unit
  readonly shares: ReadonlyArray<Share>
  /** The case that asked for these units, or their money, last. */
  readonly askedBy: string | undefined
}

/** A line of the order as slots (§6-2): `quantity` of them, worth `net` together. The runs are in order, without gaps. */
export interface LineSlots {
  readonly lineNo: number
  readonly quantity: number
  readonly net: number
  readonly runs: ReadonlyArray<Run>
}

export const freeUnit: Unit = { state: 'free' }

/** A line of which nobody has asked anything. */
export const untouched = (line: { lineNo: number; quantity: number; net: number }): LineSlots => ({
  lineNo: line.lineNo,
  quantity: line.quantity,
  net: line.net,
  runs: [{ from: 1, to: line.quantity, unit: freeUnit, shares: [], askedBy: undefined }],
})

export const worthOf = (line: LineSlots, { from, to }: SlotRange): number =>
  slotsWorth(line.net, line.quantity, from, to)

export const unitIs = (run: Run, state: Unit['state'], by?: string): boolean =>
  run.unit.state === state && (run.unit.state === 'free' || by === undefined || run.unit.by === by)

/** How much of the money of a run lies in a pot. */
export const inPot = (line: LineSlots, run: Run, pot: Pot): number => {
  if (pot === 'free') return run.shares.reduce((free, share) => free - share.amount, worthOf(line, run))
  return run.shares.find((share) => share.by === pot.by && share.as === pot.as)?.amount ?? 0
}

/** A part of a run: a single slot is not divided, and of a longer run the owner has each slot whole. */
const cut = (line: LineSlots, run: Run, from: number, to: number): Run => {
  if (from === run.from && to === run.to) return run
  const amount = worthOf(line, { from, to })
  return { ...run, from, to, shares: amount === 0 ? [] : run.shares.map((share) => ({ ...share, amount })) }
}

const sameUnit = (a: Unit, b: Unit): boolean =>
  a.state === 'free' || b.state === 'free' ? a.state === b.state : a.state === b.state && a.by === b.by

/** Two neighbours become one run where nothing differs and the money of both is whole. */
const join = (line: LineSlots, a: Run, b: Run): Run | undefined => {
  if (a.askedBy !== b.askedBy || !sameUnit(a.unit, b.unit)) return undefined
  const both = { ...a, to: b.to }
  const [mine, others] = [a.shares[0], b.shares[0]]
  if (mine === undefined && others === undefined) return both
  if (mine === undefined || others === undefined || mine.by !== others.by || mine.as !== others.as) return undefined
  const amount = mine.amount + others.amount
  return amount === worthOf(line, both) ? { ...both, shares: [{ ...mine, amount }] } : undefined
}

/** The line with every slot from `from` to `to` changed. `change` is handed whole runs inside that stretch. */
const changed = (line: LineSlots, { from, to }: SlotRange, change: (run: Run) => Run): LineSlots => {
  const runs: Array<Run> = []
  const put = (run: Run): void => {
    const last = runs.at(-1)
    const joined = last === undefined ? undefined : join(line, last, run)
    if (joined !== undefined) runs.pop()
    runs.push(joined ?? run)
  }
  for (const run of line.runs) {
    if (run.to < from || run.from > to) {
      put(run)
      continue
    }
    if (run.from < from) put(cut(line, run, run.from, from - 1))
    put(change(cut(line, run, Math.max(run.from, from), Math.min(run.to, to))))
    if (run.to > to) put(cut(line, run, to + 1, run.to))
  }
  return { ...line, runs }
}

const isOf = (share: Share, owner: Owner): boolean => share.by === owner.by && share.as === owner.as

const more = (shares: ReadonlyArray<Share>, owner: Owner, amount: number): ReadonlyArray<Share> => {
  const had = shares.find((share) => isOf(share, owner))?.amount ?? 0
  const others = shares.filter((share) => !isOf(share, owner))
  return had + amount > 0 ? [...others, { by: owner.by, as: owner.as, amount: had + amount }] : others
}

/** The line with the money of a stretch moved from one pot to another. */
export const moneyMoved = (line: LineSlots, stretch: Stretch, source: Pot, target: Pot): LineSlots =>
  changed(line, stretch, (run) => {
    const amount = stretch.from === stretch.to ? stretch.amount : worthOf(line, run)
    const left = source === 'free' ? run.shares : more(run.shares, source, -amount)
    return { ...run, shares: target === 'free' ? left : more(left, target, amount) }
  })

export const unitsMoved = (line: LineSlots, range: SlotRange, unit: Unit): LineSlots =>
  changed(line, range, (run) => ({ ...run, unit }))

export const askedFor = (line: LineSlots, range: SlotRange, caseId: string): LineSlots =>
  changed(line, range, (run) => (run.askedBy === caseId ? run : { ...run, askedBy: caseId }))
