import { components, type Amounts } from '../../money/amounts.js'
import { unitValues } from '../../order-account/index.js'
import type { EventOf } from '../events/index.js'
import type { CaseFacts } from '../facts.js'
import type { Quote, QuoteTerm } from '../fields/index.js'
import type { RefundCase } from '../state.js'
import { adds, quoteOf } from './terms.js'

/** What fraud costs by law: `multiplier` times the price of the goods, at least `minimum` (policy data). */
const statutoryTerm = (caseId: string, state: RefundCase, facts: CaseFacts, goods: number): QuoteTerm => {
  const { multiplier, minimum, source } = facts.policy.statutory
  const worth = unitValues(facts.account, caseId, state.lines).reduce((sum, unit) => sum + unit.worth, 0)
  const price = Math.max(goods, worth)
  const amount = Math.max(multiplier * price, minimum)
  return adds('statutory', 'statutory', amount, {
    rule: '§6-5',
    clause: source,
    numbers: { multiplier, price, minimum },
  })
}

/** The amounts of a ruling as a quote. A ruling for fraud that names no statutory amount gets the policy's. */
export const ruledQuote = (
  caseId: string,
  ruling: {
    readonly ground: EventOf<'Ruled'>['data']['ground']
    readonly amounts: Amounts
    readonly reference?: string | undefined
  },
  state: RefundCase,
  facts: CaseFacts,
): Quote => {
  const ruled = components.flatMap((component) => {
    const amount = ruling.amounts[component] ?? 0
    return amount === 0
      ? []
      : [
          adds('ruled', component, amount, {
            rule: '§3',
            clause: ruling.reference ?? 'DP2',
            numbers: { ruled: amount },
          }),
        ]
  })
  const byLaw =
    ruling.ground === 'fraud' && ruling.amounts.statutory === undefined
      ? [statutoryTerm(caseId, state, facts, ruling.amounts.goods ?? 0)]
      : []
  return quoteOf([...ruled, ...byLaw])
}
