import { minus, plus, zero } from '../money/amounts.js'
import type { Route } from '../vocabulary/index.js'
import type { AccountEventOf, OrderAccountEvent } from './events.js'
import { askedFor, freeUnit, moneyMoved, unitsMoved, untouched, type LineSlots } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'

/** What the account is after an event. Total: an event that names what is not there changes nothing of it. */
export const evolve = (before: OrderAccount, event: OrderAccountEvent): OrderAccount => {
  const account = { ...before, eventCount: before.eventCount + 1 }
  switch (event.type) {
    case 'OrderRecorded':
      return { ...account, order: event.data, lines: new Map(event.data.lines.map((l) => [l.lineNo, untouched(l)])) }
    case 'OrderUpdated':
      return account.order === undefined ? account : { ...account, order: { ...account.order, ...event.data } }
    case 'FundsConfirmed': {
      const { amount } = event.data
      return entered({ ...account, fundsCap: amount }, event.data, 'paymentFault', {
        ahead: false,
        fundsConfirmed: amount,
      })
    }
    case 'Reserved':
      return reserved(account, event.data)
    case 'Released':
      return released(account, event.data)
    case 'Consumed':
      return consumed(account, event.data)
    case 'Restored':
      return restored(account, event.data)
    case 'Judged': {
      const { route, fault } = event.data
      return entered(account, event.data, route, { ahead: false, judged: { route, fault } })
    }
  }
}

const newEntry = (caseId: string, route: Route): CaseEntry => ({
  caseId,
  route,
  parent: undefined,
  freightOf: undefined,
  open: true,
  lapsed: false,
  caseRevision: -1,
  ahead: false,
  wholeOrder: false,
  judged: undefined,
  fundsConfirmed: undefined,
  reserved: zero,
  refunded: zero,
  withheldFreight: 0,
  freightBasis: 'completion',
  lastEvent: 0,
})

interface Followed {
  readonly caseId: string
  readonly caseRevision: number
}

const entryOf = (account: OrderAccount, caseId: string, route: Route): CaseEntry =>
  account.cases.get(caseId) ?? newEntry(caseId, route)

const entered = (
  account: OrderAccount,
  { caseId, caseRevision }: Followed,
  route: Route,
  now: Partial<CaseEntry>,
): OrderAccount => {
  const entry = { ...entryOf(account, caseId, route), caseRevision, lastEvent: account.eventCount, ...now }
  return { ...account, cases: new Map(account.cases).set(caseId, entry) }
}

/** The lines with those changed that `moves` name; an unknown line number changes nothing. */
const moved = <Move extends { readonly lineNo: number }>(
  account: OrderAccount,
  moves: ReadonlyArray<Move>,
  change: (line: LineSlots, move: Move) => LineSlots,
): OrderAccount => {
  if (moves.length === 0) return account
  const lines = new Map(account.lines)
  for (const move of moves) {
    const line = lines.get(move.lineNo)
    if (line !== undefined) lines.set(move.lineNo, change(line, move))
  }
  return { ...account, lines }
}

/** A line changed by each item of a list in turn. */
const each = <T>(
  line: LineSlots,
  list: ReadonlyArray<T> | undefined,
  change: (line: LineSlots, item: T) => LineSlots,
) => (list ?? []).reduce(change, line)

const reserved = (account: OrderAccount, data: AccountEventOf<'Reserved'>['data']): OrderAccount => {
  const { caseId, open, route, purse } = data
  const entry = entryOf(account, caseId, route)
  const lines = moved(account, data.lines, (line, { units, money }) => {
    const held = each(line, units, (now, range) =>
      askedFor(unitsMoved(now, range, { state: 'held', by: caseId }), range, caseId),
    )
    return each(held, money, (now, stretch) =>
      askedFor(moneyMoved(now, stretch, 'free', { by: caseId, as: 'reserved' }), stretch, caseId),
    )
  })
  return entered(lines, data, route, {
    route,
    open,
    lapsed: false,
    ahead: data.ahead ?? false,
    wholeOrder: data.wholeOrder ?? entry.wholeOrder,
    parent: data.parent ?? entry.parent,
    freightOf: data.freightOf ?? entry.freightOf,
    reserved: plus(entry.reserved, purse),
    freightBasis: data.freightBasis ?? entry.freightBasis,
  })
}

