import type { OrderAccountEvent, OrderFacts } from '@refund-case/core'

// The account of an order as a list of units, each with a purse: what its events say, done one unit at a time. It holds
// nothing back: whatever an event takes that is not there is a complaint.

interface Slot {
  unit: 'free' | { readonly by: string; readonly is: 'held' | 'back' }
  readonly worth: number
  free: number
  /** `case state` → minor units. */
  readonly money: Map<string, number>
}

type State = 'reserved' | 'refunded' | 'withheld'
type Stretch = { readonly from: number; readonly to: number; readonly amount: number }
type Range = { readonly from: number; readonly to: number }

/** What a line was paid: its price less its share of the discount, shares by cumulative floor in line order. */
export const netOf = (order: Pick<OrderFacts, 'lines' | 'discount'>): ReadonlyMap<number, number> => {
  const gross = order.lines.reduce((sum, line) => sum + BigInt(line.gross), 0n)
  const shareUpTo = (sum: bigint): bigint => (gross === 0n ? 0n : (BigInt(order.discount) * sum) / gross)
  let before = 0n
  return new Map(
    order.lines.map((line) => {
      const upTo = before + BigInt(line.gross)
      const net = BigInt(line.gross) - (shareUpTo(upTo) - shareUpTo(before))
      before = upTo
      return [line.lineNo, Number(net)]
    }),
  )
}

/** What the units `from` to `to` of a line are worth: unit j is worth ⌊N·j/q⌋ − ⌊N·(j−1)/q⌋. */
export const unitWorth = (net: number, quantity: number, j: number): number => {
  const upTo = (k: number): bigint => (BigInt(net) * BigInt(k)) / BigInt(quantity)
  return Number(upTo(j) - upTo(j - 1))
}

export class NaiveAccount {
  readonly lines = new Map<number, ReadonlyArray<Slot>>()
  /** `case component state` → minor units. */
  readonly purse = new Map<string, number>()
  readonly complaints: Array<string> = []

  constructor(order: Pick<OrderFacts, 'lines' | 'discount'> | undefined) {
    if (order === undefined) return
    const net = netOf(order)
    for (const { lineNo, quantity } of order.lines)
      this.lines.set(
        lineNo,
        Array.from({ length: quantity }, (_, at): Slot => {
          const worth = unitWorth(net.get(lineNo) ?? 0, quantity, at + 1)
          return { unit: 'free', worth, free: worth, money: new Map() }
        }),
      )
  }

  #slots(lineNo: number, { from, to }: Range): ReadonlyArray<Slot> {
    const slots = this.lines.get(lineNo)?.slice(from - 1, to) ?? []
    if (slots.length !== to - from + 1) this.complaints.push(`line ${lineNo} has no units ${from} to ${to}`)
    return slots
  }

  #units(
    lineNo: number,
    ranges: ReadonlyArray<Range> = [],
    by: string,
    is: 'free' | 'held' | 'back',
    then: 'free' | 'held' | 'back',
  ): void {
    for (const range of ranges)
      for (const slot of this.#slots(lineNo, range)) {
        const fits = slot.unit === 'free' ? is === 'free' : slot.unit.is === is && slot.unit.by === by
        if (!fits) this.complaints.push(`a unit of line ${lineNo} is taken that is not ${is} for ${by}`)
        slot.unit = then === 'free' ? 'free' : { by, is: then }
      }
  }

  #money(
    lineNo: number,
    stretches: ReadonlyArray<Stretch> = [],
    by: string,
    source: State | 'free',
    target: State | 'free',
  ): void {
    for (const stretch of stretches)
      for (const slot of this.#slots(lineNo, stretch)) {
        const amount = stretch.from === stretch.to ? stretch.amount : slot.worth
        const there = source === 'free' ? slot.free : (slot.money.get(`${by} ${source}`) ?? 0)
        if (there < amount)
          this.complaints.push(`${amount} of line ${lineNo} are taken, but only ${there} are ${source}`)
        if (source === 'free') slot.free -= amount
        else slot.money.set(`${by} ${source}`, there - amount)
        if (target === 'free') slot.free += amount
        else slot.money.set(`${by} ${target}`, (slot.money.get(`${by} ${target}`) ?? 0) + amount)
      }
  }

  #purse(
    by: string,
    amounts: { readonly [component: string]: number },
    source: State | 'free',
    target: State | 'free',
  ): void {
    for (const [component, amount] of Object.entries(amounts)) {
      const put = (state: State | 'free', change: number): void => {
        if (state === 'free') return
        const name = `${by} ${component} ${state}`
        const now = (this.purse.get(name) ?? 0) + change
        if (now < 0) this.complaints.push(`${-change} ${component} of ${by} are taken that are not ${state}`)
        this.purse.set(name, now)
      }
      put(source, -amount)
      put(target, amount)
    }
  }

  take(event: OrderAccountEvent): void {
    switch (event.type) {
      case 'Reserved':
      case 'Released': {
        const { caseId, lines, purse } = event.data
        const [is, then] = event.type === 'Reserved' ? (['free', 'held'] as const) : (['held', 'free'] as const)
        const [source, target] =
          event.type === 'Reserved' ? (['free', 'reserved'] as const) : (['reserved', 'free'] as const)
        for (const line of lines) {
          this.#units(line.lineNo, line.units, caseId, is, then)
          this.#money(line.lineNo, line.money, caseId, source, target)
        }
        return this.#purse(caseId, purse, source, target)
      }
      case 'Consumed': {
        const { caseId, lines, purse, withheldFreight = 0 } = event.data
        for (const line of lines) {
          this.#units(line.lineNo, line.units, caseId, 'held', 'back')
          this.#money(line.lineNo, line.refunded, caseId, 'reserved', 'refunded')
          this.#money(line.lineNo, line.withheld, caseId, 'reserved', 'withheld')
          this.#money(line.lineNo, line.regained, caseId, 'withheld', 'refunded')
        }
        this.#purse(caseId, { freight: withheldFreight }, 'reserved', 'withheld')
        return this.#purse(caseId, purse, 'reserved', 'refunded')
      }
      case 'Restored': {
        const { caseId, lines, purse, withheldFreight = 0 } = event.data
        for (const line of lines) {
          this.#units(line.lineNo, line.units, caseId, 'back', 'held')
          this.#money(line.lineNo, line.refunded, caseId, 'refunded', 'reserved')
          this.#money(line.lineNo, line.withheld, caseId, 'withheld', 'reserved')
        }
        this.#purse(caseId, { freight: withheldFreight }, 'withheld', 'reserved')
        return this.#purse(caseId, purse, 'refunded', 'reserved')
      }
      default:
    }
  }

  /** Goods money of a case, or of all cases, in one state. */
  goods(state: State, by?: string): number {
    let sum = 0
    for (const slots of this.lines.values())
      for (const { money } of slots)
        for (const [name, amount] of money)
          if (name.endsWith(` ${state}`) && (by === undefined || name.startsWith(`${by} `))) sum += amount
    return sum
  }

  /** Money beside the goods, of a case or of all, in one state. */
  pursed(component: string, state: State, by?: string): number {
    let sum = 0
    for (const [name, amount] of this.purse)
      if (name.endsWith(` ${component} ${state}`) && (by === undefined || name.startsWith(`${by} `))) sum += amount
    return sum
  }

  /** Units of a line in a state, of a case or of all. */
  units(lineNo: number, is: 'held' | 'back', by?: string): number {
    const slots = this.lines.get(lineNo) ?? []
    return slots.filter(({ unit }) => unit !== 'free' && unit.is === is && (by === undefined || unit.by === by)).length
  }
}
