import { disputeLadder } from '@refund-case/core'
import { rulingFrom } from '../arbitraries/rulings.js'
import { freeTextFrom } from '../arbitraries/texts.js'
import type { BodyBuilder } from './given-command.js'

export const dispute: BodyBuilder<'dispute'> = (choices, { state }) => {
  const last = state.dispute === undefined ? -1 : disputeLadder.indexOf(state.dispute.level)
  const next = disputeLadder[Math.min(last + 1, disputeLadder.length - 1)] ?? 'platform'
  return {
    by: choices.pick('customer', 'customer', 'customer', 'merchant'),
    category: choices.pick('quality', 'inspection', 'amount', 'fraud'),
    level: choices.pick(next, next, next, ...disputeLadder),
    ...choices.maybe(3, () => ({ claim: choices.upTo(20_000) })),
    ...choices.maybe(3, () => ({ statement: freeTextFrom(choices) })),
  }
}

export const rule: BodyBuilder<'rule'> = (choices, { state }) =>
  rulingFrom(choices, { goods: state.quote?.amounts.goods ?? state.claimed.goods ?? 0 })

export const acceptAlternative: BodyBuilder<'acceptAlternative'> = (choices, { state }) => {
  const offered = state.end.how === 'declined' ? state.end.alternatives : []
  return { kind: choices.pick(offered[0]?.kind ?? 'coupon', ...offered.map(({ kind }) => kind), 'exchange') }
}
