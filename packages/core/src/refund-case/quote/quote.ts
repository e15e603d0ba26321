import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import { amountOf } from '../../money/amounts.js'
import { freightDue, unitValues } from '../../order-account/index.js'
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
  unitValues(account, request.caseId, request.lines).map(({ lineNo, amount, paid, bought, quantity, lowestSlot }) =>
    adds(
      'units',
      'goods',
      amount,
      { rule: '§6-2', clause: 'AM2', numbers: { paid, bought, quantity, lowestSlot } },
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

/** What the customer claimed less than the units are worth is a deduction like any other. */
const claimedLess = (
  request: QuoteRequest,
  state: RefundCase,
  goods: ReadonlyArray<QuoteTerm>,
): ReadonlyArray<Deduction> => {
  const worth = goods.reduce((sum, { amount }) => sum + amount, 0)
  const claimed = amountOf(state.claimed, 'goods')
  return request.lines === state.lines && claimed > 0 && claimed < worth && request.deductions.length === 0
    ? [{ reason: 'claimedLess', amount: worth - claimed }]
    : request.deductions
}

const freightTerm = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): ReadonlyArray<QuoteTerm> => {
  const { rule, source } = facts.policy.freight
  const amount = freightDue(facts.account, request.caseId, { route: state.route, fault: request.fault }, rule)
  return amount === 0
    ? []
    : [adds('outboundFreight', 'freight', amount, { rule: '§6-3', clause: source, numbers: { freight: amount } })]
}

const ofUnits = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): Quoted => {
  const goods = unitTerms(request, facts)
  const terms = withDeductions(goods, claimedLess(request, state, goods))
  return isLeft(terms) ? terms : right([...terms.right, ...freightTerm(request, state, facts)])
}

const ofKeptGoods = (request: QuoteRequest, state: RefundCase): Quoted => {
  const freight = amountOf(state.claimed, 'freight')
  if (freight > 0)
    return right([adds('outboundFreight', 'freight', freight, { rule: '§6-3', clause: 'SH4', numbers: { freight } })])
  return withDeductions(claimTerms(request.lines), request.deductions)
}

const oneSum = {
  compensation: { component: 'compensation', kind: 'compensation', clause: 'CP1' },
  freightCompensation: { component: 'freightCompensation', kind: 'returnFreight', clause: 'SH4' },
  paymentFault: { component: 'funds', kind: 'chargedFunds', clause: 'PY4' },
} as const

const ofOneSum = (request: QuoteRequest, state: RefundCase, route: keyof typeof oneSum): Quoted => {
  const { component, kind, clause } = oneSum[route]
  const claimed = amountOf(state.claimed, component)
  const amount = request.amount ?? claimed
  if (route !== 'compensation' && amount > claimed)
    return refuse('AMOUNT_EXCEEDS_REFUNDABLE', '§6-4', { asked: amount, free: claimed })
  return right([adds(kind, component, amount, { rule: '§6-5', clause, numbers: { claimed, accepted: amount } })])
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

/**
 * What the case is to pay, with its derivation: one term for each thing that goes in, naming the rule, the policy's
 * clause and the numbers, so that it can be recomputed by hand (§6-4, §6-5).
 */
export const quoteFor = (request: QuoteRequest, state: RefundCase, facts: CaseFacts): Either<Refusal, Quote> => {
  const terms = ((): Quoted => {
    switch (state.route) {
      case 'returnRefund':
      case 'unshippedRefund':
      case 'interceptRefund':
      case 'enforcedRefund':
        return ofUnits(request, state, facts)
      case 'keepGoodsRefund':
        return ofKeptGoods(request, state)
      case 'exchangeOrRepair':
        return ofExchange(request, facts)
      case 'compensation':
      case 'freightCompensation':
      case 'paymentFault':
        return ofOneSum(request, state, state.route)
    }
  })()
  return isLeft(terms) ? terms : right(quoteOf(terms.right))
}
