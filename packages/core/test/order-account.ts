import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { Instant } from '../src/calendar/index.js'
import {
  emptyAccount,
  evolve,
  lapse,
  recordOrder,
  reserve,
  settle,
  type Holding,
  type OrderAccount,
  type OrderAccountEvent,
  type OrderFacts,
  type ReserveTerms,
  type SettleTerms,
} from '../src/order-account/index.js'

const instant = (text: string): Instant => {
  if (!Instant.is(text)) throw new Error(`no instant: ${text}`)
  return text
}

/** An order of lines `[quantity, gross]`, numbered from 1; what was paid follows. */
export const orderOf = (
  lines: ReadonlyArray<readonly [quantity: number, gross: number]>,
  { discount = 0, freight = 0 }: { readonly discount?: number; readonly freight?: number } = {},
): OrderFacts => ({
  orderId: 'O1',
  currency: 'CNY',
  lines: lines.map(([quantity, gross], index) => ({ lineNo: index + 1, sku: `sku-${index + 1}`, quantity, gross })),
  discount,
  freight,
  paid: lines.reduce((sum, [, gross]) => sum + gross, 0) - discount + freight,
  channel: 'shop',
  purchasedAt: instant('2026-03-01T00:00:00.000Z'),
  shipment: 'received',
  receivedAt: instant('2026-03-08T00:00:00.000Z'),
})

/** What a case asks that asks for nothing yet. */
export const holdingOf = (caseId: string, asks: Partial<Holding>): Holding => ({
  caseId,
  caseRevision: 0,
  route: 'returnRefund',
  open: true,
  units: [],
  goods: { from: 'units' },
  wholeOrder: false,
  freight: 0,
  compensation: 0,
  statutory: 0,
  funds: 0,
  freightCompensation: undefined,
  paid: {},
  spendsUnits: true,
  judged: undefined,
  fundsConfirmed: undefined,
  ...asks,
})

export const returning = (caseId: string, lineNo: number, quantity: number, more: Partial<Holding> = {}): Holding =>
  holdingOf(caseId, { units: [{ lineNo, quantity }], ...more })

export const keeping = (caseId: string, lineNo: number, amount: number, more: Partial<Holding> = {}): Holding =>
  holdingOf(caseId, { route: 'keepGoodsRefund', goods: { from: 'lines', amounts: [{ lineNo, amount }] }, ...more })

export const nothing: Partial<Holding> = {
  open: false,
  units: [],
  goods: { from: 'lines', amounts: [] },
  wholeOrder: false,
  freight: 0,
  compensation: 0,
  statutory: 0,
  funds: 0,
  freightCompensation: undefined,
}

type Decision = Either<{ readonly code: string; readonly facts: object }, ReadonlyArray<OrderAccountEvent>>

/** An account that takes what is decided on it, and remembers it. */
export const openAccount = (order?: OrderFacts) => {
  let account: OrderAccount = emptyAccount
  const history: Array<OrderAccountEvent> = []
  const take = (decision: Decision): ReadonlyArray<OrderAccountEvent> | { code: string; facts: object } => {
    if (isLeft(decision)) return { code: decision.left.code, facts: decision.left.facts }
    history.push(...decision.right)
    account = decision.right.reduce(evolve, account)
    return decision.right
  }
  if (order !== undefined) take(recordOrder(account, order))
  return {
    history,
    now: () => account,
    record: (facts: OrderFacts) => take(recordOrder(account, facts)),
    /** Before the case event; a request unless `follows` says otherwise. */
    reserve: (holding: Holding, terms: Partial<ReserveTerms> = {}) =>
      take(reserve(account, holding, { follows: -1, ...terms })),
    settle: (holding: Holding, terms: SettleTerms = {}) => take(settle(account, holding, terms)),
    lapse: (caseId: string) => take(lapse(account, caseId)),
  }
}
