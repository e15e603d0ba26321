import { isLeft } from 'fp-ts/lib/Either.js'
import {
  covered,
  evolve,
  holdingOf,
  type ActName,
  type CaseEvent,
  type CaseFacts,
  type RefundCase,
} from '../refund-case/index.js'
import { reserveFor, type AccountDecision } from './accounts.js'
import { provisional } from './answering.js'

/** The commands after which a case may hold more than before. */
const grows: ReadonlySet<ActName> = new Set<ActName>([
  'review',
  'adjustAmount',
  'changeRoute',
  'dispute',
  'reopen',
  'rule',
])

const after = (
  state: RefundCase,
  events: ReadonlyArray<CaseEvent>,
  { actor, now }: CaseFacts,
): RefundCase | undefined => {
  let next: ReturnType<typeof evolve> = state
  for (const event of events) next = evolve(next, provisional(event, state.revision + 1, { actor, now }))
  return next.kind === 'case' ? next : undefined
}

/**
 * What the account must give, or be told, before these events of a command are written; undefined where it is nothing.
 * It decides anew whenever somebody else wrote first, so that nothing rests on an account that has moved on.
 */
export const growthBefore = (
  name: ActName,
  state: RefundCase,
  events: ReadonlyArray<CaseEvent>,
  facts: CaseFacts,
): AccountDecision | undefined => {
  const { caseId, policy } = facts
  const [first] = events
  if (first === undefined) return undefined
  if (first.type === 'PaymentStarted') {
    // Money that is on its way is taken from nobody any more: the account hears of it before it leaves.
    const paying = after(state, [first], facts)
    if (paying === undefined) return undefined
    return (account) => {
      const held = covered(state, { ...facts, account })
      return isLeft(held) ? held : reserveFor(holdingOf(caseId, paying), state.revision, policy)(account)
    }
  }
  const next = grows.has(name) ? after(state, events, facts) : undefined
  return next === undefined ? undefined : reserveFor(holdingOf(caseId, next), state.revision, policy, name === 'rule')
}
