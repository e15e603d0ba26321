import type { OrderAccountEvent } from '../../src/order-account/index.js'

// The order account once more, as plainly as its events can be read: an object for every slot. Nothing is decided here;
// whatever an event moves that is not there is a fault.

export interface PlainSlot {
  readonly worth: number
  unit: string
  /** `case as` → amount. */
  readonly money: Map<string, number>
}

export interface PlainAccount {
  readonly lines: Map<number, ReadonlyArray<PlainSlot>>
  freight: number
  paid: number
  /** `case as component` → amount, of what lies in no slot. */
  readonly purse: Map<string, number>
  readonly faults: Array<string>
}

export const plainAccount = (): PlainAccount => ({
  lines: new Map(),
  freight: 0,
  paid: 0,
  purse: new Map(),
  faults: [],
})

type Stretch = { readonly from: number; readonly to: number; readonly amount?: number }

const FREE = 'free'
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0)
const freeOf = (slot: PlainSlot): number => slot.worth - sum(slot.money.values())

const slotsOf = (account: PlainAccount, lineNo: number, { from, to }: Stretch): ReadonlyArray<PlainSlot> => {
  const slots = account.lines.get(lineNo)?.slice(from - 1, to) ?? []
  if (slots.length !== to - from + 1) account.faults.push(`line ${lineNo} has no slots ${from}–${to}`)
  return slots
}

const moveUnits = (
  account: PlainAccount,
  lineNo: number,
  stretches: ReadonlyArray<Stretch> | undefined,
  from: string,
  to: string,
): void => {
  for (const stretch of stretches ?? [])
    for (const slot of slotsOf(account, lineNo, stretch)) {
      if (slot.unit !== from) account.faults.push(`line ${lineNo}: a unit is ${slot.unit}, not ${from}`)
      slot.unit = to
    }
}

const moveMoney = (
  account: PlainAccount,
  lineNo: number,
  stretches: ReadonlyArray<Stretch> | undefined,
  from: string,
  to: string,
): void => {
  for (const stretch of stretches ?? []) {
    const slots = slotsOf(account, lineNo, stretch)
    const whole = sum(slots.map((slot) => (from === FREE ? freeOf(slot) : (slot.money.get(from) ?? 0))))
    const amount = stretch.amount ?? whole
    if (amount > whole || (slots.length > 1 && amount !== whole))
      account.faults.push(`line ${lineNo}: ${amount} moves of ${whole} that are ${from}`)
    for (const slot of slots) {
      const moved = slots.length > 1 ? (from === FREE ? freeOf(slot) : (slot.money.get(from) ?? 0)) : amount
      if (from !== FREE) slot.money.set(from, (slot.money.get(from) ?? 0) - moved)
      if (to !== FREE) slot.money.set(to, (slot.money.get(to) ?? 0) + moved)
    }
  }
}

const movePurse = (
  account: PlainAccount,
  purse: { readonly [component: string]: number | undefined },
  caseId: string,
  from: string,
  to: string,
): void => {
  for (const [component, amount = 0] of Object.entries(purse)) {
    if (from !== FREE) add(account.purse, `${caseId} ${from} ${component}`, -amount)
    if (to !== FREE) add(account.purse, `${caseId} ${to} ${component}`, amount)
  }
}

const add = (amounts: Map<string, number>, key: string, amount: number): void => {
  amounts.set(key, (amounts.get(key) ?? 0) + amount)
}

