import { right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { amountOf, Amounts, components } from '../../money/amounts.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { disputeLadder, MinorUnits, Reference, words, type DisputeLevel, type Role } from '../../vocabulary/index.js'
import { RulingGround } from '../events/dispute.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { ruledQuote } from '../quote/index.js'
import { refuse } from '../refuse.js'
import { voidsOf } from '../voids.js'
import { actingRole } from '../who-may.js'

/**
 * Somebody outside decides (DP2): what the case is to pay in all, by component, minor units, and who gets the goods.
 * With ground `fraud` the statutory amount is added unless it is named. It may be nothing at all.
 */
export const Rule = shape(
  { ground: RulingGround, amounts: Amounts, goodsTo: words('RuledGoodsTo', 'merchant', 'customer') },
  { reference: Reference, statement: FreeText },
)
export type Rule = t.TypeOf<typeof Rule>

const authorities = {
  platform: 'platform',
  mediator: 'mediation',
  arbitrator: 'arbitration',
  court: 'litigation',
} as const satisfies { readonly [By in Role]?: DisputeLevel }

type Authority = keyof typeof authorities
const isAuthority = (role: Role): role is Authority => role in authorities

/** Always recorded, whatever the account still holds: what is not covered is refused when it is to be approved. */
export const rule: Act<Sealing<Rule>> = (fields, state, facts) => {
  const by = actingRole(facts.actor)
  if (!isAuthority(by))
    return refuse('ROLE_NOT_ALLOWED', '§4', { command: 'rule', role: by, may: Object.keys(authorities) })
  if (state.dispute === undefined) return refuse('NOT_DISPUTED', '§3', { route: state.route })
  if (state.closedAs !== undefined) return refuse('CASE_ENDED', '§2', { situation: 'closed' })
  const own = authorities[by]
  const level = disputeLadder.indexOf(own) > disputeLadder.indexOf(state.dispute.level) ? own : state.dispute.level
  const { amounts, ...said } = fields
  const quote = ruledQuote(facts.caseId, { ground: fields.ground, amounts, reference: fields.reference }, state, facts)
  const beyond = components.find((component) => !MinorUnits.is(amountOf(quote.amounts, component)))
  if (beyond !== undefined)
    return refuse('AMOUNT_TOO_LARGE', '§6-5', {
      input: String(amountOf(quote.amounts, beyond)),
      currency: facts.policy.currency,
    })
  return right([{ type: 'Ruled', data: { by, level, quote, ...said, ...voidsOf(state) } }])
}
