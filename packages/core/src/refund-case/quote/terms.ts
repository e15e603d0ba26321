import type { Component } from '../../money/amounts.js'
import { amountsOf, type Amounts } from '../../money/amounts.js'
import type { Quote, QuoteTerm } from '../fields/index.js'

/** A term that adds to the refund. */
export const adds = (
  kind: QuoteTerm['kind'],
  component: Component,
  amount: number,
  because: Pick<QuoteTerm, 'rule' | 'clause' | 'numbers'>,
  lineNo?: number,
): QuoteTerm => ({ kind, component, amount, deducts: false, ...because, ...(lineNo === undefined ? {} : { lineNo }) })

const amountsOfTerms = (terms: ReadonlyArray<QuoteTerm>): Amounts => {
  const by: { [C in Component]?: number } = {}
  for (const { component, amount, deducts } of terms)
    by[component] = (by[component] ?? 0) + (deducts ? -amount : amount)
  return amountsOf(by)
}

const goodsOfTerms = (terms: ReadonlyArray<QuoteTerm>): Quote['goods'] => {
  const byLine = new Map<number, number>()
  for (const { component, amount, deducts, lineNo } of terms)
    if (component === 'goods' && lineNo !== undefined)
      byLine.set(lineNo, (byLine.get(lineNo) ?? 0) + (deducts ? -amount : amount))
  return [...byLine].map(([lineNo, amount]) => ({ lineNo, amount }))
}

/** The quote that these terms add up to. */
export const quoteOf = (terms: ReadonlyArray<QuoteTerm>): Quote => ({
  amounts: amountsOfTerms(terms),
  goods: goodsOfTerms(terms),
  terms,
})