/** Reads one more event, and notes what cannot be. */
export const readEvent = (account: PlainAccount, event: OrderAccountEvent): void => {
  switch (event.type) {
    case 'OrderRecorded':
      account.freight = event.data.freight
      account.paid = event.data.paid
      for (const { lineNo, quantity, net } of event.data.lines)
        account.lines.set(
          lineNo,
          Array.from({ length: quantity }, (_, j) => ({
            worth: Math.floor((net * (j + 1)) / quantity) - Math.floor((net * j) / quantity),
            unit: FREE,
            money: new Map<string, number>(),
          })),
        )
      return
    case 'OrderUpdated':
    case 'FundsConfirmed':
    case 'Judged':
      return
    case 'Reserved': {
      const { caseId, lines, purse } = event.data
      for (const { lineNo, units, money } of lines) {
        moveUnits(account, lineNo, units, FREE, `${caseId} held`)
        moveMoney(account, lineNo, money, FREE, `${caseId} reserved`)
      }
      movePurse(account, purse, caseId, FREE, 'reserved')
      break
    }
    case 'Released': {
      const { caseId, lines, purse } = event.data
      for (const { lineNo, units, money } of lines) {
        moveUnits(account, lineNo, units, `${caseId} held`, FREE)
        moveMoney(account, lineNo, money, `${caseId} reserved`, FREE)
      }
      movePurse(account, purse, caseId, 'reserved', FREE)
      break
    }
    case 'Consumed': {
      const { caseId, lines, purse, withheldFreight = 0 } = event.data
      for (const { lineNo, units, refunded, withheld, regained } of lines) {
        moveUnits(account, lineNo, units, `${caseId} held`, `${caseId} back`)
        moveMoney(account, lineNo, refunded, `${caseId} reserved`, `${caseId} refunded`)
        moveMoney(account, lineNo, withheld, `${caseId} reserved`, `${caseId} withheld`)
        moveMoney(account, lineNo, regained, `${caseId} withheld`, `${caseId} refunded`)
      }
      movePurse(account, purse, caseId, 'reserved', 'refunded')
      movePurse(account, { freight: withheldFreight }, caseId, 'reserved', 'withheld')
      break
    }
    case 'Restored': {
      const { caseId, lines, purse, withheldFreight = 0 } = event.data
      for (const { lineNo, units, refunded, withheld } of lines) {
        moveUnits(account, lineNo, units, `${caseId} back`, `${caseId} held`)
        moveMoney(account, lineNo, refunded, `${caseId} refunded`, `${caseId} reserved`)
        moveMoney(account, lineNo, withheld, `${caseId} withheld`, `${caseId} reserved`)
      }
      movePurse(account, purse, caseId, 'refunded', 'reserved')
      movePurse(account, { freight: withheldFreight }, caseId, 'withheld', 'reserved')
      break
    }
  }
  account.faults.push(...impossible(account))
}

/** Money that is not there: below zero, above what a slot is worth, more freight than was paid. */
const impossible = (account: PlainAccount): ReadonlyArray<string> => {
  const faults: Array<string> = []
  for (const [lineNo, slots] of account.lines)
    for (const slot of slots)
      if (freeOf(slot) < 0 || [...slot.money.values()].some((amount) => amount < 0))
        faults.push(`line ${lineNo}: a slot worth ${slot.worth} has ${JSON.stringify([...slot.money])}`)
  for (const [key, amount] of account.purse) if (amount < 0) faults.push(`${key} is ${amount}`)
  const freight = sum([...account.purse].flatMap(([key, amount]) => (key.endsWith(' freight') ? [amount] : [])))
  if (account.lines.size > 0 && freight > account.freight) faults.push(`freight ${freight} of ${account.freight}`)
  return faults
}

/** What one case has of the goods money, and how: `reserved`, `refunded` or `withheld`. */
export const goodsMoney = (account: PlainAccount, caseId: string, as: string): number =>
  sum([...account.lines.values()].flatMap((slots) => slots.map(({ money }) => money.get(`${caseId} ${as}`) ?? 0)))

export const goodsUnits = (account: PlainAccount, caseId: string, lineNo: number, as: string): number =>
  (account.lines.get(lineNo) ?? []).filter(({ unit }) => unit === `${caseId} ${as}`).length

export const purseOf = (account: PlainAccount, caseId: string, as: string, component: string): number =>
  account.purse.get(`${caseId} ${as} ${component}`) ?? 0

/** The free money of these lines. */
export const freeGoods = (account: PlainAccount, lineNos: ReadonlyArray<number>): number =>
  sum(lineNos.flatMap((lineNo) => (account.lines.get(lineNo) ?? []).map(freeOf)))
