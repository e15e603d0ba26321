import { isLeft } from 'fp-ts/lib/Either.js'
import { Instant } from '../src/calendar/index.js'
import {
  orderAccountDecider,
  type Holding,
  type OrderAccountCommand,
  type OrderAccountEvent,
  type OrderFacts,
  type ReserveTerms,
  type SettleTerms,
} from '../src/order-account/index.js'

const instant = (text: string): Instant => {
  if (!Instant.is(text)) throw new Error(`no instant: ${text}`)
  return text
}

/** An account folds nothing of what the envelope says. */
const meta = {
  id: 'event',
  revision: 0,
  occurredAt: instant('2026-03-09T00:00:00.000Z'),
  actor: { id: 'li', role: 'customerService' },
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

/** An account that takes what is decided on it, and remembers it. */
export const openAccount = (order?: OrderFacts) => {
  const { initial, evolve, decide } = orderAccountDecider
  let account = initial
  const history: Array<OrderAccountEvent> = []
  const take = (command: OrderAccountCommand): ReadonlyArray<OrderAccountEvent> | { code: string; facts: object } => {
    const decision = decide(command, account, undefined)
    if (isLeft(decision)) return { code: decision.left.code, facts: decision.left.facts }
    history.push(...decision.right)
    for (const event of decision.right) account = evolve(account, { ...event, meta })
    return decision.right
  }
  const record = (facts: OrderFacts) => take({ type: 'RecordOrder', order: facts })
  if (order !== undefined) record(order)
  return {
    history,
    now: () => account,
    record,
    /** Before the case event; a request unless `follows` says otherwise. */
    reserve: (holding: Holding, terms: Partial<ReserveTerms> = {}) =>
      take({ type: 'Reserve', holding, terms: { follows: -1, ...terms } }),
    settle: (holding: Holding, terms: SettleTerms = {}) => take({ type: 'Settle', holding, terms }),
    lapse: (caseId: string) => take({ type: 'Lapse', caseId }),
  }
}
