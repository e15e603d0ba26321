import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isZero } from '../../money/amounts.js'
import type { Act } from '../facts.js'
import { AlternativeKind, shape, type Alternative } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { noOpenAttempt } from '../standing.js'
import { voidsOf } from '../voids.js'

/** The customer takes what the decline offered (RJ2); it has no money effect. */
export const AcceptAlternative = shape({ kind: AlternativeKind }, {})
export type AcceptAlternative = t.TypeOf<typeof AcceptAlternative>

export const acceptAlternative: Act<AcceptAlternative> = ({ kind }, state) => {
  if (state.closedAs !== undefined) return refuse('CASE_ENDED', '§2', { situation: 'closed' })
  const idle = noOpenAttempt(state)
  if (isLeft(idle)) return idle
  if (!isZero(state.netPaid)) return refuse('ALREADY_PAID', '§7 rule 23', { paid: state.netPaid })
  const offered: ReadonlyArray<Alternative> = state.end.how === 'declined' ? state.end.alternatives : []
  const alternative = offered.find((offer) => offer.kind === kind)
  return alternative === undefined
    ? refuse('ALTERNATIVE_NOT_OFFERED', 'RJ2', { kind, offered: offered.map((offer) => offer.kind) })
    : right([{ type: 'AlternativeAccepted', data: { alternative, ...voidsOf(state) } }])
}
