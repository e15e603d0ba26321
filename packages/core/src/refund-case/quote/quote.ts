import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { amountOf } from '../../money/amounts.js'
import { freightDue, unitValues } from '../../order-account/index.js'
import type { Policy } from '../../policy/index.js'
import type { Fault } from '../../vocabulary/index.js'
import type { CaseLine } from '../events/index.js'
import type { CaseFacts } from '../facts.js'
import type { Deduction, Quote, QuoteTerm } from '../fields/index.js'
import { refuse } from '../refuse.js'
import type { RefundCase } from '../state.js'
import { withDeductions } from './deductions.js'
import { adds, quoteOf } from './terms.js'

/** What a review or an adjustment says of the amount. */
export interface QuoteRequest {
  readonly caseId: string
  readonly lines: ReadonlyArray<CaseLine>
  readonly fault: Fault
  readonly deductions: ReadonlyArray<Deduction>
  /** Another amount than claimed, on the routes that pay one sum. Minor units. */
  readonly amount: number | undefined
  /** exchangeOrRepair: what the customer gets back. Minor units. */
  readonly priceDifference: number | undefined
}

type Quoted = Either<Refusal, ReadonlyArray<QuoteTerm>>

/** Units that come back, or never left: each line's slots, as the account keeps them (§6-2). */
const unitTerms = (request: QuoteRequest, { account }: CaseFacts): ReadonlyArray<QuoteTerm> =>
  unitValues(account, request.caseId, request.lines).map(
    ({ lineNo, amount, paid, bought, quantity, lowestSlot, highestSlot }) =>
      adds(
        'units',
        'goods',
        amount,
        { rule: '§6-2', clause: 'AM2', numbers: { paid, bought, quantity, lowestSlot, highestSlot } },
        lineNo,
      ),
  )

const claimTerms = (lines: ReadonlyArray<CaseLine>): ReadonlyArray<QuoteTerm> =>
  lines.flatMap(({ lineNo, quantity, amount }) =>
    amount === undefined
      ? []
      : [
          adds(
            'claim',
            'goods',
            amount,
            { rule: '§6-2', clause: 'AM2', numbers: { claimed: amount, quantity } },
            lineNo,
          ),
        ],
  )

/** A claim below what the units are worth is not exceeded, as long as they are the units it was made for. */
const belowClaim = (
  request: QuoteRequest,
  state: RefundCase,
  deducted: ReadonlyArray<QuoteTerm>,
): ReadonlyArray<Deduction> => {
  const { claimedBelow, lines } = state.requested
  if (claimedBelow === undefined || request.lines !== lines) return []
  const left = deducted.reduce((sum, { amount, deducts }) => sum + (deducts ? -amount : amount), 0)
  return left > claimedBelow ? [{ reason: 'claimedLess', amount: left - claimedBelow }] : []
}

const freightTerm = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): ReadonlyArray<QuoteTerm> => {
  const { rule, source } = facts.policy.freight
  const amount = freightDue(
    facts.account,
    request.caseId,
    { route: state.route, fault: request.fault },
    rule,
    request.lines,
  )
  return amount === 0
    ? []
    : [adds('outboundFreight', 'freight', amount, { rule: '§6-3', clause: source, numbers: { freight: amount } })]
}

const ofUnits = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): Quoted => {
  const terms = [...unitTerms(request, facts), ...freightTerm(request, state, facts)]
  const deducted = withDeductions(terms, request.deductions)
  if (isLeft(deducted)) return deducted
  const goods = deducted.right.filter(({ component }) => component === 'goods')
  return withDeductions(deducted.right, belowClaim(request, state, goods))
}

