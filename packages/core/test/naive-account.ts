import type { Holding, OrderFacts } from '../src/order-account/index.js'

// The order account once more, as plainly as it can be said: an object for every slot, a loop for every rule, nothing
// shared with the code it is held against.

export interface NaiveSlot {
  unit: string
  worth: number
  /** `case as` → amount. */
  money: Record<string, number>
}

export interface NaiveCase {
  reserved: Record<string, number>
  refunded: Record<string, number>
  ruledFreight: boolean
  open: boolean
}

export interface NaiveAccount {
  lines: Array<Array<NaiveSlot>>
  freight: number
  cap: number
  cases: Record<string, NaiveCase>
}

export const naiveAccount = (order: OrderFacts, cap: number): NaiveAccount => {
  const total = order.lines.reduce((sum, line) => sum + line.gross, 0)
  const share = (upTo: number) => (total === 0 ? 0 : Number((BigInt(order.discount) * BigInt(upTo)) / BigInt(total)))
  let before = 0
  const lines = order.lines.map((line) => {
    const net = line.gross - (share(before + line.gross) - share(before))
    before += line.gross
    return Array.from({ length: line.quantity }, (_, index) => ({
      unit: 'free',
      worth: Math.floor((net * (index + 1)) / line.quantity) - Math.floor((net * index) / line.quantity),
      money: {},
    }))
  })
  return { lines, freight: order.freight, cap, cases: {} }
}

const get = (slot: NaiveSlot, key: string): number => slot.money[key] ?? 0
const put = (slot: NaiveSlot, key: string, amount: number): void => {
  const next = get(slot, key) + amount
  if (next === 0) delete slot.money[key]
  else slot.money[key] = next
}
const freeIn = (slot: NaiveSlot): number => slot.worth - Object.values(slot.money).reduce((a, b) => a + b, 0)
const shift = (slot: NaiveSlot, source: string, target: string, most: number): number => {
  const amount = Math.max(0, Math.min(most, source === 'free' ? freeIn(slot) : get(slot, source)))
  if (source !== 'free') put(slot, source, -amount)
  if (target !== 'free') put(slot, target, amount)
  return amount
}

const all = (account: NaiveAccount): Array<NaiveSlot> => account.lines.flat()
const count = (slots: Array<NaiveSlot>, such: (slot: NaiveSlot) => boolean): number => slots.filter(such).length
const sum = (slots: Array<NaiveSlot>, of: (slot: NaiveSlot) => number): number =>
  slots.reduce((total, slot) => total + of(slot), 0)
const slotsOf = (account: NaiveAccount, lineNo: number): Array<NaiveSlot> => account.lines[lineNo - 1] ?? []
const caseOf = (account: NaiveAccount, id: string): NaiveCase =>
  (account.cases[id] ??= { reserved: {}, refunded: {}, ruledFreight: false, open: true })

const keys = (id: string) => ({
  held: `${id} held`,
  back: `${id} back`,
  reserved: `${id} reserved`,
  refunded: `${id} refunded`,
  withheld: `${id} withheld`,
})

/** What of each component all other cases have, and this one has. */
const used = (account: NaiveAccount, component: string): number =>
  Object.values(account.cases).reduce((so, c) => so + (c.reserved[component] ?? 0) + (c.refunded[component] ?? 0), 0)
const mine = (account: NaiveAccount, id: string, component: string): number => {
  const c = account.cases[id]
  return (c?.reserved[component] ?? 0) + (c?.refunded[component] ?? 0)
}

interface NaiveAsk {
  lineNos: Array<number>
  amount: number
  withWithheld: boolean
}
const asksOf = (holding: Holding): Array<NaiveAsk> => {
  if (holding.goods.from === 'lines')
    return holding.goods.amounts.map(({ lineNo, amount }) => ({ lineNos: [lineNo], amount, withWithheld: false }))
  if (holding.goods.from === 'anyOf')
    return [{ lineNos: [...holding.goods.lineNos], amount: holding.goods.amount, withWithheld: true }]
  return []
}

