import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { amountsOf, type Amounts, type Component } from '../money/amounts.js'
import { unitValues, type OrderAccount } from '../order-account/index.js'
import type { Route } from '../vocabulary/index.js'
import type { CaseLine } from './events/index.js'
import type { CaseFacts } from './facts.js'
import type { Quote } from './fields/index.js'
import { refuse } from './refuse.js'

/** What is asked for: units, money of lines, or one sum. Minor units. */
export interface Claim {
  readonly lines: ReadonlyArray<CaseLine>
  readonly claimed: Amounts
  /** So much less than the units are worth is claimed in all. */
  readonly claimedBelow?: number
}

export interface ClaimRequest {
  readonly caseId: string
  readonly route: Route
  readonly lines: ReadonlyArray<CaseLine>
  /** What the customer asks to get in all, where it was said. */
  readonly sum?: number | undefined
  /** What an earlier review of the case quoted. */
  readonly quoted?: Quote | undefined
}

type Claimed = Either<Refusal, Claim>

/** Money is claimed of lines that were bought, and of no more units than were. */
const linesBought = (account: OrderAccount, lines: ReadonlyArray<CaseLine>): Either<Refusal, true> => {
  for (const { lineNo, quantity } of lines) {
    const line = account.lines.get(lineNo)
    if (line === undefined) return refuse('LINE_UNKNOWN', '§6', { lineNo })
    if (quantity > line.quantity)
      return refuse('QUANTITY_EXCEEDS', '§6', { lineNo, asked: quantity, free: line.quantity })
  }
  return right(true)
}

/** Units: worth what their slots are worth; a claim above that is refused, one below is kept. */
const ofUnits = ({ caseId, lines, sum }: ClaimRequest, { account }: Pick<CaseFacts, 'account'>): Claimed => {
  if (lines.length === 0) return refuse('LINES_MISSING', 'IN2', {})
  const values = unitValues(account, caseId, lines)
  const goods = values.reduce((total, { amount }) => total + amount, 0)
  // Where not even the units are free, the account says so, and by whom they are held.
  const allThere = lines.every(({ lineNo, quantity }) => values.find((v) => v.lineNo === lineNo)?.quantity === quantity)
  if (allThere && sum !== undefined && sum > goods)
    return refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-4', { asked: sum, free: goods })
  if (sum === 0) return refuse('AMOUNT_MISSING', 'IN3', { component: 'goods' })
  const units = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }))
  const claimedBelow = sum !== undefined && sum < goods ? { claimedBelow: sum } : {}
  return right({ lines: units, claimed: amountsOf({ goods: sum ?? goods }), ...claimedBelow })
}

const ofExchange = ({ lines }: ClaimRequest): Claimed =>
  lines.length === 0
    ? refuse('LINES_MISSING', 'IN2', {})
    : right({ lines: lines.map(({ lineNo, quantity }) => ({ lineNo, quantity })), claimed: {} })

/** Goods kept: so much of each line; with one line the sum is its amount. */
const ofLines = ({ lines, sum, quoted }: ClaimRequest, { account }: Pick<CaseFacts, 'account'>): Claimed => {
  if (lines.length === 0) return refuse('LINES_MISSING', 'IN2', {})
  const only = lines.length === 1 ? sum : undefined
  const bought = linesBought(account, lines)
  if (isLeft(bought)) return bought
  const amountOfLine = (line: CaseLine) =>
    line.amount ?? only ?? quoted?.goods.find(({ lineNo }) => lineNo === line.lineNo)?.amount
  const priced = lines.map((line) => ({ ...line, amount: amountOfLine(line) ?? 0 }))
  const unpriced = priced.find(({ amount }) => amount === 0)
  if (unpriced !== undefined) return refuse('LINE_AMOUNT_MISSING', 'IN3', { lineNo: unpriced.lineNo })
  const goods = priced.reduce((total, { amount }) => total + amount, 0)
  return sum === undefined || sum === goods
    ? right({ lines: priced, claimed: amountsOf({ goods }) })
    : refuse('CLAIM_DIFFERS', 'IN3', { claimed: sum, lines: goods })
}

const ofOneSum = (
  { lines, sum }: ClaimRequest,
  component: Component,
  { account }: Pick<CaseFacts, 'account'>,
  mayNameLines = false,
): Claimed => {
  if (lines.length > 0 && !mayNameLines)
    return refuse('LINES_NOT_TAKEN', '§1', { lines: lines.map(({ lineNo }) => lineNo) })
  const bought = account.order === undefined ? right(true) : linesBought(account, lines)
  if (isLeft(bought)) return bought
  return sum === undefined || sum === 0
    ? refuse('AMOUNT_MISSING', 'IN3', { component })
    : right({ lines, claimed: amountsOf({ [component]: sum }) })
}

/** What a request, or a change of route, claims under the route's own rules (§6-2, §6-5). */
export const claimFor = (request: ClaimRequest, facts: Pick<CaseFacts, 'account'>): Claimed => {
  switch (request.route) {
    case 'returnRefund':
    case 'unshippedRefund':
    case 'interceptRefund':
    case 'enforcedRefund':
      return ofUnits(request, facts)
    case 'exchangeOrRepair':
      return ofExchange(request)
    case 'keepGoodsRefund':
      return ofLines(request, facts)
    case 'compensation':
      return ofOneSum(request, 'compensation', facts)
    case 'freightCompensation':
      return ofOneSum(request, 'freightCompensation', facts)
    case 'paymentFault':
      return ofOneSum(request, 'funds', facts, true)
  }
}