/** Nothing is known any more of a case that never came to be; it may still be requested. */
const forgotten = (account: OrderAccount, caseId: string): OrderAccount => {
  const cases = new Map(account.cases)
  cases.delete(caseId)
  return { ...account, cases }
}

const released = (account: OrderAccount, data: AccountEventOf<'Released'>['data']): OrderAccount => {
  const { caseId, open, purse } = data
  const entry = account.cases.get(caseId)
  if (entry === undefined) return account
  const lines = moved(account, data.lines, (line, { units, money }) => {
    const freed = each(line, units, (now, range) => unitsMoved(now, range, freeUnit))
    return each(freed, money, (now, stretch) => moneyMoved(now, stretch, { by: caseId, as: 'reserved' }, 'free'))
  })
  if (!open && data.caseRevision === -1) return forgotten(lines, caseId)
  const left = minus(entry.reserved, purse)
  return entered(lines, data, entry.route, {
    open,
    ahead: false,
    lapsed: data.lapsed ?? entry.lapsed,
    reserved: left,
    freightBasis: purse.freight !== undefined && left.freight === undefined ? 'completion' : entry.freightBasis,
  })
}

const consumed = (account: OrderAccount, data: AccountEventOf<'Consumed'>['data']): OrderAccount => {
  const { caseId: by, open, purse, withheldFreight = 0 } = data
  const entry = account.cases.get(by)
  if (entry === undefined) return account
  const lines = moved(account, data.lines, (line, { units, refunded, withheld, regained }) => {
    const back = each(line, units, (now, range) => unitsMoved(now, range, { state: 'back', by }))
    const paid = each(back, refunded, (now, stretch) =>
      moneyMoved(now, stretch, { by, as: 'reserved' }, { by, as: 'refunded' }),
    )
    const kept = each(paid, withheld, (now, stretch) =>
      moneyMoved(now, stretch, { by, as: 'reserved' }, { by, as: 'withheld' }),
    )
    return each(kept, regained, (now, stretch) =>
      moneyMoved(now, stretch, { by, as: 'withheld' }, { by, as: 'refunded' }),
    )
  })
  return entered(lines, data, entry.route, {
    open,
    ahead: false,
    reserved: minus(minus(entry.reserved, purse), { freight: withheldFreight }),
    refunded: plus(entry.refunded, purse),
    withheldFreight: entry.withheldFreight + withheldFreight,
  })
}

const restored = (account: OrderAccount, data: AccountEventOf<'Restored'>['data']): OrderAccount => {
  const { caseId: by, open, purse, withheldFreight = 0 } = data
  const entry = account.cases.get(by)
  if (entry === undefined) return account
  const lines = moved(account, data.lines, (line, { units, refunded, withheld }) => {
    const held = each(line, units, (now, range) => unitsMoved(now, range, { state: 'held', by }))
    const unpaid = each(held, refunded, (now, stretch) =>
      moneyMoved(now, stretch, { by, as: 'refunded' }, { by, as: 'reserved' }),
    )
    return each(unpaid, withheld, (now, stretch) =>
      moneyMoved(now, stretch, { by, as: 'withheld' }, { by, as: 'reserved' }),
    )
  })
  return entered(lines, data, entry.route, {
    open,
    ahead: false,
    reserved: plus(plus(entry.reserved, purse), { freight: withheldFreight }),
    refunded: minus(entry.refunded, purse),
    withheldFreight: entry.withheldFreight - withheldFreight,
  })
}