const claimed = (account: NaiveAccount, id: string, ask: NaiveAsk): number => {
  const k = keys(id)
  return sum(
    ask.lineNos.flatMap((lineNo) => slotsOf(account, lineNo)),
    (slot) => get(slot, k.reserved) + get(slot, k.refunded) + (ask.withWithheld ? get(slot, k.withheld) : 0),
  )
}

/** Takes what is free of what the holding asks. */
export const naiveGrow = (account: NaiveAccount, holding: Holding, freight: boolean, ruling: boolean): void => {
  const id = holding.caseId
  const k = keys(id)
  const entry = caseOf(account, id)
  for (const { lineNo, quantity } of holding.units)
    for (const slot of slotsOf(account, lineNo))
      if (slot.unit === 'free' && count(slotsOf(account, lineNo), (s) => s.unit.startsWith(`${id} `)) < quantity)
        slot.unit = k.held
  if (holding.goods.from === 'units')
    for (const slot of all(account)) if (slot.unit === k.held) shift(slot, 'free', k.reserved, slot.worth)
  for (const ask of asksOf(holding))
    for (const lineNo of ask.lineNos)
      for (const slot of slotsOf(account, lineNo))
        shift(slot, 'free', k.reserved, ask.amount - claimed(account, id, ask))
  const room: Record<string, number> = {
    freight: freight ? account.freight - used(account, 'freight') : 0,
    compensation: ruling ? Infinity : account.cap - used(account, 'compensation'),
    statutory: Infinity,
  }
  for (const component of ['freight', 'compensation', 'statutory'] as const) {
    const more = Math.min(holding[component] - mine(account, id, component), room[component] ?? 0)
    if (more > 0) entry.reserved[component] = (entry.reserved[component] ?? 0) + more
  }
  if (ruling && (entry.reserved['freight'] ?? 0) > 0) entry.ruledFreight = true
  entry.open = holding.open
}

/** What a strict reservation answers: a code, or nothing where all is free. */
export const naiveRefusal = (account: NaiveAccount, holding: Holding): string | undefined => {
  const id = holding.caseId
  const known = account.cases[id] !== undefined
  const openOther = (slots: Array<NaiveSlot>): boolean =>
    slots.some((slot) =>
      [slot.unit, ...Object.keys(slot.money)].some((key) => {
        const [by = '', as = ''] = key.split(' ')
        return by !== id && (as === 'held' || as === 'reserved') && account.cases[by]?.open === true
      }),
    )
  for (const { lineNo, quantity } of holding.units) {
    const slots = slotsOf(account, lineNo)
    const own = count(slots, (slot) => slot.unit.startsWith(`${id} `))
    const left = count(slots, (slot) => slot.unit === 'free')
    if (quantity - own <= left) continue
    if (!known) return left === 0 && openOther(slots) ? 'DUPLICATE_OPEN_CASE' : 'QUANTITY_EXCEEDS'
    const others = count(slots, (slot) => slot.unit !== 'free') > own
    return quantity <= slots.length && others ? 'UNITS_TAKEN' : 'QUANTITY_EXCEEDS'
  }
  for (const ask of asksOf(holding)) {
    const slots = ask.lineNos.flatMap((lineNo) => slotsOf(account, lineNo))
    const left = sum(slots, freeIn)
    if (ask.amount - claimed(account, id, ask) <= left) continue
    return !known && left === 0 && openOther(slots) ? 'DUPLICATE_OPEN_CASE' : 'AMOUNT_EXCEEDS_REFUNDABLE'
  }
  if (holding.freight - mine(account, id, 'freight') > account.freight - used(account, 'freight'))
    return 'AMOUNT_EXCEEDS_REFUNDABLE'
  const goodwill = holding.compensation - mine(account, id, 'compensation')
  return goodwill > 0 && goodwill > account.cap - used(account, 'compensation') ? 'COMPENSATION_CAP' : undefined
}

