import { evolve, noCase, type CaseEvent, type Stored } from '@refund-case/core'
import type { History } from '../play/history.js'
import { atMoments, countOf, named } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'

const changes: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'AmountAdjusted',
  'RouteChanged',
  'DestinationChanged',
])

const whilePaying = ({ before, event }: Moment): string | undefined =>
  changes.has(event.type) && before.attempts.some(({ status }) => status === 'started' || status === 'unknown')
    ? 'changes what a payment attempt that is open rests on'
    : undefined

const onVoided = ({ before, event }: Moment): string | undefined => {
  if (event.type === 'Approved' && event.data.step > before.approvals.length + 1)
    return `is step ${event.data.step}, but the approvals before it are void`
  if (event.type !== 'PaymentStarted' || event.data.method === 'merchantDeposit') return undefined
  return before.inForce === undefined ? 'pays on approvals that are void' : undefined
}

/** The library's own fold must forget them too. */
const kept = ({ cases }: History): ReadonlyArray<string> =>
  cases.flatMap(({ caseId, events }) => {
    let state = noCase
    return events.flatMap((event: Stored<CaseEvent>) => {
      state = evolve(state, event)
      if (!changes.has(event.type) || state.kind !== 'case') return []
      const { given, complete } = state.approval
      return given.length === 0 && !complete ? [] : [`${named(caseId, event)}: approvals are still counted after it`]
    })
  })

export const rule09ChangesVoid = overHistories({
  rule: 9,
  name: 'rule09ChangesVoid',
  title: 'Changing amount, lines, destination or route voids earlier approvals.',
  occasions: (history) => countOf(history, 'AmountAdjusted', 'RouteChanged', 'DestinationChanged'),
  violations: (history) => [
    ...atMoments(history, (moment) => whilePaying(moment) ?? onVoided(moment)),
    ...kept(history),
  ],
})
