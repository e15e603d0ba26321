import { evolve, noCase, postingsOf, type CaseState } from '@refund-case/core'
import type { History, PlayedCase } from '../play/history.js'
import { atMoments, countOf, named } from './case-violations.js'
import { overHistories } from './over-histories.js'
import { NaiveAccount } from './reference/naive-slots.js'
import { walk } from './reference/reference-case.js'

/** A decline, or an alternative taken, posts nothing but that what was approved before is owed no more. */
const moneyMoved = ({ cases }: History): ReadonlyArray<string> =>
  cases.flatMap(({ caseId, events }) => {
    let state: CaseState = noCase
    return events.flatMap((event) => {
      const before = state
      state = evolve(state, event)
      const declines = event.type === 'Reviewed' && event.data.outcome === 'declined'
      if (!declines && event.type !== 'AlternativeAccepted') return []
      const gives = postingsOf(before, event).find(
        ({ account, side }) => account === 'refundsPayable' && side === 'credit',
      )
      return gives === undefined ? [] : [`${named(caseId, event)}: owes ${gives.amount} more`]
    })
  })

const offered = ({ events }: PlayedCase, revision: number) => {
  const declined = events.findLast(
    (event) => event.meta.revision < revision && event.type === 'Reviewed' && event.data.outcome === 'declined',
  )
  return declined?.type === 'Reviewed' && declined.data.outcome === 'declined' ? declined.data.alternatives : []
}

/** A case that ended unpaid, and was not contested, has nothing of its order any more. */
const stillHeld = (history: History): ReadonlyArray<string> => {
  const { order } = history.setup
  return [...history.accounts].flatMap(([accountId, events]) => {
    const account = new NaiveAccount(accountId === order.orderId ? order : undefined)
    for (const event of events) account.take(event)
    return history.cases.flatMap(({ caseId, events: own }) => {
      const end = walk(own)
      if (end?.ended !== true || end.everDisputed) return []
      const money = account.goods('reserved', caseId) + account.pursed('compensation', 'reserved', caseId)
      const units = [...account.lines.keys()].reduce((sum, lineNo) => sum + account.units(lineNo, 'held', caseId), 0)
      return money + units === 0 ? [] : [`case ${caseId} ended unpaid, and still has ${money} and ${units} units`]
    })
  })
}

export const rule23Decline = overHistories({
  rule: 23,
  name: 'rule23Decline',
  title:
    'A decline always carries a reason and its alternatives (or an explicit none); an alternative not accepted has no money effect.',
  occasions: (history) =>
    history.cases.reduce(
      (sum, { events }) =>
        sum + events.filter((event) => event.type === 'Reviewed' && event.data.outcome === 'declined').length,
      0,
    ) + countOf(history, 'AlternativeAccepted'),
  violations: (history) => [
    ...atMoments(history, ({ event }, played) => {
      if (event.type === 'Reviewed' && event.data.outcome === 'declined') {
        // Doctored and badly upcast events come here too.
        const { reason, alternatives }: { readonly reason?: string; readonly alternatives?: unknown } = event.data
        return reason === undefined || !Array.isArray(alternatives)
          ? 'declines without a reason or alternatives'
          : undefined
      }
      if (event.type !== 'AlternativeAccepted') return undefined
      const { kind } = event.data.alternative
      return offered(played, event.meta.revision).some((alternative) => alternative.kind === kind)
        ? undefined
        : `takes ${kind}, which was not offered`
    }),
    ...moneyMoved(history),
    ...stillHeld(history),
  ],
})