const restoreAndRelease = (account: NaiveAccount, holding: Holding, isPaid: boolean): void => {
  const id = holding.caseId
  const k = keys(id)
  const highFirst = all(account).toReversed()
  const paid = holding.paid.goods ?? 0
  for (const slot of highFirst) shift(slot, k.refunded, k.reserved, sum(highFirst, (s) => get(s, k.refunded)) - paid)
  if (!isPaid)
    for (const slot of highFirst) {
      if (slot.unit === k.back) slot.unit = k.held
      shift(slot, k.withheld, k.reserved, slot.worth)
    }
  account.lines.forEach((slots, index) => {
    const asked = holding.units.find(({ lineNo }) => lineNo === index + 1)?.quantity ?? 0
    for (const slot of slots.toReversed())
      if (slot.unit === k.held && count(slots, (s) => s.unit.startsWith(`${id} `)) > asked) slot.unit = 'free'
  })
  const asks = asksOf(holding)
  account.lines.forEach((slots, index) => {
    for (const slot of slots)
      if (
        holding.goods.from === 'units'
          ? !slot.unit.startsWith(`${id} `)
          : !asks.some((a) => a.lineNos.includes(index + 1))
      )
        shift(slot, k.reserved, 'free', slot.worth)
  })
  for (const ask of asks)
    for (const lineNo of ask.lineNos.toReversed())
      for (const slot of slotsOf(account, lineNo).toReversed())
        shift(slot, k.reserved, 'free', claimed(account, id, ask) - ask.amount)
}

const consume = (account: NaiveAccount, holding: Holding, spends: boolean): void => {
  const k = keys(holding.caseId)
  const paid = holding.paid.goods ?? 0
  for (const source of [k.reserved, k.withheld])
    for (const slot of all(account))
      shift(slot, source, k.refunded, paid - sum(all(account), (s) => get(s, k.refunded)))
  for (const slot of all(account)) {
    if ((slot.unit === k.held && spends) || (slot.unit === k.back && !holding.open))
      shift(slot, k.reserved, k.withheld, slot.worth)
    if (slot.unit === k.held && spends) slot.unit = k.back
  }
}

/** Brings the account to the holding. */
export const naiveSettle = (account: NaiveAccount, holding: Holding): void => {
  const id = holding.caseId
  const k = keys(id)
  const known = account.cases[id]
  const paidInAll = Object.values(holding.paid).reduce((a, b) => a + b, 0)
  if (known !== undefined) {
    restoreAndRelease(account, holding, paidInAll > 0)
    for (const component of ['freight', 'compensation', 'statutory'] as const) {
      const paid = holding.paid[component] ?? 0
      const shrunk = Math.max(0, (known.refunded[component] ?? 0) - paid)
      known.refunded[component] = (known.refunded[component] ?? 0) - shrunk
      const reserved = (known.reserved[component] ?? 0) + shrunk
      const target = Math.max(holding[component], paid)
      known.reserved[component] = Math.min(reserved, target - known.refunded[component])
      if (component === 'freight' && reserved > 0 && known.reserved[component] === 0) known.ruledFreight = false
    }
  }
  naiveGrow(account, holding, false, false)
  const counted = sum(all(account), (slot) => get(slot, k.refunded))
  const recorded = Object.values(known?.refunded ?? {}).reduce((a, b) => a + b, counted)
  consume(account, holding, paidInAll > recorded && holding.spendsUnits)
  const entry = caseOf(account, id)
  for (const component of ['freight', 'compensation', 'statutory'] as const) {
    const more = Math.min(
      (holding.paid[component] ?? 0) - (entry.refunded[component] ?? 0),
      entry.reserved[component] ?? 0,
    )
    if (more <= 0) continue
    entry.reserved[component] = (entry.reserved[component] ?? 0) - more
    entry.refunded[component] = (entry.refunded[component] ?? 0) + more
  }
  if (all(account).some((slot) => slot.unit === 'free'))
    for (const other of Object.values(account.cases)) if (!other.ruledFreight) other.reserved['freight'] = 0
}