const ofKeptGoods = (request: QuoteRequest, state: RefundCase, { policy }: CaseFacts): Quoted => {
  const freight = amountOf(state.claimed, 'freight')
  if (freight > 0)
    return right([
      adds('outboundFreight', 'freight', freight, {
        rule: '§6-3',
        clause: policy.freight.source,
        numbers: { freight },
      }),
    ])
  const unpriced = request.lines.find(({ amount }) => amount === undefined)
  if (unpriced !== undefined) return refuse('LINE_AMOUNT_MISSING', 'IN3', { lineNo: unpriced.lineNo })
  return withDeductions(claimTerms(request.lines), request.deductions)
}

const oneSum = {
  compensation: {
    component: 'compensation',
    kind: 'compensation',
    clauseOf: ({ compensation }: Policy) => compensation.source,
  },
  freightCompensation: {
    component: 'freightCompensation',
    kind: 'returnFreight',
    clauseOf: ({ freightCompensation }: Policy) => freightCompensation.source,
  },
  paymentFault: {
    component: 'funds',
    kind: 'chargedFunds',
    clauseOf: ({ routes }: Policy) => routes.paymentFault.source,
  },
} as const

const ofOneSum = (
  request: QuoteRequest,
  state: RefundCase,
  { policy }: CaseFacts,
  route: keyof typeof oneSum,
): Quoted => {
  const { component, kind, clauseOf } = oneSum[route]
  const claimed = amountOf(state.claimed, component)
  const amount = request.amount ?? claimed
  if (route !== 'compensation' && amount > claimed)
    return refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-4', { asked: amount, free: claimed })
  return right([
    adds(kind, component, amount, { rule: '§6-5', clause: clauseOf(policy), numbers: { claimed, accepted: amount } }),
  ])
}

const ofExchange = (request: QuoteRequest, facts: CaseFacts): Quoted => {
  const difference = request.priceDifference ?? 0
  if (difference === 0) return right([])
  const goods = unitTerms(request, facts)
  const worth = goods.reduce((sum, { amount }) => sum + amount, 0)
  if (difference > worth) return refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-4', { asked: difference, free: worth })
  const lineNo = request.lines[0]?.lineNo
  return right([
    adds('priceDifference', 'goods', difference, { rule: '§3', clause: 'RV7', numbers: { difference, worth } }, lineNo),
  ])
}

/** Nothing that was said is passed over: FIELD_NOT_TAKEN where a route has no use for it. */
const fieldsTaken = (
  { amount, deductions, priceDifference }: QuoteRequest,
  state: RefundCase,
): Either<Refusal, true> => {
  const { route } = state
  const ofSum = route in oneSum
  const freightOnly = route === 'keepGoodsRefund' && amountOf(state.claimed, 'freight') > 0
  const notTaken = [
    ...(amount !== undefined && !ofSum ? ['amount'] : []),
    ...(deductions.length > 0 && (ofSum || freightOnly || route === 'exchangeOrRepair') ? ['deductions'] : []),
    ...(priceDifference !== undefined && route !== 'exchangeOrRepair' ? ['priceDifference'] : []),
  ]
  return notTaken.length === 0 ? right(true) : refuse('FIELD_NOT_TAKEN', '§6-4', { fields: notTaken, route })
}

/**
 * What the case is to pay, with its derivation: one term for each thing that goes in, naming the rule, the policy's
 * clause and the numbers, so that it can be recomputed by hand (§6-4, §6-5).
 */
export const quoteFor = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): Either<Refusal, Quote> => {
  const taken = fieldsTaken(request, state)
  if (isLeft(taken)) return taken
  const terms = ((): Quoted => {
    switch (state.route) {
      case 'returnRefund':
      case 'unshippedRefund':
      case 'interceptRefund':
      case 'enforcedRefund':
        return ofUnits(request, state, facts)
      case 'keepGoodsRefund':
        return ofKeptGoods(request, state, facts)
      case 'exchangeOrRepair':
        return ofExchange(request, facts)
      case 'compensation':
      case 'freightCompensation':
      case 'paymentFault':
        return ofOneSum(request, state, facts, state.route)
    }
  })()
  return isLeft(terms) ? terms : right(quoteOf(terms.right))
}
